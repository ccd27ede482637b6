using Gongkai.Content.Proposals;
using Xunit;

namespace Gongkai.Rules.Content.Proposals;

public sealed class RelationsTests
{
    [Theory]
    [InlineData("《某办法》（云政发〔2020〕7号）同时废止。", "《某办法》（云政发〔2020〕7号）")]
    [InlineData("本办法自2026年3月1日起施行，《某办法》（云政发[2020]07号）、《某细则》（云政办〔2021〕8号）同时废止。", "《某办法》（云政发〔2020〕7号）|《某细则》（云政办〔2021〕8号）")]
    [InlineData("原《某规定》即行废止。", "《某规定》")]
    [InlineData("《关于印发〈某办法〉的通知》（云政发〔2019〕2号，以下简称《通知》）自2026年3月1日起废止。", "《关于印发〈某办法〉的通知》（云政发〔2019〕2号）")]
    [InlineData("县政府决定废止《甲规定》（云政发〔2018〕1号）和《乙规定》。", "《甲规定》（云政发〔2018〕1号）|《乙规定》")]
    [InlineData("《甲规定》停止执行。", "《甲规定》")]
    [InlineData("下列文件予以废止：\n1.《甲规定》（云政发〔2018〕1号）\n2.关于印发《乙办法》的通知（云政发〔2018〕2号）\n其余文件继续有效。", "《甲规定》（云政发〔2018〕1号）|《乙办法》")]
    [InlineData("已废止的《甲规定》不再作为依据。", "")]
    [InlineData("《甲规定》未废止，继续执行。", "")]
    [InlineData("《甲规定》第三条、第五条废止。", "")]
    [InlineData("对《甲规定》进行清理，提出废止建议。", "")]
    [InlineData("按照《甲规定》办理，逾期的证照予以作废。", "")]
    public void Documents_it_repeals(string sentences, string expected) => Assert.Equal(Split(expected), Told.By(Told.Notice(sentences), ProposalKind.Repeals));

    [Theory]
    [InlineData("对《某办法》（云政发〔2020〕7号）作如下修改：", "《某办法》（云政发〔2020〕7号）")]
    [InlineData("现对《某办法》部分条款进行修改。", "《某办法》")]
    [InlineData("将《某办法》第三条修改为：“县财政局负责”。", "《某办法》")]
    [InlineData("一、《某办法》作如下修改", "《某办法》")]
    [InlineData("县政府决定修改《某办法》。", "《某办法》")]
    [InlineData("各单位要及时修订《某预案》。", "")]
    [InlineData("按照新修订的《某条例》执行。", "")]
    public void Documents_it_amends(string sentences, string expected) => Assert.Equal(Split(expected), Told.By(Told.Notice(sentences), ProposalKind.Amends));

    [Theory]
    [InlineData("根据《某条例》（国务院令第711号）和《某办法》（云政发〔2020〕7号），制定本通知。", "《某条例》（国务院令第711号）|《某办法》（云政发〔2020〕7号）")]
    [InlineData("为规范管理，依据《甲法》、《乙条例》等法律法规，结合本县实际，参考《丙指南》，制定本办法。", "《甲法》|《乙条例》")]
    [InlineData("按照《某方案》要求，现通知如下。", "《某方案》?")]
    [InlineData("根据云政发〔2025〕9号文件要求，现通知如下。", "云政发〔2025〕9号?")]
    [InlineData("根据工作需要，现将《某名单》予以公布。", "")]
    public void Documents_it_stands_on(string sentences, string expected) => Assert.Equal(Split(expected), Told.By(Told.Notice(sentences), ProposalKind.Basis));

    [Fact]
    public void Titles_say_what_they_repeal_and_amend()
    {
        Assert.Equal(["《甲规定》", "《乙规定》"], Told.By("<> 云泽县人民政府关于废止《甲规定》\n<> 和《乙规定》的决定\n经研究决定如下。", ProposalKind.Repeals));
        Assert.Equal(["《甲规定》"], Told.By("<> 云泽县人民政府关于修改《甲规定》的决定\n经研究决定如下。", ProposalKind.Amends));
        Assert.Empty(Told.By("<> 关于《甲规定》修改情况的说明\n说明如下。", ProposalKind.Amends, ProposalKind.Repeals));
    }

    [Fact]
    public void The_first_article_of_what_is_sent_out_says_what_it_stands_on() => Assert.Equal(
        ["《某条例》"],
        Told.By("<> 云泽县人民政府关于印发某办法的通知\n各乡镇人民政府：\n现印发给你们，请遵照执行。\n>> 云泽县人民政府\n>> 2026年1月20日\n<> 某办法\n第一章 总则\n第一条 为规范某项工作，根据《某条例》，制定本办法。\n第二条 本办法适用于本县。\n第三条 按照《别的规定》执行。", ProposalKind.Basis));

    private static string[] Split(string expected) => expected.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
