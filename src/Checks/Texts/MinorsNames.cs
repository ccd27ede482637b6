namespace Gongkai.Checks;

/// <summary>Finds names of minors (未成年人): in lists of pupils, children or orphans, and in sentences that give their age, birth or class.</summary>
internal static class MinorsNames
{
    private const int Reach = 30;

    private static readonly string[] Ends = [",男", ",女", "(男", "(女", ",20", "(20", ",出生", ",生于", ",系", ",现就读", ",今年", ",年仅", ",身份证", ",1", "(1", " 男", " 女", "同学", "小朋友"];
    private static readonly WordSet Signs = new(["出生", "生于", "周岁", "岁", "年级", "班", "就读", "小学", "幼儿园", "中学", "身份证", "监护人"]);

    public static void Look(TextCell cell, CheckLists lists, FindingList findings)
    {
        if (cell.Row.Head is { } head)
        {
            if (cell.Column == head.NameColumn && head.IsOfMinors(lists.Minor) && PersonNames.IsListed(cell.Row.Name, lists)) Add(cell, cell.Start, cell.End, lists, findings);
            return;
        }

        for (var at = cell.Start; at < cell.End;)
        {
            var hit = lists.Minor.First(cell.Text.Folded[at..cell.End]);
            if (hit.At < 0) return;
            at += hit.At + hit.Word.Length;
            if (NamedPersons.Read(cell, at, announced: true, Ends, lists) is not { } person) continue;
            var end = Math.Min(cell.End, person.End + Reach);
            var stop = cell.Text.Folded[person.End..end].IndexOf('。');
            if (stop >= 0) end = person.End + stop;
            if (Signs.IsIn(cell.Text.Folded[person.End..end])) Add(cell, person.Start, person.End, lists, findings);
            at = person.End;
        }
    }

    private static void Add(TextCell cell, int start, int end, CheckLists lists, FindingList findings)
    {
        while (start < end && cell.Text[start] == ' ') start++;
        while (end > start && cell.Text[end - 1] == ' ') end--;
        var masked = Masking.Mask(CheckCodes.Minor, cell.Text.Words(start, end), lists.Masking);
        findings.Add(CheckCodes.Minor, start, end, masked!, masked);
    }
}
