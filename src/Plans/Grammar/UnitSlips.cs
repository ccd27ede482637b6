namespace Gongkai.Plans.Grammar;

/// <summary>Slips of the pen in names of bodies: a proposal, never a correction.</summary>
internal static class UnitSlips
{
    private static readonly string[] CutShort = ["民政", "财政", "教育", "司法", "审计", "统计", "水利", "交通", "人社", "发改", "住建", "农业农村", "卫健", "文旅", "应急", "市场监管", "自然资源", "生态环境", "退役军人", "医保", "公安", "商务", "科技", "信访"];

    /// <summary>The name that was probably meant; null where nothing looks wrong.</summary>
    public static string? Suggest(string name)
    {
        if (name.Length is < 3 or > UnitNames.Longest || name[0] is not ('市' or '县' or '区' or '州' or '旗' or '省')) return null;
        var region = name[0];
        // 市办扶贫办: one character too many between region and name
        if (name[1] == '办' && name[^1] == '办' && name.Length > 4) return region + name[2..];
        // 市云泽乡: a town carries no region before its own name
        if (name.Length is > 3 and < 7 && name[^1] is '乡' or '镇' && name[1] is not ('各' or '属' or '直' or '辖')) return name[1..];
        foreach (var stem in CutShort)
            if (name.AsSpan(1).SequenceEqual(stem)) return name + "局";
        return null;
    }
}
