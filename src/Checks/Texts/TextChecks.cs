namespace Gongkai.Checks;

/// <summary>
/// Looks for what must not be published in a text: personal values, marks of secrecy, words of the lists. Time grows with the length of the text only.
/// </summary>
public static class TextChecks
{
    /// <summary>Most findings that are listed; one more, <see cref="CheckCodes.More"/>, says how many there are beyond.</summary>
    public const int Most = 500;

    /// <summary>Looks through a text.</summary>
    /// <param name="text">Lines end with <c>\n</c>; cells of a table, where there is one, with tabs. Column titles count for the rows below them.</param>
    /// <param name="lists">Words to look for and how to mask.</param>
    /// <returns>What was found, in the order of the text; personal values of one kind do not overlap.</returns>
    public static IReadOnlyList<Finding> Find(string text, CheckLists lists) => Find(text, lists, Most);

    internal static IReadOnlyList<Finding> Find(string text, CheckLists lists, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(lists);
        var scanned = new ScannedText(text);
        var findings = new FindingList(most);
        lists.Listed.Look(scanned, findings);
        foreach (var row in scanned.Rows())
        {
            foreach (var cell in row.Cells())
            {
                PersonalNumbers.Look(cell, lists, findings);
                MailAddresses.Look(cell, lists, findings);
                HomeAddresses.Look(cell, lists, findings);
                HealthMatters.Look(cell, lists, findings);
                MinorsNames.Look(cell, lists, findings);
                SecrecyMarks.Look(cell, lists, findings);
            }
        }

        return findings.Build();
    }
}
