using Gongkai.Law.Wording;

namespace Gongkai.Checks;

/// <summary>Tells whether characters are a person's name. No list of names is kept, so it is a likelihood.</summary>
internal static class PersonNames
{
    /// <summary>The surnames that nearly everybody bears; such as are also everyday words at the start of others are left out.</summary>
    private const string Surnames =
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭林高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚金邱夏谭韦贾邹熊孟秦阎薛侯雷白龙段郝孔邵史毛顾赖武康贺严尹钱施牛洪龚汤陶黎樊齐庄殷葛岳宁冉俞甄祁";

    private static readonly HashSet<string> DoubleSurnames = new(["欧阳", "司马", "上官", "诸葛", "皇甫", "东方", "司徒", "令狐", "慕容"], StringComparer.Ordinal);

    /// <summary>Characters that names do not hold and sentences do.</summary>
    private const string Grammar = "的了在经被如若及和与或因对为其所者等可应需须已将未不查报由从向把给我你他她它这那是有无各每某着过患病残系确诊";

    /// <summary>True for 2 to 4 characters that begin with a surname, or for parts joined by a dot (阿里木·买买提).</summary>
    public static bool IsName(string name, CheckLists lists)
    {
        if (name.Length is < 2 or > 24 || lists.NotNames.Contains(name) || name.Any(Grammar.Contains)) return false;
        if (name.Contains('·')) return name.Split('·').All(part => part.Length > 0 && part.All(CharacterFolding.IsChinese));
        if (!name.All(CharacterFolding.IsChinese) || name.Length > 4 || lists.Health.IsIn(name)) return false;
        foreach (var word in lists.NotNames)
            if (name.StartsWith(word, StringComparison.Ordinal)) return false;
        return name.Length < 4 ? Surnames.Contains(name[0]) : DoubleSurnames.Contains(name[..2]);
    }

    /// <summary>True for what stands in a column of names and is one: Chinese, not masked, not a sum or a title.</summary>
    public static bool IsListed(string name, CheckLists lists)
    {
        name = name.Replace(" ", "", StringComparison.Ordinal);
        return name.Length is >= 2 and <= 24 && !name.Contains('某') && !lists.NotNames.Contains(name) && name.All(c => CharacterFolding.IsChinese(c) || c == '·');
    }

    /// <summary>True for what follows a word that announces a person (村民, 学生) and may be the name of one, with any surname.</summary>
    public static bool IsAnnounced(string name, CheckLists lists) =>
        IsName(name, lists)
        || (name.Length is >= 3 and <= 8 && name.All(CharacterFolding.IsChinese) && !name.Any(Grammar.Contains) && !lists.NotNames.Contains(name) && !lists.Health.IsIn(name) && !lists.Minor.IsIn(name));
}
