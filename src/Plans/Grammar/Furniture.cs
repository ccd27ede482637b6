using System.Buffers;

namespace Gongkai.Plans.Grammar;

/// <summary>Tells what stands around a plan on pages and sharing sites: navigation, counters, print blocks.</summary>
internal static class Furniture
{
    private static readonly string[] Starts =
    [
        "索引号", "主题分类", "发文机关:", "发文机构", "发布机构", "成文日期", "发布日期", "生成日期", "发文日期", "有效性", "统一登记号", "关键词", "文件编号:", "信息来源", "文档编号", "上传时间", "上传人", "当前位置", "您的位置", "您现在的位置", "您当前", "首页>", "首页|", "上一篇", "下一篇", "上一条", "下一条", "扫一扫", "扫码", "分享到", "分享:", "字号", "字体", "【字体", "[字体", "浏览", "点击", "阅读:", "阅读量", "阅读次数", "访问次数", "访问量", "来源:", "作者:", "编辑:", "责任编辑", "信息审核", "审核:", "打印", "关闭", "收藏", "返回顶部", "返回列表", "版权所有", "主办:", "Copyright", "copyright", "ProducedBy", "相关附件", "相关解读", "相关报道", "相关文件", "一图看懂", "一图读懂", "图解", "相关链接", "相关文档", "相关阅读", "相关推荐", "温馨提示", "网站地图", "联系我们", "网站声明", "关于我们", "无障碍", "视力保护色", "日期:", "时间:20", "信息时间", "公开方式", "公开范围", "公开形式", "公开时限:", "公开程序", "文号:", "发文字号:", "文档", "抄送", "抄报", "主送:", "网站标识码", "政府网站标识码", "公安备", "技术支持", "承办:", "地址:", "邮编", "热点推荐", "热门搜索", "附件下载", "点击下载", "点击查看", "我要", "语音播报", "背景颜色", "大中小", "保护视力", "内容概述", "展开全文", "正文复制", "选择特殊符号", "选择搜索类型", "请输入", "微信", "微博", "繁体", "繁體", "简体", "关怀版", "用户登录", "注册", "登录", "下载附件", "文件下载", "[文字版", "[pdf", "PDF", "责任校对", "校对:", "打印本页", "关闭窗口", "关闭本页", "归档时间", "生成时间", "废止日期", "生效日期", "实施日期", "体裁", "服务对象", "组配分类", "隶属关系", "信息名称", "名称:", "内容分类", "索取号", "公文种类", "公文时效", "文章来源", "信息分类", "发布时间", "发布单位:", "发布部门:", "更新时间", "录入时间", "成文时间", "文件类型", "标题:", "政策解读:", "解读文件", "文字解读", "图片解读",
    ];

    private static readonly string[] Holds =
    [
        "浏览次数", "访问次数", "点击次数", "點擊次數", "阅读次数", "ICP备", "ICP證", "公网安备", "网安备", "会员分享,可在线阅读", "在线阅读,更多相关", "分享到:", "字号:大", "字体:大", "[打印", "【打印", "打印本页", "关闭窗口", "建议使用", "分辨率", "浏览器", "扫一扫在手机", "手机打开当前页", "二维码", "点击查看更多", "版权所有", "珍藏版)", "淘文阁", "禁止商用", "著作权", "双击", "电话:", "联系电话", "传真:", "E-mail", "网址:", "http://", "https://", "www.", "javascript",
    ];

    private static readonly Dictionary<char, string[]> StartsByFirst = Starts.GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.ToArray());

    private static readonly SearchValues<string> Telling = SearchValues.Create(Holds, StringComparison.Ordinal);

    /// <summary>True for a line that belongs to the page and not to the document.</summary>
    public static bool IsLine(Script script, Line line)
    {
        var text = line.Of(script);
        if (text.Length == 0) return true;
        if (IsRule(text) || IsPageNumber(text)) return true;
        // - 特殊限制: and its like are the fields of a sharing site
        if (text[0] == '-' && text.Length < 40 && text.Contains(':')) return true;
        var plain = text.TrimStart("|-·•");
        if (text.Length <= 90 && plain.Length > 0 && StartsByFirst.TryGetValue(plain[0], out var starts))
            foreach (var start in starts)
                if (plain.StartsWith(start, StringComparison.Ordinal)) return true;
        return text.Length <= 160 && text.ContainsAny(Telling) || Printed(text);
    }

    /// <summary>The print line: 某办公室 2017年5月17日印发.</summary>
    private static bool Printed(ReadOnlySpan<char> text) => text.Length <= 50 && (text.EndsWith("日印发") || text.EndsWith("日印"));

    private static bool IsRule(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (c is not ('-' or '_' or '=' or '━' or '═' or '*' or '|' or '…' or '.' or '┄' or '+')) return false;
        return !text.Contains('|') || text.Length > 3;
    }

    /// <summary>True for a page number: - 3 -, 第3页.</summary>
    public static bool IsPageNumber(ReadOnlySpan<char> text)
    {
        if (text.Length > 12) return false;
        if (text[0] == '-' && text[^1] == '-' && text.Trim('-').Length is > 0 and <= 3 && text.Trim('-').IndexOfAnyExceptInRange('0', '9') < 0) return true;
        return text[0] == '第' && text[^1] == '页' || text is ['共', .., '页'];
    }
}
