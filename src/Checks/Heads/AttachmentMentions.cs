using System.Globalization;
using Gongkai.Law.Wording;

namespace Gongkai.Checks;

/// <summary>Finds attachments that the text names and nobody gave: 附件3 where there are two.</summary>
internal static class AttachmentMentions
{
    /// <summary>Whose attachment it is when it is another document's: 国办发〔2018〕123号附件3.</summary>
    private const string OtherDocuments = "号》)〉";

    public static void Look(ScannedText text, int count, FindingList findings)
    {
        var seen = new HashSet<int>();
        for (var at = 0; at + 1 < text.Length; at++)
        {
            if (text[at] != '附' || text[at + 1] != '件' || (at > 0 && OtherDocuments.Contains(text[at - 1]))) continue;
            var start = at + 2;
            var end = start;
            while (end < text.Length && end - start < 3 && (char.IsAsciiDigit(text[end]) || "一二三四五六七八九十".Contains(text[end]))) end++;
            if (end == start)
            {
                if (count == 0 && IsNamed(text, at, start) && seen.Add(0)) findings.Add(CheckCodes.AttachmentMissing, at, start, "附件");
                continue;
            }

            // 附件3-1 and 附件3.2 are parts of the third; 附件2份 counts and does not name.
            if (end < text.Length && "份个页%年月".Contains(text[end])) continue;
            if (ChineseNumerals.TryParse(text.Folded[start..end], out var number) && number > count && seen.Add(number))
                findings.Add(CheckCodes.AttachmentMissing, at, end, string.Create(CultureInfo.InvariantCulture, $"附件{number}（已上传{count}个）"));
        }
    }

    // 见附件, 附件: at the start of a line; not 附件下载 or 邮件附件.
    private static bool IsNamed(ScannedText text, int at, int end) =>
        (at > 0 && text[at - 1] is '见' or '详') || (end < text.Length && text[end] == ':' && (at == 0 || text[at - 1] is '\n' or ' '));
}
