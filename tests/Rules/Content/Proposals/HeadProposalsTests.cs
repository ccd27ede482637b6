using Gongkai.Content.Blocks;
using Gongkai.Content.Proposals;
using Xunit;

namespace Gongkai.Rules.Content.Proposals;

/// <summary>Documents of our own invention; a bar stands for a line break.</summary>
public sealed class HeadProposalsTests
{
    [Theory]
    [InlineData("<> 关于做好某项工作的通知|正文。", "关于做好某项工作的通知")]
    [InlineData("<> 云泽县人民政府办公室|<> 关于进一步做好农村公路管护|<> 工作的意见|各乡镇：|正文。", "云泽县人民政府办公室关于进一步做好农村公路管护工作的意见")]
    [InlineData("云泽县人民政府办公室|关于做好某项工作的通知|各乡镇：|正文。", "云泽县人民政府办公室关于做好某项工作的通知")]
    [InlineData("<> 云泽县教育局|<> 云泽县财政局|<> 关于发放补助的通知|正文。", "云泽县教育局 云泽县财政局关于发放补助的通知")]
    [InlineData("<> 云泽县人民政府文件|<> 云政发〔2026〕3号|<> 云泽县人民政府关于表彰先进的决定|正文。", "云泽县人民政府关于表彰先进的决定")]
    [InlineData("<> 关于印发《云泽县某办法|<> （试行）》的通知|正文。", "关于印发《云泽县某办法（试行）》的通知")]
    [InlineData("<> 云泽县某管理办法|<> （试行）|第一条 为规范管理，制定本办法。", "云泽县某管理办法（试行）")]
    [InlineData("<> 云泽县人民政府关于某事的通告|<> （2026年1月20日）|正文。", "云泽县人民政府关于某事的通告")]
    [InlineData("<> 云泽县人民政府令|<> 第12号|<> 云泽县某管理规定|第一条 为规范管理，制定本规定。", "云泽县某管理规定")]
    [InlineData("索引号：云001|<> 关于某事的公告|正文。", "关于某事的公告")]
    [InlineData("<> 送某同志|正文。", "送某同志?")]
    [InlineData("今天召开会议，研究部署有关工作。|大家发言。", "")]
    public void Title_on_one_line(string written, string expected) => Is(written, ProposalKind.Title, expected);

    [Theory]
    [InlineData("<> 关于某事的通知|<> 云政发〔2026〕3号|正文。", "云政发〔2026〕3号")]
    [InlineData("<> 云政发[2026]03号|<> 关于某事的通知|正文。", "云政发〔2026〕3号")]
    [InlineData("<> 关于某事的通知|<> （云政办函【２０２６】第１５号）|正文。", "云政办函〔2026〕15号")]
    [InlineData("云政发〔2026〕3号　　　签发人：张某|<> 关于某事的请示|正文。", "云政发〔2026〕3号")]
    [InlineData("文号：云政发〔2026〕3号|<> 关于某事的通知|正文。", "云政发〔2026〕3号")]
    [InlineData("<> 云泽县人民政府令|<> 第12号|<> 云泽县某规定|第一条 略。", "云泽县人民政府令第12号")]
    [InlineData("<> 云泽县人民政府令（第12号）|<> 云泽县某规定|第一条 略。", "云泽县人民政府令第12号")]
    [InlineData("<> 云泽县人民政府公告|<> 2026年第3号|正文。", "2026年第3号?")]
    [InlineData("<> 关于废止云政发〔2020〕7号文件的通知|正文。", "")]
    [InlineData("<> 关于某事的通知|根据《某办法》（云政发〔2020〕7号），通知如下。|《旧办法》（云政发〔2018〕2号）同时废止。", "")]
    [InlineData("<> 关于转发市政府文件的通知|<> 云政办〔2026〕5号|正文。|>> 云泽县人民政府办公室|>> 2026年1月20日|<> 关于某事的通知|<> 泽政发〔2025〕99号|正文。", "云政办〔2026〕5号")]
    [InlineData("<> 云泽县某规定|<> HFGS—2026—9|第一条 略。", "")]
    public void Own_number_and_no_other(string written, string expected) => Is(written, ProposalKind.DocumentNumber, expected);

    [Theory]
    [InlineData("<> 云泽县人民政府关于某事的通知|正文。|>> 云泽县人民政府|>> 2026年1月20日", "云泽县人民政府")]
    [InlineData("<> 关于某事的通知|正文。|>> 云泽县教育局　　云泽县财政局|>> 2026年1月20日", "云泽县教育局|云泽县财政局")]
    [InlineData("<> 关于某事的通知|正文。|>> 云泽县教育局|>> 云泽县财政局|>> 云泽县人力资源和社会保障局|>> 2026年1月20日", "云泽县教育局|云泽县财政局|云泽县人力资源和社会保障局")]
    [InlineData("<> 云泽县教育局 云泽县财政局关于发放补助的通知|正文。", "云泽县教育局|云泽县财政局")]
    [InlineData("<> 云泽县人民政府令|<> 第12号|<> 云泽县某规定|第一条 略。", "云泽县人民政府")]
    [InlineData("<> 云泽县人民政府通告|正文。", "云泽县人民政府")]
    [InlineData("<> 关于某事的通知|正文。|云泽县卫生健康委员会（盖章）|2026年1月20日", "云泽县卫生健康委员会")]
    [InlineData("<> 云泽县人民政府办公室关于某事的通知|正文。|>> 云泽县人民政府|>> 2026年1月20日", "云泽县人民政府?")]
    [InlineData("<> 关于某事的通知|正文。|联系电话：0000-0000000。", "")]
    public void Issuer_from_signature_title_or_letterhead(string written, string expected) => Is(written, ProposalKind.Issuer, expected);

    [Theory]
    [InlineData("<> 关于某事的通知|各乡镇人民政府，县政府各部门、各直属机构：|正文。", "各乡镇人民政府，县政府各部门、各直属机构")]
    [InlineData("<> 关于某事的函|云泽县财政局：|正文。", "云泽县财政局")]
    [InlineData("<> 关于某事的通知|有关单位:|正文。", "有关单位")]
    [InlineData("<> 关于某事的通知|现将有关事项通知如下：|正文。", "")]
    [InlineData("<> 关于某事的通知|一、各乡镇：|正文。", "")]
    [InlineData("<> 关于某事的通知|正文。|各乡镇：|后文。", "")]
    public void Addressees_above_the_text(string written, string expected) => Is(written, ProposalKind.Addressees, expected);

    [Theory]
    [InlineData("<> 关于某事的通知|会议定于2025年12月1日召开。|>> 云泽县人民政府|>> 2026年1月20日", "2026年1月20日=2026-01-20")]
    [InlineData("<> 关于某事的通知|正文。|云泽县人民政府|二〇二六年一月二十日", "二〇二六年一月二十日=2026-01-20")]
    [InlineData("<> 关于某事的通知|正文。|云泽县人民政府|二○二六年一月二十日|（此件公开发布）", "二○二六年一月二十日=2026-01-20")]
    [InlineData("<> 关于某事的通知|正文。|云泽县人民政府　2026年1月20日", "2026年1月20日=2026-01-20")]
    [InlineData("<> 关于某事的决定|<> （2026年1月20日）|正文。", "2026年1月20日=2026-01-20")]
    [InlineData("<> 关于某事的通知|正文。|>> 云泽县人民政府|>> 2026年1月20日|附件1|申请表|>> 2025年3月3日", "2026年1月20日=2026-01-20")]
    [InlineData("<> 关于某事的通知|正文。|2026年1月20日", "2026年1月20日=2026-01-20?")]
    [InlineData("<> 关于某事的通知|2025年12月1日|正文一。|正文二。|正文三。|正文四。|正文五。|正文六。|正文七。", "")]
    [InlineData("<> 关于某事的通知|正文。|云泽县人民政府办公室2026年1月22日印发", "")]
    [InlineData("成文日期：2026年1月20日|<> 关于某事的通知|正文。", "2026年1月20日=2026-01-20")]
    [InlineData("<> 关于某事的通知|正文。|>> 云泽县人民政府|>> 2026年2月30日", "")]
    public void Written_date_at_the_end_and_no_other(string written, string expected) => Is(written, ProposalKind.WrittenOn, expected);

    [Theory]
    [InlineData("正文。|附件：1.申请表|2.汇总表（样式）|>> 云泽县人民政府|>> 2026年1月20日", "申请表|汇总表（样式）")]
    [InlineData("正文。|附件：云泽县某方案|>> 云泽县人民政府|>> 2026年1月20日", "云泽县某方案")]
    [InlineData("正文。|附件：1．申请表　　2．汇总表；|>> 云泽县人民政府|>> 2026年1月20日", "申请表|汇总表")]
    [InlineData("正文。|附件1：申请表|附件2：汇总表|>> 云泽县人民政府|>> 2026年1月20日", "申请表|汇总表")]
    [InlineData("具体安排见附件。|附件：无|>> 云泽县人民政府|>> 2026年1月20日", "")]
    [InlineData("填写申请表（附件1）。|>> 云泽县人民政府|>> 2026年1月20日|附件1|申请表", "")]
    public void Attachments_named_below_the_text(string written, string expected) => Is("<> 关于某事的通知|" + written, ProposalKind.Attachment, expected);

    [Theory]
    [InlineData("关于某事的决议", "决议")]
    [InlineData("关于某事的复函", "函")]
    [InlineData("关于某事的函", "函")]
    [InlineData("关于某事的通知（试行）", "通知")]
    [InlineData("关于印发《某意见》的通知", "通知")]
    [InlineData("县政府第3次常务会议纪要", "纪要")]
    [InlineData("云泽县人民政府令", "命令（令）")]
    [InlineData("关于《某通知》的解读", "")]
    [InlineData("某管理办法", "")]
    [InlineData("2025年政府信息公开工作年度报告", "")]
    [InlineData("依申请公开函", "")]
    public void Kind_from_the_end_of_the_title(string title, string expected)
    {
        Is($"<> {title}|正文。", ProposalKind.DocumentKind, title.EndsWith('令') ? "" : expected);
        Assert.Equal(expected.Length == 0 ? null : expected, DocumentKinds.Of(Gongkai.Law.Wording.NormalisedText.Of(title).Text));
    }

    [Fact]
    public void Tells_everything_of_a_whole_document()
    {
        const string written =
            """
            <> 云泽县人民政府文件
            <> 云政规〔2026〕1号
            <> 云泽县人民政府
            <> 关于印发云泽县村级公益岗位管理办法的通知
            各乡镇人民政府、县政府各部门：
            《云泽县村级公益岗位管理办法》已经县政府同意，现印发给你们，请认真贯彻执行。
            附件：1.岗位申请表
            2.岗位汇总表
            >> 云泽县人民政府
            >> 2026年1月20日
            （此件公开发布）
            <> 云泽县村级公益岗位管理办法
            # 第一章 总则
            第一条 为规范岗位管理，根据《某就业条例》（国令第100号）和《省某规定》（某政发〔2024〕15号），结合本县实际，制定本办法。
            第二条 岗位人员年龄截至2025年12月31日计算，聘用合同有效期1年。
            # 第二章 附则
            第九条 本办法自2026年3月1日起施行，有效期5年。《云泽县公益岗位管理暂行办法》（云政发〔2021〕12号）同时废止。
            """;
        Assert.Equal(
            [
                "Title 云泽县人民政府关于印发云泽县村级公益岗位管理办法的通知",
                "DocumentKind 通知",
                "DocumentNumber 云政规〔2026〕1号",
                "Issuer 云泽县人民政府",
                "Addressees 各乡镇人民政府、县政府各部门",
                "WrittenOn 2026年1月20日=2026-01-20",
                "EffectiveOn 2026年3月1日起施行=2026-03-01",
                "ExpiresOn 有效期5年=2031-02-28",
                "Basis 《某就业条例》（国令第100号）",
                "Basis 《省某规定》（某政发〔2024〕15号）",
                "Repeals 《云泽县公益岗位管理暂行办法》（云政发〔2021〕12号）",
                "Attachment 岗位申请表",
                "Attachment 岗位汇总表",
            ],
            Told.By(written));
    }

    [Fact]
    public void Says_nothing_of_an_empty_text() => Assert.Empty(HeadProposals.Of(Body.Empty));

    [Theory]
    [InlineData("《甲规定》废止、")]
    [InlineData("自2026年3月1日起施行，")]
    [InlineData("根据《甲》，")]
    [InlineData("《")]
    [InlineData("附件：1.甲 ")]
    public void An_endless_sentence_is_read_in_one_go(string words)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        HeadProposals.Of(Texts.Of("<> 关于某事的通知", string.Concat(Enumerable.Repeat(words, 60_000))));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), clock.Elapsed.ToString());
    }

    private static void Is(string written, ProposalKind kind, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), Told.By(written.Replace('|', '\n'), kind));
}
