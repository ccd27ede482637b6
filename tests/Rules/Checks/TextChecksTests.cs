using System.Text;
using Gongkai.Checks;
using Xunit;

namespace Gongkai.Rules.Checks;

public sealed class TextChecksTests
{
    [Theory]
    [InlineData("学生王小明，男，2014年5月出生", "checks.minor")]
    [InlineData("学生王某某，男，2014年5月出生", null)]
    [InlineData("儿童王*明，男，2014年5月出生", null)]
    [InlineData("学生资助中心，2014年成立", null)]
    [InlineData("患者李建国，男，确诊尿毒症", "checks.health")]
    [InlineData("李某，男，确诊尿毒症", null)]
    [InlineData("居民经检查患有高血压的，应当建档", null)]
    [InlineData("任何人患肺结核都应当治疗", null)]
    [InlineData("家住团结村3组12号的居民", "checks.address")]
    [InlineData("办公地址：团结村3组12号", null)]
    [InlineData("入住3栋2单元401室的承租人", null)]
    [InlineData("秘密★10年", "checks.secrecy-mark")]
    [InlineData("密级：机密", "checks.secrecy-mark")]
    [InlineData("内部资料　　注意保存", "checks.secrecy-mark")]
    [InlineData("本件密级为秘密级的，按规定办理", null)]
    [InlineData("保密工作", null)]
    [InlineData("鲜族", "checks.wrong-word")]
    [InlineData("朝鲜族", null)]
    [InlineData("残废", "checks.forbidden-word")]
    public void Tells_what_must_not_be_published_from_what_looks_like_it(string text, string? code) =>
        Assert.Equal(code, TextChecks.Find(text, CheckLists.Ready).Select(finding => finding.Code).SingleOrDefault());

    [Fact]
    public void Reads_a_table_by_its_column_titles_until_it_ends()
    {
        const string text = "2026年困境儿童名单\n姓名\t出生年月\t致贫原因\n阿里木·买买提\t2013.2\t父亲重病\n王**\t2014.1\t-\n以上名单公示5天。\n联系电话0999-4022345\n通知\t正文";
        Assert.Equal([("checks.minor", "阿里木·买买提"), ("checks.health", "父亲重病")], TextChecks.Find(text, CheckLists.Ready).Select(finding => (finding.Code, text.Substring(finding.Span.Start, finding.Span.Length))));
    }

    [Fact]
    public void Masks_a_text_with_what_it_proposes()
    {
        const string text = "村民王建国因患尿毒症，身份证654101199003071232，电话139-1234-5678，卡号6217001234567890122，邮箱278123456@qq.com，家住萨木于孜镇团结村3组12号。";
        Assert.Equal(
            "村民王建国因患***，身份证654101********1232，电话139****5678，卡号***************0122，邮箱2***@qq.com，家住萨木于孜镇团结村***。",
            Masking.Apply(text, TextChecks.Find(text, CheckLists.Ready)));
    }

    [Fact]
    public void A_masked_text_is_clean()
    {
        var text = string.Join('\n', OtherLeaks.Texts().Where(sample => sample.Code is not ("checks.health" or "checks.secrecy-mark")).Select(sample => Encoding.UTF8.GetString(sample.Bytes)));
        var once = Masking.Apply(text, TextChecks.Find(text, CheckLists.Ready));
        Assert.DoesNotContain(TextChecks.Find(once, CheckLists.Ready), finding => finding.Instead is not null && finding.Code != CheckCodes.Health);
    }

    [Fact]
    public void Lists_so_many_and_counts_the_rest()
    {
        var findings = TextChecks.Find(string.Concat(Enumerable.Repeat("电话13912345678。", 700)), CheckLists.Ready);
        Assert.Equal(501, findings.Count);
        Assert.Equal(("checks.more", "200"), (findings[^1].Code, findings[^1].Shown));
    }

    /// <summary>Guarded by size, not by a clock: what is not linear does not come to an end here.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("1-")]
    [InlineData("139")]
    [InlineData("6541 ")]
    [InlineData("@")]
    [InlineData("a@")]
    [InlineData("住")]
    [InlineData("家住团结村")]
    [InlineData("学生")]
    [InlineData("学生王")]
    [InlineData("村民王")]
    [InlineData("王·")]
    [InlineData("患")]
    [InlineData("秘密")]
    [InlineData("尿毒症，")]
    [InlineData("姓名\t原因\t")]
    [InlineData("\t")]
    [InlineData("姓名\t电话\n")]
    [InlineData("附件9")]
    [InlineData("月日")]
    [InlineData("伊宁")]
    [InlineData("\u200B1")]
    public void Comes_to_an_end_on_large_texts(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length / 2));
        TextChecks.Find(text, CheckLists.Ready);
        HeadChecks.Find(new("", null, null, null, null, null, 0, ["伊宁县人民政府办公室"]), text);
    }

    [Theory]
    [InlineData("checks.id-number", "６５４１０１　１９９００３０７　１２３２", "654101********1232")]
    [InlineData("checks.id-number", "11010519491231002×", "110105********002X")]
    [InlineData("checks.id-number", "654101780101001", "654101******001")]
    [InlineData("checks.mobile", "+86 139-1234-5678", "139****5678")]
    [InlineData("checks.email", "a@qq.com", "a***@qq.com")]
    [InlineData("checks.address", "伊宁县萨木于孜镇某路3号", "伊宁县萨木于孜镇***")]
    [InlineData("checks.address", "某路3号", "***")]
    [InlineData("checks.minor", "阿依古丽", "阿**")]
    [InlineData("checks.wrong-word", "布署", null)]
    public void Masks_a_value(string code, string value, string? masked) => Assert.Equal(masked, Masking.Mask(code, value, CheckLists.Ready.Masking));

    [Fact]
    public void A_pattern_of_an_office_never_bares_the_day_of_birth()
    {
        var generous = CheckLists.Ready.Masking with { IdFirst = 14, IdLast = 10, MobileFirst = 9, MobileLast = 9 };
        Assert.Equal("654101********1232", Masking.Mask("checks.id-number", Invented.Id, generous));
        Assert.Equal("***********", Masking.Mask("checks.mobile", Invented.Mobile, generous));
    }
}
