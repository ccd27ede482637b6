using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Checks;
using Xunit;

namespace Gongkai.Rules.Checks;

public sealed class CheckListsTests
{
    [Fact]
    public void The_ready_made_lists_are_sound_and_have_a_version()
    {
        Assert.Matches(@"^\d{4}\.\d+$", CheckLists.Ready.Version);
        Assert.True(CheckLists.Ready.WrongWords.Count > 40);
        // What is right must not itself be found wrong.
        Assert.DoesNotContain(CheckLists.Ready.WrongWords, word => TextChecks.Find(word.Right, CheckLists.Ready).Count > 0);
        Assert.All(CheckLists.Ready.WrongWords, word => Assert.All(word.Within ?? [], longer => Assert.Contains(word.Wrong, longer, StringComparison.Ordinal)));
    }

    [Fact]
    public void An_office_adds_its_own_words()
    {
        var own = CheckLists.Read(Json(lists =>
        {
            lists["version"] = "county-3";
            lists["wrongWords"] = new JsonArray(new JsonObject { ["wrong"] = "伊宁先", ["right"] = "伊宁县" }, new JsonObject { ["wrong"] = "布署", ["right"] = "安排部署" });
        }));
        var both = CheckLists.Ready.With(own);
        Assert.Equal(CheckLists.Ready.Version + "+county-3", both.Version);
        Assert.Equal(["伊宁县", "安排部署", "安装"], TextChecks.Find("伊宁先布署按装", both).Select(finding => finding.Instead!));
        Assert.Single(TextChecks.Find("伊宁先布署", CheckLists.Ready));
    }

    [Theory]
    [InlineData("version", "\"\"")]
    [InlineData("version", "null")]
    [InlineData("forbiddenWords", "[\"残废\", \"残废\"]")]
    [InlineData("forbiddenWords", "[\" 残废\"]")]
    [InlineData("secrecyMarks", "[\"密\"]")]
    [InlineData("wrongWords", "[{ \"wrong\": \"布署\", \"right\": \"布署\" }]")]
    [InlineData("wrongWords", "[{ \"wrong\": \"布署\" }]")]
    [InlineData("unknown", "1")]
    public void Refuses_lists_of_another_form(string field, string value) =>
        Assert.Throws<InvalidDataException>(() => CheckLists.Read(Json(lists => lists[field] = JsonNode.Parse(value))));

    [Fact]
    public void Every_code_has_its_sentence()
    {
        var codes = typeof(CheckCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.All(codes, code => Assert.True(CheckWords.Knows(code), code));
        Assert.All(codes, code => Assert.EndsWith("。", CheckWords.Sentence(code), StringComparison.Ordinal));
        Assert.Equal(codes.Count, codes.Distinct(StringComparer.Ordinal).Count());
    }

    private static MemoryStream Json(Action<JsonObject> change)
    {
        using var ready = typeof(CheckLists).Assembly.GetManifestResourceStream("checks/lists.json")!;
        var lists = JsonNode.Parse(ready)!.AsObject();
        change(lists);
        return new(Encoding.UTF8.GetBytes(lists.ToJsonString()));
    }
}
