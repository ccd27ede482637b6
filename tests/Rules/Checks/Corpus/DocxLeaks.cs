using System.Text;
using static Gongkai.Rules.Checks.Invented;
using static Gongkai.Rules.Checks.Packed;

namespace Gongkai.Rules.Checks;

/// <summary>Word documents, each with one leak at one place.</summary>
internal static class DocxLeaks
{
    private const string IdCode = "checks.id-number", MobileCode = "checks.mobile", CardCode = "checks.bank-card";

    private static readonly string Harmless = Para("关于做好秋季农田水利工作的通知");

    public static IEnumerable<Sample> All() => Body().Concat(Beside()).Concat(Inside()).Select(sample => sample with { Name = $"文档-{sample.Name}.docx" });

    private static IEnumerable<Sample> Body()
    {
        yield return Of("正文身份证", Harmless + Para($"张建国，身份证号{Id}，符合条件。"), IdCode, "正文第2段", IdMasked);
        yield return Of("拆开的号码", $"<w:p>{Run("身份证号6541")}{Run("0119900307", "<w:b/>")}<w:proofErr/>{Run("1232")}</w:p>", IdCode, "正文第1段", IdMasked);
        yield return Of("表格", Table(["姓名", "身份证号码"], ["张建国", Id]), IdCode, "第1个表格第2行B列", IdMasked);
        yield return Of("表格家庭住址", Table(["姓名", "家庭住址"], ["张建国", "伊宁县萨木于孜镇下萨木于孜村3组12号"]), "checks.address", "第1个表格第2行B列", "伊宁县萨木于孜镇下萨木于孜村***");
        yield return Of("删除的修订", $"<w:p>{Run("联系人：")}<w:del w:id=\"1\"><w:r><w:delText>{Mobile}</w:delText></w:r></w:del></w:p>", MobileCode, "修订中删除的文字", MobileMasked);
        yield return Of("删去一半的号码", $"<w:p>{Run("电话1391234")}<w:del w:id=\"1\"><w:r><w:delText>5678</w:delText></w:r></w:del><w:ins w:id=\"2\">{Run("****")}</w:ins></w:p>", MobileCode, "修订中删除的文字", MobileMasked);
        yield return Of("插入的修订", $"<w:p><w:ins w:id=\"1\">{Run(IdX)}</w:ins></w:p>", IdCode, "修订中插入的文字", IdXMasked);
        yield return Of("移走的修订", $"<w:p><w:moveFrom w:id=\"1\">{Run("卡号" + Card)}</w:moveFrom></w:p>", CardCode, "修订中删除的文字", CardMasked);
        yield return Of("隐藏文字", $"<w:p>{Run("发放完毕。")}{Run("卡号" + Card, "<w:vanish/>")}</w:p>", CardCode, "隐藏文字", CardMasked);
        yield return new("样式隐藏的文字", Docx($"<w:p>{Run("发放完毕。")}{Run(Id, "<w:rStyle w:val=\"b\"/>")}</w:p>")
            .With("word/styles.xml", "styles", W("styles", "<w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style><w:style w:styleId=\"a\"><w:rPr><w:vanish/></w:rPr></w:style>")).Build(), IdCode, "隐藏文字", IdMasked);
        yield return Of("文本框", $"<w:p>{Run("见图")}<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{Para(Mobile)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>", MobileCode, "文本框", MobileMasked);
        yield return Of("域代码", "<w:p><w:r><w:instrText> HYPERLINK \"tel:13912345678\" </w:instrText></w:r></w:p>", MobileCode, "域代码", MobileMasked);
        yield return Of("域的旧结果", $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>MERGEFIELD 身份证</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{Run(Id)}</w:p>", IdCode, "正文第1段", IdMasked);
        yield return Of("图片替代文字", $"<w:p><w:r><w:drawing><wp:docPr id=\"1\" name=\"图1\" descr=\"张建国身份证{Id}照片\"/></w:drawing></w:r></w:p>", IdCode, "图片替代文字", IdMasked);
        yield return Of("下拉选项", $"<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText=\"张建国{Mobile}\" w:value=\"1\"/></w:dropDownList></w:sdtPr></w:sdt>{Harmless}", MobileCode, "域代码", MobileMasked);
        yield return Of("密级", Para("机密★1年") + Harmless, "checks.secrecy-mark", "正文第1段");
    }

    private static IEnumerable<Sample> Beside()
    {
        yield return new("页眉", Docx(Harmless).With("word/header1.xml", "header", W("hdr", Para("经办人电话" + Mobile))).Build(), MobileCode, "页眉", MobileMasked);
        yield return new("页脚密级", Docx(Harmless).With("word/footer1.xml", "footer", W("ftr", Para("内部资料　注意保存"))).Build(), "checks.secrecy-mark", "页脚");
        yield return new("脚注", Docx(Harmless).With("word/footnotes.xml", "footnotes", W("footnotes", $"<w:footnote w:id=\"2\">{Para("见" + Id)}</w:footnote>")).Build(), IdCode, "脚注", IdMasked);
        yield return new("尾注", Docx(Harmless).With("word/endnotes.xml", "endnotes", W("endnotes", $"<w:endnote w:id=\"2\">{Para("账号：" + Card)}</w:endnote>")).Build(), CardCode, "尾注", CardMasked);
        yield return new("批注", Docx(Harmless).With("word/comments.xml", "comments", W("comments", $"<w:comment w:id=\"0\" w:author=\"李\">{Para($"请核对{Id}")}</w:comment>")).Build(), IdCode, "批注", IdMasked);
        yield return new("批注本身", Docx(Harmless).With("word/comments.xml", "comments", W("comments", $"<w:comment w:id=\"0\" w:author=\"李\">{Para("此处再斟酌")}</w:comment>")).Build(), "checks.hidden-comment", "批注");
        yield return new("页眉中删除的修订", Docx(Harmless).With("word/header1.xml", "header", W("hdr", $"<w:p><w:del><w:r><w:delText>{Mobile}</w:delText></w:r></w:del></w:p>")).Build(), MobileCode, "页眉中的修订中删除的文字", MobileMasked);
    }

    private static IEnumerable<Sample> Inside()
    {
        yield return new("文档属性", Docx(Harmless).Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", $"<cp xmlns:dc=\"urn:dc\"><dc:title>通知</dc:title><dc:creator>张建国{Mobile}</dc:creator></cp>", "", "core").Build(), MobileCode, "文档属性", MobileMasked);
        yield return new("自定义属性", Docx(Harmless).Add("docProps/custom.xml", "application/custom+xml", $"<Properties><property name=\"经办人\"><lpwstr>{Id}</lpwstr></property></Properties>", "", "custom").Build(), IdCode, "文档属性", IdMasked);
        yield return new("自定义XML", Docx(Harmless).Add("customXml/item1.xml", "application/xml", $"<人员 号码=\"{Id}\"/>", "word/document.xml", "customXml").Build(), IdCode, "自定义XML", IdMasked);
        yield return new("嵌入的工作簿", Docx(Harmless).Add("word/embeddings/book1.xlsx", "application/xlsx", Xlsx("", ("名单", "hidden", Rows(["姓名", "身份证号"], ["张建国", Id]))).Build(), "word/document.xml", "package").Build(), IdCode, "嵌入的工作簿：工作表“名单”（隐藏）第2行B列", IdMasked);
        yield return new("两层嵌入", Docx(Harmless).Add("word/embeddings/a.docx", "application/docx", Docx(Harmless).Add("word/embeddings/b.docx", "application/docx", Docx(Para(Mobile)).Build(), "word/document.xml", "package").Build(), "word/document.xml", "package").Build(), MobileCode, "嵌入的文档：嵌入的文档：正文第1段", MobileMasked);
        yield return new("图表缓存", Docx(Harmless).Add("word/charts/chart1.xml", "application/chart+xml", $"<c:chart xmlns:c=\"urn:c\"><c:pt><c:v>{Id}</c:v></c:pt></c:chart>", "word/document.xml", "chart").Build(), IdCode, "图表缓存", IdMasked);
        yield return new("超链接", Docx(Harmless).Linked("mailto:278123456@qq.com").Build(), "checks.email", "超链接", "2***@qq.com");
        yield return new("没有关系的部件", Docx(Harmless).Add("word/extra.xml", "application/xml", $"<a>{Id}</a>", "word/nobody.xml", "none").Build(), IdCode, "文件内部的word/extra.xml", IdMasked);
        yield return new("嵌入的图片", Docx(Harmless).Add("word/media/image1.jpg", "image/jpeg", Pictures.Jpeg(Pictures.Exif(true)), "word/document.xml", "image").Build(), "checks.hidden-place", "图片Exif信息");
        yield return new("嵌入的网页", Docx(Harmless).Add("word/afchunk1.htm", "text/html", Encoding.UTF8.GetBytes($"<html><body><p>电话{Mobile}</p></body></html>"), "word/document.xml", "aFChunk").Build(), MobileCode, "嵌入的文件：正文", MobileMasked);
    }

    private static Sample Of(string name, string body, string code, string place, string masked = "") => new(name, Docx(body).Build(), code, place, masked);
}
