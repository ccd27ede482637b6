using System.Text;

namespace Gongkai.Checks;

/// <summary>
/// Finds marks of secrecy (密级标志): a grade with its star anywhere, a grade or a mark of internal material that has its line to itself.
/// The same words in running text (国家秘密, 保密工作) are none.
/// </summary>
internal static class SecrecyMarks
{
    private const int LongestLine = 30;
    private const string Stars = "★☆*⭐＊";
    private static readonly string[] Grades = ["绝密", "机密", "秘密"];
    private static readonly string[] Labels = ["密级:", "密级", "定密:", "保密期限:"];

    public static void Look(TextCell cell, CheckLists lists, FindingList findings)
    {
        if (Starred(cell) is { } starred)
        {
            findings.Add(CheckCodes.SecrecyMark, starred.Start, starred.End, cell.Text.Words(starred.Start, starred.End));
            return;
        }

        if (cell.End - cell.Start is < 2 or > LongestLine) return;
        var words = cell.Text.Words(cell.Start, cell.End);
        if (IsGrade(words) || IsMark(words, lists)) findings.Add(CheckCodes.SecrecyMark, cell.Start, cell.End, words.Trim());
    }

    private static TextSpan? Starred(TextCell cell)
    {
        var text = cell.Text;
        for (var at = cell.Start; at + 2 < cell.End; at++)
        {
            if (text[at + 1] != '密' || !Grades.Contains(text.Words(at, at + 2))) continue;
            var star = at + 2;
            while (star < cell.End && star - at < 6 && text[star] == ' ') star++;
            if (star >= cell.End || !Stars.Contains(text[star])) continue;
            var end = star + 1;
            while (end < cell.End && end - star < 10 && (text[end] is ' ' || char.IsAsciiDigit(text[end]) || "年月长期一二三四五六七八九十".Contains(text[end]))) end++;
            while (text[end - 1] == ' ') end--;
            return TextSpan.Between(at, end);
        }

        return null;
    }

    private static bool IsGrade(string words)
    {
        var line = Letters(words, keepColon: true);
        foreach (var label in Labels)
            if (line.StartsWith(label, StringComparison.Ordinal)) return Grades.Any(line[label.Length..].TrimStart(':').StartsWith);
        return Grades.Contains(line);
    }

    // 内部资料　注意保存 and （内部资料，不得外传）: nothing but marks, with blanks and punctuation between.
    private static bool IsMark(string words, CheckLists lists)
    {
        var rest = Letters(words, keepColon: false).AsSpan();
        if (rest.IsEmpty) return false;
        while (!rest.IsEmpty)
        {
            var length = 0;
            foreach (var mark in lists.Marks)
            {
                if (!rest.StartsWith(mark)) continue;
                length = mark.Length;
                break;
            }

            if (length == 0) return false;
            rest = rest[length..];
        }

        return true;
    }

    private static string Letters(string words, bool keepColon)
    {
        var letters = new StringBuilder(words.Length);
        foreach (var c in words)
            if (char.IsLetterOrDigit(c) || (keepColon && c == ':')) letters.Append(c);
        return letters.ToString();
    }
}
