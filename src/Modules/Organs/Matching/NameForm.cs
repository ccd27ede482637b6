using System.Text;

namespace Gongkai.Organs.Matching;

/// <summary>
/// The name of an organ taken apart, so that two ways of writing it come to the same: level and branch in front, core in the middle,
/// kind of office at the end. 市卫生和健康局 and 市卫生健康局 have one core; 市民政局 and 民政局 differ in the level alone.
/// </summary>
/// <param name="Level">省, 州, 市, 区, 县 or 旗 in front; null where none stands there.</param>
/// <param name="Branch">委 for the party's (市委…), 府 for the government's (市政府…); null where it is not said.</param>
/// <param name="Core">What is left in front of nothing: never empty.</param>
/// <param name="Stem">The core without its kind of office (局, 委员会, 办公室 …); null where it ends in none or less than two characters would be left.</param>
internal readonly record struct NameForm(char? Level, char? Branch, string Core, string? Stem)
{
    private const string Levels = "省州市区县旗";
    private static readonly string[] WordsWithLevel = ["市场", "市容", "市域", "区域", "区划", "县域"];
    private static readonly string[] Offices = ["委员会", "办公室", "局", "委", "办", "厅"];

    /// <summary>One width, no blanks, no full stop at the end: what typography alone changes.</summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormKC))
            if (!char.IsWhiteSpace(letter) && !char.IsControl(letter)) folded.Append(letter switch { '〈' => '<', '〉' => '>', '〔' => '(', '〕' => ')', _ => letter });
        return folded.ToString().TrimEnd('。', ';', ',', '.', '、');
    }

    /// <summary>
    /// The readings of a name, the likelier first. There are two where the first character may be a level or the beginning of a word:
    /// 市场监管局 is not the 场监管局 of a city.
    /// </summary>
    /// <param name="folded">The name, folded.</param>
    /// <param name="regions">Names of the place itself that may stand before the level (云泽 in 云泽市民政局).</param>
    public static IEnumerable<NameForm> Read(string folded, IReadOnlyList<string> regions)
    {
        var plain = WithoutFiller(WithoutPlace(WithoutNote(folded), regions));
        if (plain.Length == 0) yield break;
        if (plain.Length > 2 && Levels.Contains(plain[0], StringComparison.Ordinal))
        {
            var (branch, rest) = Branched(plain[1..]);
            yield return Of(plain[0], branch, rest);
            if (Array.Exists(WordsWithLevel, word => plain.StartsWith(word, StringComparison.Ordinal))) yield return Of(null, null, plain);
        }
        else
        {
            var (branch, rest) = Branched(plain);
            yield return Of(null, branch is '府' ? branch : null, branch is '府' ? rest : plain);
        }
    }

    /// <summary>True when nothing said in front of one name contradicts the other.</summary>
    public bool AgreesWith(NameForm other) =>
        (Level is null || other.Level is null || Level == other.Level) && (Branch is null || other.Branch is null || Branch == other.Branch);

    private static NameForm Of(char? level, char? branch, string rest)
    {
        var core = Shortened(rest);
        var office = Array.Find(Offices, office => core.EndsWith(office, StringComparison.Ordinal));
        return new(level, branch, core, office is not null && core.Length - office.Length >= LeastTelling(core) ? core[..^office.Length] : null);
    }

    /// <summary>How many characters of a name tell anything: two, and one more where the first is a level (市委 tells nothing of an office).</summary>
    public static int LeastTelling(string name) => Levels.Contains(name[0], StringComparison.Ordinal) ? 3 : 2;

    /// <summary>市委宣传部 is the party's 宣传部, 市政府办公室 the government's 办公室; 市委 and 市政府 alone are names.</summary>
    private static (char? Branch, string Core) Branched(string name) =>
        name.StartsWith("政府", StringComparison.Ordinal) && name.Length > 3 ? ('府', name[2..])
        : name[0] == '委' && name.Length > 2 ? ('委', name[1..])
        : (null, name);

    /// <summary>A remark in brackets at the end, as in 市民政局(老龄办), is not part of the name.</summary>
    private static string WithoutNote(string name)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        return open > 1 && name[^1] == ')' ? name[..open] : name;
    }

    private static string WithoutPlace(string name, IReadOnlyList<string> regions)
    {
        if (name.StartsWith("中共", StringComparison.Ordinal)) name = name[2..];
        foreach (var region in regions)
            if (name.Length > region.Length && name.StartsWith(region, StringComparison.Ordinal) && Levels.Contains(name[region.Length], StringComparison.Ordinal))
                return name[region.Length..];
        return name;
    }

    private static string WithoutFiller(string name)
    {
        var kept = new StringBuilder(name.Length);
        foreach (var letter in name)
            if (!"和与及、·<>()".Contains(letter, StringComparison.Ordinal)) kept.Append(letter);
        return kept.Replace("人民政府", "政府").Replace("工作领导小组", "领导小组").Replace("管理委员会", "管委会").ToString();
    }

    /// <summary>A town and its government, a street and its office are one body.</summary>
    private static string Shortened(string core)
    {
        if (core.Length > 3 && core.EndsWith("政府", StringComparison.Ordinal) && "镇乡".Contains(core[^3], StringComparison.Ordinal)) return core[..^2];
        foreach (var office in (string[])["街道办事处", "街道办", "街办"])
            if (core.Length > office.Length && core.EndsWith(office, StringComparison.Ordinal)) return core[..^office.Length] + "街道";
        return core;
    }
}
