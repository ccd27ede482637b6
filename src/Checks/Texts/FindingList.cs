using System.Globalization;

namespace Gongkai.Checks;

/// <summary>Collects findings up to a number and counts the rest.</summary>
internal sealed class FindingList(int most)
{
    private const int LongestShown = 30;

    private readonly List<Finding> _findings = [];
    private int _more;

    /// <summary>Adds what was found in the text itself.</summary>
    public void Add(string code, int start, int end, string shown, string? instead = null) =>
        Add(new Finding(code, "", TextSpan.Between(start, end), shown) { Instead = instead });

    public void Add(Finding finding)
    {
        if (_findings.Count < most) _findings.Add(finding with { Shown = Clip(finding.Shown) });
        else _more++;
    }

    /// <summary>Everything in the order of the text, and last how many more there were.</summary>
    public IReadOnlyList<Finding> Build(bool inOrder = true)
    {
        List<Finding> all = inOrder ? [.. _findings.OrderBy(finding => finding.Span.Start).ThenBy(finding => finding.Code, StringComparer.Ordinal)] : [.. _findings];
        if (_more > 0) all.Add(new(CheckCodes.More, "", default, _more.ToString(CultureInfo.InvariantCulture)));
        return all;
    }

    private static string Clip(string shown)
    {
        if (shown.Length <= LongestShown) return shown;
        var length = char.IsHighSurrogate(shown[LongestShown - 2]) ? LongestShown - 2 : LongestShown - 1;
        return shown[..length] + "…";
    }
}
