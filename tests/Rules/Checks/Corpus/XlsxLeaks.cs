using static Gongkai.Rules.Checks.Invented;
using static Gongkai.Rules.Checks.Packed;

namespace Gongkai.Rules.Checks;

/// <summary>Workbooks, each with one leak at one place.</summary>
internal static class XlsxLeaks
{
    private const string IdCode = "checks.id-number", MobileCode = "checks.mobile", CardCode = "checks.bank-card";

    private static readonly (string, string, string) Harmless = ("公示", "visible", Rows(["序号", "项目名称", "金额"], ["#1", "防渗渠维修", "#12000"]));

    public static IEnumerable<Sample> All() => Cells().Concat(Lists()).Concat(Beside()).Select(sample => sample with { Name = $"表格-{sample.Name}.xlsx" });

    private static IEnumerable<Sample> Cells()
    {
        yield return Of("身份证", "visible", Rows(["姓名", "身份证号"], ["张建国", IdX]), IdCode, "工作表“名单”第2行B列", IdXMasked);
        yield return Of("隐藏的工作表", "hidden", Rows(["姓名", "", "身份证号"], [], ["张建国", "", Id]), IdCode, "工作表“名单”（隐藏）第3行C列", IdMasked);
        yield return Of("隐藏的工作表本身", "hidden", Rows(["旧稿"]), "checks.hidden-sheet", "工作表“名单”（隐藏）");
        yield return Of("深度隐藏的工作表", "veryHidden", Rows([Mobile]), MobileCode, "工作表“名单”（深度隐藏）第1行A列", MobileMasked);
        yield return Of("隐藏的行", "visible", $"<sheetData>{Row(1, "", "姓名", "电话")}{Row(2, "hidden=\"1\"", "张建国", Mobile)}</sheetData>", MobileCode, "工作表“名单”第2行B列（隐藏行）", MobileMasked);
        yield return Of("隐藏的行本身", "visible", $"<sheetData>{Row(1, "", "标题")}{Row(2, "hidden=\"true\"", "内容")}</sheetData>", "checks.hidden-cells", "工作表“名单”");
        yield return Of("隐藏的列", "visible", $"<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>{Rows(["姓名", "银行卡号"], ["张建国", Card])}", CardCode, "工作表“名单”第2行B列（隐藏列）", CardMasked);
        yield return Of("宽度为零的列", "visible", $"<cols><col min=\"2\" max=\"2\" width=\"0\"/></cols>{Rows(["姓名", "身份证号"], ["张建国", Id])}", IdCode, "工作表“名单”第2行B列（隐藏列）", IdMasked);
        yield return Of("数字手机", "visible", Rows(["姓名", "联系电话"], ["张建国", "#13912345678"]), MobileCode, "工作表“名单”第2行B列", MobileMasked);
        yield return Of("科学计数手机", "visible", Rows(["姓名", "联系电话"], ["张建国", "#1.3912345678E10"]), MobileCode, "工作表“名单”第2行B列", MobileMasked);
        yield return Of("数字身份证", "visible", Rows(["姓名", "身份证号"], ["张建国", "#6.54101199003071E+17"]), IdCode, "工作表“名单”第2行B列", "654101********1000");
        yield return Of("数字银行卡", "visible", Rows(["姓名", "卡号"], ["张建国", "#6.21700123456789E18"]), CardCode, "工作表“名单”第2行B列", "***************0000");
        yield return Of("十六位数字银行卡", "visible", Rows(["户主", "一卡通"], ["张建国", "#" + OldCard]), CardCode, "工作表“名单”第2行B列", OldCardMasked);
        yield return Of("公式", "visible", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><f>\"电话\"&amp;\"13912345678\"</f><v>略</v></c></row></sheetData>", MobileCode, "工作表“名单”第1行A列（公式）", MobileMasked);
        yield return Of("分组的银行卡", "visible", Rows(["户名", "账号"], ["张建国", "6217 0012 3456 7890 122"]), CardCode, "工作表“名单”第2行B列", CardMasked);
    }

    private static IEnumerable<Sample> Lists()
    {
        yield return Of("儿童名单", "visible", Rows(["2026年事实无人抚养儿童名单"], ["序号", "姓名", "出生年月"], ["#1", "阿依古丽·买买提", "2014.5"]), "checks.minor", "工作表“名单”第3行B列", "阿**");
        yield return Of("学生名单", "visible", Rows(["序号", "学生姓名", "性别", "班级"], ["#1", "王小明", "男", "三年级2班"]), "checks.minor", "工作表“名单”第2行B列", "王**");
        yield return Of("残疾类别", "visible", Rows(["序号", "姓名", "残疾类别", "补贴金额"], ["#1", "张建国", "肢体二级", "#120"]), "checks.health", "工作表“名单”第2行C列", "张**：肢体二级");
        yield return Of("致贫原因", "hidden", Rows(["户主姓名", "主要致贫原因"], ["张建国", "因病"]), "checks.health", "工作表“名单”（隐藏）第2行B列", "张**：因病");
        yield return Of("备注里的病", "visible", Rows(["姓名", "救助金额", "备注"], ["张建国", "#3000", "本人患尿毒症"]), "checks.health", "工作表“名单”第2行C列", "张**：尿毒症");
        yield return Of("家庭住址", "visible", Rows(["姓名", "住址"], ["张建国", "吉里于孜镇吉里于孜村二组5号"]), "checks.address", "工作表“名单”第2行B列", "吉里于孜镇吉里于孜村***");
        yield return Of("个人邮箱", "visible", Rows(["姓名", "电子邮箱"], ["张建国", "zhangjg@163.com"]), "checks.email", "工作表“名单”第2行B列", "z***@163.com");
    }

    private static IEnumerable<Sample> Beside()
    {
        const string sheet = "xl/worksheets/sheet1.xml";
        yield return new("批注", Xlsx("", Harmless).With("xl/comments1.xml", "comments", X("comments", $"<commentList><comment ref=\"C2\"><text><r><t>经办</t></r><r><t>{Mobile}</t></r></text></comment></commentList>"), sheet, "comments").Build(), MobileCode, "工作表“公示”C2批注", MobileMasked);
        yield return new("会话批注", Xlsx("", Harmless).Add("xl/threadedComments/t1.xml", "application/threaded+xml", $"<ThreadedComments><threadedComment ref=\"B2\"><text>核对{Id}</text></threadedComment></ThreadedComments>", sheet, "threadedComment").Build(), IdCode, "工作表“公示”B2批注", IdMasked);
        yield return new("批注作者", Xlsx("", Harmless).Add("xl/persons/person.xml", "application/person+xml", "<personList><person displayName=\"张\" userId=\"278123456@qq.com\"/></personList>", "xl/workbook.xml", "person").Build(), "checks.email", "批注作者", "2***@qq.com");
        yield return new("定义名称", Xlsx($"<definedNames><definedName name=\"经办\">\"{Mobile}\"</definedName></definedNames>", Harmless).Build(), MobileCode, "定义名称", MobileMasked);
        yield return new("数据透视表缓存", Xlsx("", Harmless).With("xl/pivotCache/pivotCacheRecords1.xml", "pivotCacheRecords", X("pivotCacheRecords", $"<r><s v=\"{Id}\"/></r>")).Build(), IdCode, "数据透视表缓存", IdMasked);
        yield return new("外部链接", Xlsx("", Harmless).With("xl/externalLinks/externalLink1.xml", "externalLink", X("externalLink", $"<externalBook><sheetDataSet><sheetData><row r=\"1\"><cell r=\"A1\" t=\"str\"><v>{Id}</v></cell></row></sheetData></sheetDataSet></externalBook>")).Build(), IdCode, "外部链接", IdMasked);
        yield return new("没用的共享字符串", Xlsx("", ("公示", "visible", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>")).With("xl/sharedStrings.xml", "sharedStrings", X("sst", $"<si><t>公示</t></si><si><r><t>身份证6541011990</t></r><r><t>03071232</t></r></si>")).Build(), IdCode, "没有单元格使用的共享字符串", IdMasked);
        yield return Of("页脚", "visible", $"{Rows(["标题"])}<headerFooter><oddFooter>&amp;L&amp;\"宋体,常规\"经办人{Mobile}&amp;R第&amp;P页</oddFooter></headerFooter>", MobileCode, "工作表“名单”页脚", MobileMasked);
        yield return Of("数据有效性", "visible", $"{Rows(["标题"])}<dataValidations><dataValidation prompt=\"问{Mobile}\"><formula1>\"甲,乙\"</formula1></dataValidation></dataValidations>", MobileCode, "工作表“名单”提示和链接", MobileMasked);
        yield return new("文档属性", Xlsx("", Harmless).Add("docProps/app.xml", "application/app+xml", $"<Properties><Manager>{Id}</Manager></Properties>", "", "app").Build(), IdCode, "文档属性", IdMasked);
        yield return new("数字格式", Xlsx("", Harmless).With("xl/styles.xml", "styles", X("styleSheet", $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"&quot;电话{Mobile}&quot;\"/></numFmts>")).Build(), MobileCode, "样式和数字格式", MobileMasked);
        yield return new("图表缓存", Xlsx("", Harmless).Add("xl/charts/chart1.xml", "application/chart+xml", $"<c:chart xmlns:c=\"urn:c\"><c:pt><c:v>{Mobile}</c:v></c:pt></c:chart>", sheet, "chart").Build(), MobileCode, "图表缓存", MobileMasked);
        yield return new("图形文字", Xlsx("", Harmless).Add("xl/drawings/drawing1.xml", "application/drawing+xml", $"<d xmlns:a=\"urn:a\"><a:p><a:r><a:t>电话1391234</a:t></a:r><a:r><a:t>5678</a:t></a:r></a:p></d>", sheet, "drawing").Build(), MobileCode, "图形文字", MobileMasked);
        yield return new("嵌入的文档", Xlsx("", Harmless).Add("xl/embeddings/a.docx", "application/docx", Docx(Para(Id)).Build(), sheet, "package").Build(), IdCode, "嵌入的文档：正文第1段", IdMasked);
        yield return new("工作表名称", Xlsx("", ("张建国" + Mobile, "visible", Rows(["标题"]))).Build(), MobileCode, "工作表名称", MobileMasked);
    }

    private static Sample Of(string name, string state, string xml, string code, string place, string masked = "") => new(name, Xlsx("", ("名单", state, xml)).Build(), code, place, masked);
}
