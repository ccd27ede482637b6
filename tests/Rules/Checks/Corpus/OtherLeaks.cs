using System.Text;
using static Gongkai.Rules.Checks.Invented;
using static Gongkai.Rules.Checks.Packed;

namespace Gongkai.Rules.Checks;

/// <summary>Presentations, PDF, pages, plain text and pictures, each with one leak at one place.</summary>
internal static class OtherLeaks
{
    private const string IdCode = "checks.id-number", MobileCode = "checks.mobile", CardCode = "checks.bank-card", Exif = "图片Exif信息";

    /// <summary>Those that need poppler.</summary>
    public static IEnumerable<Sample> Pdfs()
    {
        yield return new("pdf-正文.pdf", PdfFile.Of("", ($"ID {Id}", false)), IdCode, "第1页", IdMasked);
        yield return new("pdf-第二页.pdf", PdfFile.Of("", ("Notice", false), ($"Tel 139 1234 5678", false)), MobileCode, "第2页", MobileMasked);
        yield return new("pdf-遮盖.pdf", PdfFile.Of("", ("Notice", false), ($"ID {IdX}", true)), IdCode, "第2页被遮盖的文字", IdXMasked);
        yield return new("pdf-遮盖卡号.pdf", PdfFile.Of("", (Card, true)), CardCode, "第1页被遮盖的文字", CardMasked);
        yield return new("pdf-属性.pdf", PdfFile.Of($"Zhang {Mobile}", ("Notice", false)), MobileCode, "文档属性", MobileMasked);
    }

    public static IEnumerable<Sample> Shows()
    {
        const string slide = "ppt/slides/slide1.xml";
        yield return new("ppt-正文.pptx", Pptx(("", Line("标题")), ("", Line("张建国" + Id))).Build(), IdCode, "第2页", IdMasked);
        yield return new("ppt-隐藏的幻灯片.pptx", Pptx(("", Line("标题")), ("show=\"0\"", Line(Mobile))).Build(), MobileCode, "第2页（隐藏）", MobileMasked);
        yield return new("ppt-隐藏的幻灯片本身.pptx", Pptx(("", Line("标题")), ("show=\"0\"", Line("旧稿"))).Build(), "checks.hidden-slide", "第2页");
        yield return new("ppt-备注.pptx", Pptx(("", Line("标题"))).With("ppt/notesSlides/n1.xml", "notesSlide", P("notes", "", Line("先打" + Mobile)), slide, "notesSlide").Build(), MobileCode, "第1页演讲者备注", MobileMasked);
        yield return new("ppt-批注.pptx", Pptx(("", Line("标题"))).With("ppt/comments/c1.xml", "comments", P("cmLst", "", $"<p:cm><p:text>核对{Id}</p:text></p:cm>"), slide, "comments").Build(), IdCode, "第1页批注", IdMasked);
        yield return new("ppt-嵌入.pptx", Pptx(("", Line("标题"))).Add("ppt/embeddings/a.xlsx", "application/xlsx", Xlsx("", ("一", "visible", Rows([Card]))).Build(), slide, "package").Build(), CardCode, "嵌入的工作簿：工作表“一”第1行A列", CardMasked);
        yield return new("ppt-替代文字.pptx", Pptx(("", $"<p:cNvPr id=\"1\" name=\"图\" descr=\"{Id}\"/>")).Build(), IdCode, "第1页图片替代文字", IdMasked);
        yield return new("ppt-表格.pptx", Pptx(("", $"<a:tbl><a:tr><a:tc>{Line("姓名")}</a:tc><a:tc>{Line("残疾等级")}</a:tc></a:tr><a:tr><a:tc>{Line("张建国")}</a:tc><a:tc>{Line("一级")}</a:tc></a:tr></a:tbl>")).Build(), "checks.health", "第1页", "张**：一级");
        yield return new("ppt-母版.pptx", Pptx(("", Line("标题"))).With("ppt/slideMasters/m1.xml", "slideMaster", P("sldMaster", "", Line(Mobile))).Build(), MobileCode, "母版", MobileMasked);
    }

    public static IEnumerable<Sample> Texts()
    {
        yield return Sample.Text("全角.txt", "公示\n张建国　６５４１０１１９９００３０７１２３２", IdCode, "第2行", IdMasked);
        yield return Sample.Text("空格和短横.txt", "证件：654101-19900307 1232", IdCode, "第1行", IdMasked);
        yield return Sample.Text("末位.txt", "身份证号：11010519491231002ｘ。", IdCode, "第1行", IdXMasked);
        yield return Sample.Text("十五位.txt", "张建国，身份证" + OldId + "。", IdCode, "第1行", "654101******001");
        yield return Sample.Text("国际手机.txt", "联系：+86 139-1234-5678。", MobileCode, "第1行", MobileMasked);
        yield return Sample.Text("国标.txt", "公示期5天。", "checks.mobile", "文件名", MobileMasked) with { Name = $"张建国{Mobile}.txt" };
        yield return Sample.Text("编码.txt", "", MobileCode, "第1行", MobileMasked) with { Bytes = Gb("张建国的手机是13912345678，请核对。") };
        yield return Sample.Text("零宽.txt", "手机139\u200B1234\u200B5678", MobileCode, "第1行", MobileMasked);
        yield return Sample.Text("未成年人.txt", "经核查，孤儿阿依古丽，女，2015年3月出生，现就读于镇中心小学。", "checks.minor", "第1行", "阿**");
        yield return Sample.Text("患病.txt", "村民王建国因患尿毒症，家庭支出较大。", "checks.health", "第1行", "王**：尿毒症");
        yield return Sample.Text("住址.txt", "当事人：张建国，男，住伊宁县胡地亚于孜镇盖买村四组18号，个体户。", "checks.address", "第1行", "伊宁县胡地亚于孜镇盖买村***");
        yield return Sample.Text("家庭住址.txt", "家庭住址：伊宁市解放西路街道某小区3栋2单元401室", "checks.address", "第1行", "伊宁市解放西路街道***");
        yield return Sample.Text("密级.txt", "000012\n绝密 ★ 长期\n关于某事的请示", "checks.secrecy-mark", "第2行", "绝密 ★ 长期");
        yield return Sample.Text("内部.txt", "（内部资料，不得外传）\n情况通报", "checks.secrecy-mark", "第1行");
        yield return Sample.Text("错字.txt", "请各乡镇按照县委布署抓好落实。", "checks.wrong-word", "第1行", "布署");
        yield return Sample.Text("邮箱.txt", "意见请发278123456@qq.com。", "checks.email", "第1行", "2***@qq.com");
        yield return Sample.Text("名单.csv", "序号,姓名,卡号\n1,张建国," + Card, CardCode, "第2行", CardMasked);
        yield return Sample.Text("名单二.csv", "姓名,\"现住址\"\n张建国,\"阿热吾斯塘镇,团结村3组7号\"", "checks.address", "第2行");
        yield return Sample.Text("注释.html", $"<html><body><p>公示</p><!-- 经办 {Mobile} --></body></html>", MobileCode, "网页注释", MobileMasked);
        yield return Sample.Text("属性.html", $"<html><body><input type=\"hidden\" name=\"sfz\" value=\"{Id}\"></body></html>", IdCode, "网页属性", IdMasked);
        yield return Sample.Text("脚本.html", $"<html><body><p>公示</p><script>var list=[{{tel:\"{Mobile}\"}}];</script></body></html>", MobileCode, "网页脚本和样式", MobileMasked);
        yield return Sample.Text("隐去.html", $"<html><body><div style=\"display:none\">身份证<b>654101</b>19900307<i>1232</i></div></body></html>", IdCode, "正文", IdMasked);
        yield return Sample.Text("实体.html", "<html><body><p>电话&#49;3912345678</p></body></html>", MobileCode, "正文", MobileMasked);
        yield return Sample.Text("表.html", "<html><body><table><tr><th>姓名</th><th>致贫原因</th></tr><tr><td>张建国</td><td>缺劳力</td></tr></table></body></html>", "checks.health", "正文", "张**：缺劳力");
    }

    public static IEnumerable<Sample> Images()
    {
        yield return new("位置.jpg", Pictures.Jpeg(Pictures.Exif(true)), "checks.hidden-place", Exif, "北纬43.9°，东经81.3°附近");
        yield return new("作者.jpg", Pictures.Jpeg(Pictures.Exif(false, (0x013B, Encoding.UTF8.GetBytes("张建国\0")))), "checks.hidden-author", Exif, "张**");
        yield return new("所有者.jpg", Pictures.Jpeg(Pictures.Exif(false, (0x9C9D, Encoding.Unicode.GetBytes("李建国\0")))), "checks.hidden-author", Exif, "李**");
        yield return new("说明.jpg", Pictures.Jpeg(Pictures.Exif(false, (0x010E, Encoding.UTF8.GetBytes("身份证" + Id)))), IdCode, Exif, IdMasked);
        yield return new("注释.jpg", Pictures.Jpeg((0xFE, Encoding.UTF8.GetBytes("电话" + Mobile))), MobileCode, Exif, MobileMasked);
        yield return new("属性.jpg", Pictures.Jpeg((0xE1, Encoding.UTF8.GetBytes($"http://ns.adobe.com/xap/1.0/\0<x><d exif:GPSLatitude=\"43,54N\" dc:title=\"{Mobile}\"/></x>"))), "checks.hidden-place", Exif, "有经纬度");
        yield return new("文字.png", Pictures.Png(("tEXt", Encoding.UTF8.GetBytes("Comment\0电话" + Mobile))), MobileCode, Exif, MobileMasked);
        yield return new("压缩文字.png", Pictures.Png(("zTXt", [.. "Comment\0\0"u8, .. Pictures.Deflated("卡号" + Card)])), CardCode, Exif, CardMasked);
        yield return new("国际文字.png", Pictures.Png(("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Encoding.UTF8.GetBytes("<x><dc:creator>张建国</dc:creator></x>")])), "checks.hidden-author", Exif, "张**");
        yield return new("位置.png", Pictures.Png(("eXIf", Pictures.Exif(true).Content[6..])), "checks.hidden-place", Exif, "北纬43.9°，东经81.3°附近");
    }

    private static byte[] Gb(string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030").GetBytes(text);
    }
}
