using Gongkai.Checks;
using Gongkai.Rules.Plans.Reading;
using Xunit;

namespace Gongkai.Rules.Checks;

/// <summary>Every kind of leak at every hiding place, and what only looks like one. The files are made here, of invented people.</summary>
public sealed class CorpusTests
{
    private const double MostFalseAlarms = 0.02;

    private static readonly List<Sample> Leaks = [.. DocxLeaks.All(), .. XlsxLeaks.All(), .. OtherLeaks.Shows(), .. OtherLeaks.Texts(), .. OtherLeaks.Images()];
    private static readonly List<Sample> Clean = [.. CleanFiles.All()];

    [Fact]
    public void Is_large_enough_to_mean_something()
    {
        Assert.True(Leaks.Count >= 60, $"{Leaks.Count} leaks");
        Assert.True(Clean.Count >= 60, $"{Clean.Count} clean files");
        Assert.Equal(Leaks.Count + Clean.Count, Leaks.Concat(Clean).Select(sample => sample.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Finds_every_leak_with_its_kind_and_place() => Assert.Empty(Missed(Leaks, Look));

    [Fact]
    public void Raises_hardly_a_false_alarm()
    {
        var alarms = Alarms(Clean, Look).ToList();
        Assert.True(alarms.Count <= Clean.Count * MostFalseAlarms, string.Join('\n', alarms));
    }

    [Fact]
    public void Finds_every_leak_in_pdf_files()
    {
        OfficeConverter.Program("pdftotext");
        OfficeConverter.Program("pdftoppm");
        OfficeConverter.Program("pdfinfo");
        Assert.Empty(Missed([.. OtherLeaks.Pdfs()], Look));
        Assert.Empty(Alarms([.. CleanFiles.Pdfs()], Look));
    }

    /// <summary>The planted breach: a checker that is blind for hidden parts or for a kind must fail the corpus, or the corpus proves nothing.</summary>
    [Theory]
    [InlineData("checks.id-number")]
    [InlineData("checks.mobile")]
    [InlineData("checks.bank-card")]
    [InlineData("checks.minor")]
    [InlineData("checks.hidden-place")]
    public void Bites_a_checker_that_is_blind_for_a_kind(string code) =>
        Assert.NotEmpty(Missed(Leaks, sample => [.. Look(sample).Where(finding => finding.Code != code)]));

    [Fact]
    public void Bites_a_checker_that_is_blind_for_hidden_parts_or_cries_always()
    {
        Assert.True(Missed(Leaks, sample => [.. Look(sample).Where(finding => finding.Place.StartsWith("正文", StringComparison.Ordinal))]).Count() > 60);
        Assert.Equal(Clean.Count, Alarms(Clean, _ => [new(CheckCodes.Mobile, "", default, "")]).Count());
    }

    [Fact]
    public void Never_shows_a_personal_value_in_full()
    {
        foreach (var finding in Leaks.SelectMany(Look).Where(finding => CheckCodes.IsPersonal(finding.Code)))
        {
            Assert.DoesNotContain(Invented.Id, finding.Shown + finding.Instead + finding.Place, StringComparison.Ordinal);
            Assert.DoesNotContain(Invented.Card, finding.Shown + finding.Instead, StringComparison.Ordinal);
            Assert.DoesNotContain("19900307", finding.Shown + finding.Instead, StringComparison.Ordinal);
            Assert.NotNull(finding.Instead);
            Assert.InRange(finding.Shown.Length, 1, 30);
        }
    }

    private static IReadOnlyList<Finding> Look(Sample sample) => FileChecks.Find(sample.Name, new MemoryStream(sample.Bytes), CheckLists.Ready).Findings;

    private static IEnumerable<string> Missed(IEnumerable<Sample> leaks, Func<Sample, IReadOnlyList<Finding>> look) =>
        from leak in leaks
        let found = look(leak)
        where !found.Any(finding => finding.Code == leak.Code && finding.Place == leak.Place && (leak.Masked.Length == 0 || finding.Shown == leak.Masked))
        select $"{leak.Name}: no {leak.Code} at {leak.Place} ({leak.Masked}) but {string.Join(", ", found.Select(finding => $"{finding.Code} at {finding.Place} ({finding.Shown})"))}";

    private static IEnumerable<string> Alarms(IEnumerable<Sample> clean, Func<Sample, IReadOnlyList<Finding>> look) =>
        from sample in clean
        let found = look(sample)
        where found.Count > 0
        select $"{sample.Name}: {string.Join(", ", found.Select(finding => $"{finding.Code} at {finding.Place} ({finding.Shown})"))}";
}
