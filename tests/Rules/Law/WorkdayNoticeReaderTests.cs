using Gongkai.Law.Calendar;
using Xunit;

namespace Gongkai.Rules.Law;

public class WorkdayNoticeReaderTests
{
    private const string Good = """
        { "year": 2027, "title": "安排", "number": "测办发〔2026〕1号", "announced": "2026-11-10", "amended": "2027-01-20",
          "off": [ { "name": "元旦", "first": "2026-12-31", "last": "2027-01-02" } ],
          "makeUp": [ { "day": "2027-01-09", "for": "元旦" } ] }
        """;

    [Fact]
    public void A_good_file_is_read()
    {
        var notice = WorkdayNoticeReader.Read(Good).Made;
        Assert.Equal((2027, "测办发〔2026〕1号", "2027@2027-01-20"), (notice.Year, notice.Number, notice.Version));
        Assert.Equal(new DateRange(new(2026, 12, 31), new(2027, 1, 2)), Assert.Single(notice.Off).Days);
        Assert.Equal(new MakeUpWorkday(new(2027, 1, 9), "元旦"), Assert.Single(notice.MakeUp));
    }

    [Theory]
    [InlineData("2027-01-09", "2027-01-08", "law.workdays-not-weekend", "makeUp[0].day")]
    [InlineData("2027-01-09", "2027-01-02", "law.workdays-worked-and-off", "2027-01-02")]
    [InlineData("2027-01-09", "2028-01-08", "law.workdays-other-year", "makeUp[0].day")]
    [InlineData("2026-12-31", "2026-13-31", "law.workdays-bad-date", "off[0].first")]
    [InlineData("2026-12-31", "2026-11-30", "law.workdays-other-year", "off[0].first")]
    [InlineData("2027-01-02", "2026-12-30", "law.workdays-reversed", "off[0]")]
    [InlineData("2027-01-02", "2027-02-02", "law.workdays-too-long", "off[0]")]
    [InlineData("\"year\": 2027", "\"year\": \"2027\"", "law.workdays-bad-year", "year")]
    [InlineData("\"year\": 2027", "\"year\": 1870", "law.workdays-bad-year", "year")]
    [InlineData("\"year\": 2027,", "", "law.workdays-missing", "year")]
    [InlineData("\"title\"", "\"titel\"", "law.workdays-unknown", "titel")]
    [InlineData("\"title\": \"安排\"", "\"title\": 5", "law.workdays-not-text", "title")]
    [InlineData("2026-11-10", "autumn", "law.workdays-bad-date", "announced")]
    [InlineData("2027-01-20", "20.1.2027", "law.workdays-bad-date", "amended")]
    [InlineData("\"name\": \"元旦\"", "\"name\": \" \"", "law.workdays-not-text", "off[0].name")]
    [InlineData("\"for\": \"元旦\"", "\"forr\": \"元旦\"", "law.workdays-unknown", "makeUp[0].forr")]
    [InlineData("[ { \"day\": \"2027-01-09\", \"for\": \"元旦\" } ]", "5", "law.workdays-missing", "makeUp")]
    [InlineData("{ \"day\": \"2027-01-09\", \"for\": \"元旦\" }", "\"2027-01-09\"", "law.workdays-missing", "makeUp[0]")]
    public void Each_bad_field_is_named(string good, string bad, string code, string place)
    {
        var read = WorkdayNoticeReader.Read(Good.Replace(good, bad));
        Assert.False(read.IsDone);
        Assert.Contains(read.Refusals, r => r.Code == code && Equals(r.Values[0], place));
    }

    [Fact]
    public void Overlaps_and_doubles_are_named()
    {
        var read = WorkdayNoticeReader.Read("""
            { "year": 2027, "title": "安排", "announced": "2026-11",
              "off": [ { "name": "元旦", "first": "2027-01-01", "last": "2027-01-03" }, { "name": "补休", "first": "2027-01-03", "last": "2027-01-04" } ],
              "makeUp": [ { "day": "2027-01-09", "for": "元旦" }, { "day": "2027-01-09", "for": "元旦" } ] }
            """);
        Assert.Equal(["law.workdays-overlap", "law.workdays-twice"], read.Refusals.Select(r => r.Code));
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        var read = WorkdayNoticeReader.Read("""{ "year": 0, "off": [ { "first": "x" } ], "extra": 1 }""");
        Assert.True(read.Refusals.Count >= 6, string.Join(", ", read.Refusals.Select(r => r.Code)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"year\": 2027,")]
    [InlineData("null")]
    public void What_is_no_JSON_object_is_told_with_its_line(string json) =>
        Assert.Contains(WorkdayNoticeReader.Read(json).Refusals, r => r is { Code: "law.workdays-not-json", Values: [1L or 1, _] });
}
