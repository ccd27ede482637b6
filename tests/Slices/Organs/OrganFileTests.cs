using Gongkai.Organs;
using Gongkai.Organs.Contracts;
using Gongkai.Organs.Imports;
using Xunit;

namespace Gongkai.Slices.Organs;

public sealed class OrganFileTests
{
    [Theory]
    [InlineData("""{"organs": [{"key": "a", "name": "县甲局"}]}""", "organs.file-unreadable")]
    [InlineData("""{"organs": [{"key": "a", "nmae": "县甲局", "kind": "town", "since": "2000-01-01"}]}""", "organs.file-unreadable")]
    [InlineData("""{"organs": [{"key": "a", "name": "县甲局", "kind": "town", "since": "2000-13-01"}]}""", "organs.file-unreadable")]
    [InlineData("""{"organs": [""", "organs.file-unreadable")]
    [InlineData("null", "organs.file-empty")]
    public void Refuses_what_is_not_in_the_form(string json, string code) =>
        Assert.Equal(code, Assert.Single(OrganFile.Read(json).Refusals).Code);

    [Fact]
    public void Names_line_and_field_of_what_it_cannot_read()
    {
        var refusal = Assert.Single(OrganFile.Read("""
            {
              "organs": [
                {"key": "a", "name": "县甲局", "kind": "town",
                 "since": "spring"}
              ]
            }
            """).Refusals);
        Assert.Equal([4L, "$.organs[0].since"], refusal.Values.Take(2));
    }

    [Theory]
    [InlineData("kind", "\"kind\": \"village\"", "organs.file-kind")]
    [InlineData("kind", "\"kind\": \"3\"", "organs.file-kind")]
    [InlineData("key", "\"key\": \"Wei Jian\"", "organs.file-key")]
    [InlineData("key", "\"key\": \"b\"", "organs.file-twice")]
    [InlineData("parent", "\"parent\": \"nobody\"", "organs.file-no-organ")]
    [InlineData("until", "\"until\": \"1999-12-31\"", "organs.file-dates")]
    [InlineData("until", "\"succeededBy\": \"b\"", "organs.file-missing")]
    [InlineData("aliases", "\"aliases\": [\"县乙局\"]", "organs.file-name-twice")]
    [InlineData("aliases", "\"aliases\": [\"\"]", "organs.file-missing")]
    [InlineData("formerNames[0]", "\"formerNames\": [{\"name\": \"县丙局\", \"from\": \"2001-01-01\"}]", "organs.file-former-later")]
    public void Names_the_place_of_what_does_not_fit(string field, string line, string code)
    {
        var file = OrganFile.Read($$"""
            {"organs": [
              {"key": "b", "name": "县乙局", "kind": "department", "since": "2000-01-01"},
              {"key": "a", "name": "县甲局", "kind": "department", "since": "2000-01-01", {{line}} }
            ]}
            """).Made;
        var refusal = Assert.Single(new OrganFileCheck(file).Reasons(), refusal => refusal.Code == code);
        Assert.StartsWith("organs[1] ", (string)refusal.Values[0], StringComparison.Ordinal);
        Assert.EndsWith("." + field, (string)refusal.Values[0], StringComparison.Ordinal);
        Assert.DoesNotContain("organs.", Sentences.Of(refusal).Replace("organs[1]", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Lets_the_name_of_what_has_ended_come_back()
    {
        var file = OrganFile.Read("""
            {"organs": [
              {"key": "old", "name": "县甲局", "kind": "department", "since": "2000-01-01", "until": "2009-12-31", "succeededBy": "new"},
              {"key": "new", "name": "县甲乙局", "kind": "department", "since": "2010-01-01", "aliases": ["县甲局"]}
            ]}
            """).Made;
        Assert.Empty(new OrganFileCheck(file).Reasons());
    }
}
