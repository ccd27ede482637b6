namespace Gongkai.Checks;

/// <summary>
/// Finds mail addresses (电子邮箱) of persons: at a provider for everybody, and named by digits, or said to be somebody's.
/// Offices keep boxes at such providers too; a box called by letters counts as theirs unless the text says otherwise.
/// </summary>
internal static class MailAddresses
{
    private const int LongestName = 64;
    private const int LongestDomain = 100;

    private static readonly WordSet PersonWords = new(["姓名", "个人", "本人", "微信", "QQ", "申请人", "家长"]);

    public static void Look(TextCell cell, CheckLists lists, FindingList findings)
    {
        var text = cell.Text;
        for (var at = cell.Start; at < cell.End; at++)
        {
            if (text[at] != '@') continue;
            var start = at;
            while (start > cell.Start && at - start < LongestName && IsNamed(text[start - 1])) start--;
            var end = at + 1;
            while (end < cell.End && end - at < LongestDomain && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-')) end++;
            while (end > at + 1 && text[end - 1] is '.' or '-') end--;
            if (start == at || !lists.MailDomains.Contains(text.Words(at + 1, end)) || !IsPersonal(cell, start, at)) continue;

            var masked = Masking.Mask(CheckCodes.Email, text.Words(start, end), lists.Masking);
            findings.Add(CheckCodes.Email, start, end, masked!, masked);
            at = end - 1;
        }
    }

    private static bool IsPersonal(TextCell cell, int start, int at)
    {
        var digits = 0;
        for (var i = start; i < at; i++) digits += char.IsAsciiDigit(cell.Text[i]) ? 1 : 0;
        return digits == at - start || PersonWords.IsIn(cell.Label(start)) || cell.Row.Head is { NameColumn: >= 0 };
    }

    private static bool IsNamed(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '%' or '+' or '-';
}
