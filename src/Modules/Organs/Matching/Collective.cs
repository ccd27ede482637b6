namespace Gongkai.Organs.Matching;

/// <summary>Whom a collective name means.</summary>
[Flags]
internal enum Whom
{
    None = 0,
    Towns = 1,
    Streets = 2,
    Departments = 4,
    Units = 8,
    Parks = 16,
    Counties = 32,
    Firms = 64,
}

/// <summary>How a collective name narrows whom it means.</summary>
[Flags]
internal enum Narrowed
{
    None = 0,

    /// <summary>Those concerned (有关、相关).</summary>
    Concerned = 1,

    /// <summary>Those directly under the government (市直、市级、市政府、市属).</summary>
    Direct = 2,

    /// <summary>Of every level (各级).</summary>
    EveryLevel = 4,

    /// <summary>Those that enforce law (行政执法).</summary>
    Enforcing = 8,

    /// <summary>Those in charge of a trade (行业主管).</summary>
    Trade = 16,
}

/// <summary>
/// What a collective name says, whatever its wording: 各镇街, 各镇(街道), 各乡镇&lt;街道&gt; and 各镇政府、街道办事处 say the same.
/// A name is collective only if it consists of nothing but the words below, so no organ is ever taken for a group.
/// </summary>
internal readonly record struct Collective(Whom Whom, Narrowed Narrowed)
{
    /// <summary>Words a collective name is made of. Where one is the beginning of another, the longer is read.</summary>
    private static readonly (string Word, Whom Whom, Narrowed Narrowed)[] Words =
    [
        .. Meaning(Whom.Towns, "乡镇", "镇", "乡")
            .Concat(Meaning(Whom.Streets, "街道办事处", "街道办", "街道", "街办", "街", "办事处"))
            .Concat(Meaning(Whom.Departments, "部门"))
            .Concat(Meaning(Whom.Units, "单位", "机构", "机关"))
            .Concat(Meaning(Whom.Parks, "开发区管委会", "开发区", "园区管委会", "园区", "管委会"))
            .Concat(Meaning(Whom.Counties, "县市区", "县(市、区)", "县区", "区县"))
            .Concat(Meaning(Whom.Firms, "国有企业", "企业"))
            .Concat(Narrowing(Narrowed.Concerned, "有关", "相关"))
            .Concat(Narrowing(Narrowed.Direct, "直属", "直", "属", "所属", "级", "市政府", "区政府", "县政府"))
            .Concat(Narrowing(Narrowed.EveryLevel, "各级"))
            .Concat(Narrowing(Narrowed.Enforcing, "行政执法", "执法"))
            .Concat(Narrowing(Narrowed.Trade, "行业", "主管"))
            .Concat(Narrowing(Narrowed.None, "各", "全市", "全县", "全区", "市", "县", "区", "州", "政府", "等", "和", "与", "及", "、", "(", ")", "<", ">", "/", ","))
            .OrderByDescending(word => word.Word.Length),
    ];

    /// <summary>Reads a name.</summary>
    /// <param name="folded">The name, folded.</param>
    /// <returns>What it says; null when it is not a collective name.</returns>
    public static Collective? Read(string folded)
    {
        var (whom, narrowed) = (Whom.None, Narrowed.None);
        var name = folded.Replace("人民政府", "政府", StringComparison.Ordinal);
        for (var at = 0; at < name.Length;)
        {
            var word = Array.Find(Words, word => string.CompareOrdinal(name, at, word.Word, 0, word.Word.Length) == 0);
            if (word.Word is null) return null;
            (whom, narrowed) = (whom | word.Whom, narrowed | word.Narrowed);
            at += word.Word.Length;
        }
        return whom == Whom.None ? null : new(whom, narrowed);
    }

    /// <summary>How near another collective is: 1 says the same, 0 means others.</summary>
    public double NearTo(Collective other)
    {
        if (this == other) return 1;
        if (Departmental(Whom) != Departmental(other.Whom)) return 0;
        var narrowings = System.Numerics.BitOperations.PopCount((uint)(Narrowed ^ other.Narrowed));
        return narrowings > 2 ? 0 : 1 - (narrowings * 0.1) - (Whom == other.Whom ? 0 : 0.05);
    }

    /// <summary>部门 and 单位 are said side by side and one for the other; whose they are is told by what narrows them.</summary>
    private static Whom Departmental(Whom whom) => whom.HasFlag(Whom.Units) ? whom & ~Whom.Units | Whom.Departments : whom;

    private static IEnumerable<(string Word, Whom Whom, Narrowed Narrowed)> Meaning(Whom whom, params string[] words) =>
        words.Select(word => (word, whom, Narrowed.None));

    private static IEnumerable<(string Word, Whom Whom, Narrowed Narrowed)> Narrowing(Narrowed narrowed, params string[] words) =>
        words.Select(word => (word, Whom.None, narrowed));
}
