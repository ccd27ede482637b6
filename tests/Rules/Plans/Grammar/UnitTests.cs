using Gongkai.Plans;
using Xunit;

namespace Gongkai.Rules.Plans.Grammar;

public sealed class UnitTests
{
    [Theory]
    [InlineData("（牵头单位：市财政局，责任单位：市直有关部门，各镇<街道>）", "市财政局", "市直有关部门 各镇<街道>")]
    [InlineData("（牵头单位：市财政局；市政府有关部门、单位，各镇政府）", "市财政局", "市政府有关部门、单位 各镇政府")]
    [InlineData("（市财政局牵头，会同市审计局、市税务局落实）", "市财政局", "市审计局 市税务局")]
    [InlineData("（市财政局、审计局按职责分工分别牵头，各相关部门配合落实）", "市财政局 审计局", "各相关部门")]
    [InlineData("（市编办，各县市区政府、市属各开发区管委会负责落实）", "", "市编办 各县市区政府 市属各开发区管委会")]
    [InlineData("（市教育局分别牵头指导，云泽职业学院负责落实）", "市教育局", "云泽职业学院")]
    [InlineData("（市教育局、市体育局等部门按职责分工负责）", "", "市教育局 市体育局")]
    [InlineData("【责任单位：办公室、法规科、各科室】", "", "办公室 法规科 各科室")]
    [InlineData("（主办单位：区住建局；协办单位：区城管局、各街道）", "区住建局", "区城管局 各街道")]
    [InlineData("（由市政府办公室牵头）", "市政府办公室", "")]
    [InlineData("（责任单位：市自然资源和规划局、教务处和学生处；完成时限：6月底）", "", "市自然资源和规划局 教务处 学生处")]
    [InlineData("（责任单位：市场监管局 卫生健康委 各乡镇）", "", "市场监管局 卫生健康委 各乡镇")]
    [InlineData("（牵头单位：县政府办；责任领导：张三）", "县政府办", "")]
    public void Reads_who_does_what(string phrase, string lead, string responsible)
    {
        var task = PlainText.Task("一、主要任务\n（一）公开机构职能和办事指南，方便群众查询。" + phrase);
        Assert.Equal(lead, string.Join(' ', task.Units.Where(u => u.Role is UnitRole.Lead or UnitRole.Guiding).Select(u => u.Name)));
        Assert.Equal(responsible, string.Join(' ', task.Units.Where(u => u.Role is UnitRole.Responsible or UnitRole.Cooperating).Select(u => u.Name)));
        Assert.Equal("公开机构职能和办事指南，方便群众查询。", task.Text);
    }

    [Theory]
    [InlineData("市发改委、人社局、财政局", "市发改委 市人社局 市财政局")]
    [InlineData("市委宣传部、统战部、财政局", "市委宣传部 市委统战部 市财政局")]
    [InlineData("各镇政府、街办、开发区管委会", "各镇政府 各街办 各开发区管委会")]
    [InlineData("县教育局、各乡镇、卫生健康局", "县教育局 各乡镇 卫生健康局")]
    [InlineData("市商务局、市场监督管理局", "市商务局 市市场监督管理局")]
    [InlineData("市金融办、人民银行云泽市中心支行", "市金融办 人民银行云泽市中心支行")]
    [InlineData("市发改局、云泽市生态环境局云溪分局", "市发改局 云泽市生态环境局云溪分局")]
    [InlineData("州教育局、乡村振兴局", "州教育局 州乡村振兴局")]
    public void Puts_back_what_a_list_leaves_out(string names, string full)
    {
        var task = PlainText.Task($"一、主要任务\n（一）公开机构职能和办事指南，方便群众查询。（责任单位：{names}）");
        Assert.Equal(full, string.Join(' ', task.Units.Select(u => u.FullName)));
    }

    [Theory]
    [InlineData("接入信用中国（云河）和监管平台，推进数据共享。")]
    [InlineData("推进村（居）务公开，公开中标（成交）结果。")]
    [InlineData("推进决策、执行、管理、服务、结果公开（以下统称“五公开”）。")]
    [InlineData("市政府办公室将根据上级要求，建立考核机制，落实责任。")]
    [InlineData("各县区政府要在每年6月底前公开招生范围。")]
    public void Takes_no_other_bracket_or_sentence_for_an_assignment(string text) =>
        Assert.Empty(PlainText.Task("一、主要任务\n（一）" + text).Units);

    [Fact]
    public void Gives_every_unit_of_a_cell_its_own_duty()
    {
        var plan = PlainText.Read("序号 | 任务 | 任务分工 | 完成时限 |\n1 | 公开规划文本，方便社会监督。 | 市政府办公室：栏目设置。 市直部门、各镇（街道）：规划上传。 | 9月底 |", 2026);
        Assert.Equal([("市政府办公室", "栏目设置。"), ("市直部门", "规划上传。"), ("各镇（街道）", "规划上传。")], Assert.Single(plan.Tasks).Units.Select(u => (u.Name, u.Duty!)));
    }
}
