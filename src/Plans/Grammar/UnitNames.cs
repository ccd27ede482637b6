using System.Buffers;

namespace Gongkai.Plans.Grammar;

/// <summary>Tells names of bodies (局、委、办、中心、各镇街 …) from other words by their form.</summary>
public static class UnitNames
{
    /// <summary>The longest name met; longer stretches are text.</summary>
    public const int Longest = 36;

    private static readonly string[] Endings =
    [
        "局", "委", "办", "厅", "部", "署", "处", "科", "股", "室", "所", "站", "队", "组", "社", "公司", "集团", "中心", "政府", "党校",
        "学校", "中学", "小学", "大学", "学院", "医院", "法院", "检察院", "研究院", "卫生院", "敬老院", "保健院", "幼儿园", "园区", "馆", "电视台", "广播台", "融媒体",
        "乡", "镇", "村", "社区", "街道", "街", "镇街", "区", "县", "市", "州", "盟", "旗", "农场", "林场", "牧场", "师", "兵团", "团场",
        "银行", "支行", "分行", "人行", "农商行", "机关", "海关", "单位", "岗位", "岗", "部门", "机构", "各地", "专班", "民政", "委员会", "管委会", "管委", "居委会", "村委会",
        "协会", "工会", "联合会", "理事会", "学会", "基金会", "红十字会", "贸促会", "党委", "支部", "监委", "纪委", "人大", "政协", "团委",
        "残联", "妇联", "文联", "工商联", "侨联", "社科联", "科协", "联社", "台办", "法办", "段", "水厂", "电厂", "企业", "院校", "院系", "各院", "班级", "年级", "各班", "仲裁委", "工作组",
        "军分区", "武装部", "人武部", "报社", "日报", "晚报", "消防救援", "气象台", "地震台", "院", "校", "园", "物业", "书记处", "牵头人",
    ];

    // words that end like a body but are none
    private static readonly string[] FalseEndings =
    [
        "网站", "平台", "专区", "地区", "农村", "城市", "超市", "城乡", "城镇", "布局", "格局", "结局", "部署", "全部", "内部", "外部", "干部", "查处", "调处", "好处", "到处", "场所", "学科", "本科", "专科",
        "承办", "主办", "协办", "举办", "督办", "转办", "交办", "催办", "创办", "兴办", "申办", "代办", "领办", "快办", "能办", "好办", "会办", "易办", "网办", "通办", "阶段", "手段", "片段", "时段", "社会", "公园", "法院公开", "小组会",
        "辖区", "片区", "景点部", "夜市", "上市", "全区", "全市", "全县", "本市", "我市", "我县", "我区", "示范区", "试验区", "误区", "盲区", "功能区", "居民区", "开放式", "入组", "重组", "分科", "百科",
        "高校园", "教师", "律师", "医师", "导师", "老师", "工程师", "讲师", "法律援助", "校园", "家园", "田园", "庄园", "乐园", "入园", "故乡", "返乡", "下乡", "进村", "驻村", "入村", "入社", "全社",
    ];

    private static readonly string[] NeverInside =
    [
        "的", "了", "把", "被", "加强", "推进工作", "做好", "完善", "通过", "按照", "进一步", "确保", "建立", "及时", "开展", "提高", "提升", "落实到", "强化", "深入", "积极", "认真", "对照", "结合", "围绕", "严格", "切实", "主动", "全面推",
        "参加", "听取", "负责", "牵头", "配合", "报送", "情况", "栏目", "信息公布", "公开信息", "上传", "更新", "回应", "解读", "清单", "年度", "每月", "每季", "不少于", "至少", "会议", "制度", "要求", "内容", "措施", "任务",
        "意见", "通知", "报告", "方案", "政策", "文件", "附件", "《", "》", "。", "“", "=", "?", "!", "http", "www", "%",
    ];

    private static readonly string[] AlwaysUnit =
    [
        "各级各部门", "各有关方面", "各单位", "各部门", "各科室", "各处室", "各股室", "有关单位", "相关单位", "有关部门", "相关部门", "各责任单位", "全校", "全局", "全体教职工", "各地各部门", "各地", "县直", "市直", "区直", "国网", "移动", "联通", "电信",
    ];

    private static readonly SearchValues<string> Betraying = SearchValues.Create(NeverInside, StringComparison.Ordinal);

    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:\n|+");

    private static readonly Dictionary<char, string[]> EndingsByLast = ByLast(Endings);

    private static readonly Dictionary<char, string[]> FalseEndingsByLast = ByLast(FalseEndings);

    /// <summary>True when a folded stretch has the form of a body's name.</summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > Longest || name.StartsWith("责任") || name.StartsWith("配合")) return false;
        foreach (var known in AlwaysUnit)
            if (name.SequenceEqual(known)) return true;
        if (name.IndexOfAny(Marks) >= 0) return false;
        if (name.ContainsAny(Betraying))
            foreach (var word in NeverInside)
                if (name.Contains(word, StringComparison.Ordinal) && !IsOrganWord(name, word)) return false;
        if (char.IsAsciiDigit(name[0]) && name is not ['1', '2', ..]) return false;
        return EndsLikeName(name);
    }

    /// <summary>True when a folded stretch ends as bodies' names end.</summary>
    public static bool EndsLikeName(ReadOnlySpan<char> name)
    {
        if (name.Length > 0 && name[^1] is ')' or '>')
        {
            var open = name.LastIndexOfAny('(', '<');
            return open > 0 && (EndsLikeName(name[..open]) || EndsLikeName(name[(open + 1)..^1]));
        }

        return name.Length > 1 && !EndsWithAny(name, FalseEndingsByLast) && EndsWithAny(name, EndingsByLast);
    }

    private static bool EndsWithAny(ReadOnlySpan<char> name, Dictionary<char, string[]> byLast)
    {
        if (!byLast.TryGetValue(name[^1], out var endings)) return false;
        foreach (var ending in endings)
            if (name.EndsWith(ending, StringComparison.Ordinal)) return true;
        return false;
    }

    private static Dictionary<char, string[]> ByLast(string[] words) => words.GroupBy(w => w[^1]).ToDictionary(g => g.Key, g => g.ToArray());

    // 政策法规科, 解读办 and 政务公开科 hold words that otherwise betray running text
    private static bool IsOrganWord(ReadOnlySpan<char> name, string word) =>
        word is "政策" or "制度" or "清单" or "年度" or "方案" or "文件" or "任务" or "会议" or "解读" or "措施" or "推进工作" or "意见" or "情况" or "报告"
        && name.Length <= 12
        && name[^1] is '科' or '室' or '处' or '股' or '办' or '组' or '心' or '局';
}
