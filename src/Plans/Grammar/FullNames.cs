namespace Gongkai.Plans.Grammar;

/// <summary>Puts back what a list of names leaves out: 市发改委、人社局 means 市人社局.</summary>
internal static class FullNames
{
    private static readonly string[] Regions = ["自治区", "自治州", "自治县", "市", "县", "区", "省", "州", "旗", "盟", "镇", "乡"];

    // names that begin with a region's character without meaning the region
    private static readonly string[] NotRegion = ["市场", "市容", "市政管理", "市政公用", "市政园林", "市政局", "市政设施", "市政工程", "区域", "区划", "县域", "乡村", "镇村", "镇街", "乡镇", "省际", "州际"];

    private static readonly string[] PartyBodies = ["组织部", "宣传部", "统战部", "政法委", "网信办", "编办", "政研室", "巡察办", "老干部局", "机要局", "党校", "督查室", "改革办", "文明办", "机构编制委员会办公室", "社会工作部", "直属机关工委", "农办"];

    private static readonly string[] Outside = ["国家", "中国", "国网", "人民银行", "中国人民银行", "全国", "全市", "全县", "全区", "中央", "本", "我", "该", "其他", "有关", "相关", "上级", "驻", "机关", "局属", "校", "院", "学校", "各", "县直", "市直", "区直", "州直", "省直", "市属", "县属", "区属", "县级", "市级", "区级", "村", "社区", "电信", "移动", "联通"];

    private static readonly string[] Collective = ["镇", "乡", "街道", "街办", "办事处", "管委会", "园区", "开发区", "社区", "村", "政府", "县", "区", "旗", "科室", "处室", "股室", "站所", "下属单位", "直属单位", "二级单位", "部门", "委", "中心", "企业", "学校", "学院", "院系", "场", "管理区", "景区"];

    private static readonly System.Buffers.SearchValues<char> RegionLetters = System.Buffers.SearchValues.Create("市县省州旗盟");

    /// <summary>The full names of the names of one list, in the same order.</summary>
    public static string[] Restore(IReadOnlyList<string> names)
    {
        var full = new string[names.Count];
        string? region = null;
        bool each = false, party = false;
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            full[i] = name;
            if (name.StartsWith('各'))
            {
                (each, region) = (true, null);
                continue;
            }

            if (RegionOf(name) is { } own)
            {
                region = own;
                each = false;
                party = name.AsSpan(own.Length).StartsWith("委") && EndsWithAny(name, PartyBodies);
                continue;
            }

            if (each && EndsWithAny(name, Collective) && !StartsWithAny(name, Outside)) full[i] = "各" + name;
            else if (region is not null && CanInherit(name))
                full[i] = region + (party && Array.IndexOf(PartyBodies, name) >= 0 ? "委" : "") + name;
            else if (!each) region = StartsWithAny(name, Outside) || name.Length > 8 ? region : null;
        }

        return full;
    }

    private static bool CanInherit(string name)
    {
        if (StartsWithAny(name, Outside) || name.Length > 14) return false;
        if (name.EndsWith("公司", StringComparison.Ordinal)) return name.Length <= 5;
        string[] own = ["分局", "支行", "分行", "银行", "分公司", "集团", "学院", "大学", "学校", "中学", "小学", "医院", "部门", "单位", "科室", "政府", "县", "乡", "镇", "街道"];
        if (EndsWithAny(name, own)) return false;
        // a region inside the name, as in 潍城区发改局, is the name's own
        var inside = name.AsSpan(1).IndexOfAny(RegionLetters);
        return inside < 0 || NotRegionAt(name, inside + 1);
    }

    private static bool NotRegionAt(string name, int at) => StartsWithAny(name[at..], NotRegion) || name[at..].StartsWith("市民", StringComparison.Ordinal);

    private static string? RegionOf(string name)
    {
        if (StartsWithAny(name, NotRegion)) return null;
        foreach (var region in Regions)
            if (name.Length > region.Length + 1 && name.StartsWith(region, StringComparison.Ordinal)) return region;
        return null;
    }

    private static bool StartsWithAny(string name, string[] words) => Array.Exists(words, w => name.StartsWith(w, StringComparison.Ordinal));

    private static bool EndsWithAny(string name, string[] words) => Array.Exists(words, w => name.EndsWith(w, StringComparison.Ordinal));
}
