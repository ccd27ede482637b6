using Gongkai.Law.Wording;

namespace Gongkai.Checks;

/// <summary>A person named in running text.</summary>
/// <param name="Start">Where the name begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="IsAnnounced">True where a word before it announced a person.</param>
internal readonly record struct NamedPerson(int Start, int End, bool IsAnnounced);

/// <summary>Reads names at the places where sentences put them.</summary>
internal static class NamedPersons
{
    private const int LongestName = 24;

    private static readonly WordSet Roles = new(
    [
        "村民", "居民", "患者", "职工", "户主", "申请人", "救助对象", "家庭成员", "同志", "其子", "其女", "其妻", "其夫", "妻子", "丈夫", "儿子", "女儿", "母亲", "父亲", "低保对象", "当事人",
        "学生", "儿童", "孤儿", "幼儿", "新生", "姓名",
    ]);

    /// <summary>The name that begins here, ended by one of some words.</summary>
    /// <param name="cell">Cell to read in.</param>
    /// <param name="at">Where it would begin; a blank or colon may come first.</param>
    /// <param name="announced">True when a word before says that a person follows.</param>
    /// <param name="ends">What must follow a name.</param>
    /// <param name="lists">Words that are no names.</param>
    public static NamedPerson? Read(TextCell cell, int at, bool announced, string[] ends, CheckLists lists)
    {
        var text = cell.Text;
        while (announced && at < cell.End && text[at] is ':' or ' ') at++;
        var limit = Math.Min(cell.End, at + LongestName);
        for (var end = at; end < limit && (CharacterFolding.IsChinese(text[end]) || text[end] == '·'); end++)
        {
            if (end - at < 1 || !Follows(text, end + 1, cell.End, ends)) continue;
            var name = text.Words(at, end + 1);
            if (announced ? PersonNames.IsAnnounced(name, lists) : PersonNames.IsName(name, lists)) return new(at, end + 1, announced);
        }

        return null;
    }

    /// <summary>Every place in a cell where a name may begin: its start, after a mark, after a word that announces a person.</summary>
    public static IEnumerable<(int At, bool Announced)> Beginnings(TextCell cell)
    {
        for (var at = cell.Start; at < cell.End; at++)
        {
            if (at > cell.Start && !CharacterFolding.IsChinese(cell.Text[at - 1]) && cell.Text[at - 1] != '·' && CharacterFolding.IsChinese(cell.Text[at])) yield return (at, false);
            else if (at == cell.Start && CharacterFolding.IsChinese(cell.Text[at])) yield return (at, false);
            if (RoleLength(cell, at) is > 0 and var role) yield return (at + role, true);
        }
    }

    private static int RoleLength(TextCell cell, int at)
    {
        var (found, word) = Roles.First(cell.Text.Folded[at..Math.Min(cell.End, at + 4)]);
        return found == 0 ? word.Length : 0;
    }

    private static bool Follows(ScannedText text, int at, int end, string[] words)
    {
        foreach (var word in words)
            if (text.Folded[at..end].StartsWith(word)) return true;
        return false;
    }
}
