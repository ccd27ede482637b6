namespace Gongkai.Checks;

/// <summary>
/// Finds illness, disability and causes of hardship (健康状况、残疾、致贫原因) that are tied to a name: in the row of a list, or in a sentence about somebody.
/// What is said of people in general is none.
/// </summary>
internal static class HealthMatters
{
    private const int Reach = 30;

    private static readonly string[] Ends = ["患有", "身患", "因患", "患", "因病", "因残", "确诊", "被诊断", "系", ",男", ",女", "(男", "(女", ",因患", ",因病", ",因残", ",身患", ",患", ",系", "因身患", "因突发"];
    private static readonly string[] Healthy = ["无", "否", "健康", "良好", "-", "/", "—", "无病", "正常", "*", "**", "***"];

    public static void Look(TextCell cell, CheckLists lists, FindingList findings)
    {
        if (cell.Row.Head is { NameColumn: >= 0 } head)
        {
            if (cell.Column == head.NameColumn || !PersonNames.IsListed(cell.Row.Name, lists)) return;
            var words = cell.End - cell.Start <= 200 ? cell.Text.Words(cell.Start, cell.End).Trim() : "";
            var hit = lists.Health.First(cell.Text.Folded[cell.Start..cell.End]);
            if (words.Length > 0 && (hit.At >= 0 || (head.IsHealth(cell.Column) && !Healthy.Contains(words)))) Add(cell, cell.Row.Name, hit.At >= 0 ? hit.Word : words, cell.Start, cell.End, lists, findings);
            return;
        }

        if (!lists.Health.IsIn(cell.Text.Folded[cell.Start..cell.End])) return;
        var free = cell.Start;
        foreach (var (at, announced) in NamedPersons.Beginnings(cell))
        {
            if (at < free || NamedPersons.Read(cell, at, announced, Ends, lists) is not { } person) continue;
            var end = person.End;
            while (end < cell.End && end - person.End < Reach && !"。;!?".Contains(cell.Text[end])) end++;
            var hit = lists.Health.First(cell.Text.Folded[person.End..end]);
            if (hit.At < 0) continue;
            var start = person.End + hit.At;
            free = start + hit.Word.Length;
            Add(cell, cell.Text.Words(person.Start, person.End), hit.Word, start, free, lists, findings);
        }
    }

    private static void Add(TextCell cell, string name, string word, int start, int end, CheckLists lists, FindingList findings)
    {
        while (start < end && cell.Text[start] == ' ') start++;
        var shown = Masking.Name(name, lists.Masking.NameFirst) + "：" + word;
        findings.Add(CheckCodes.Health, start, end, shown, Masking.Mask(CheckCodes.Health, word, lists.Masking));
    }
}
