namespace Gongkai.Plans.Grammar.Limits;

/// <summary>Limits counted from an event: 文件公开后3个工作日内, 形成起20日内, 5小时内, 验收合格后及时公开, 与文件同步发布, 待…后.</summary>
internal static class EventLimits
{
    private static readonly string[] Happenings =
    [
        "结束", "合格", "作出", "做出", "产生", "完成", "出台", "印发", "发生", "办结", "形成", "竣工", "审议通过", "公布", "发布", "生效", "确定", "签订", "下达", "批复", "开标", "成交", "验收", "更新", "变更", "变动", "调整", "制定", "公开", "实施", "答复", "召开",
    ];

    private static readonly string[] Publishing = ["及时", "公开", "公布", "发布", "公示", "公告", "第一时间", "尽快", "立即", "按相关程序", "按程序", "报送", "报备", "上传", "向社会"];

    private static readonly string[] Gates = ["方可", "方能", "才能", "再", "仍", "的", "续", "未"];

    /// <summary>A count of days or hours that begins at an offset.</summary>
    public static FoundLimit? Counted(LimitScope scope, int i)
    {
        if (char.IsAsciiDigit(scope[i - 1]) || Letters.IsHanDigit(scope[i - 1]) || scope[i - 1] is '第' or '年' or '.' or '×') return null;
        var (value, length) = scope.Number(i);
        if (length == 0 || value is < 1 or > 999) return null;
        var at = i + length;
        if (scope[at] == '个') at++;
        int? days = null, hours = null, months = null;
        DayUnit? unit = null;
        if (scope.At(at, "工作日") && scope[at + 3] != '常') (days, unit, at) = (value, DayUnit.Working, at + 3);
        else if (scope.At(at, "小时")) (hours, at) = (value, at + 2);
        else if (scope[at] == '月' && scope[at - 1] == '个') (months, at) = (value, at + 1);
        else if (scope[at] is '日' or '天' && scope[i - 1] != '月' && scope[at + 1] != '常') (days, unit, at) = (value, DayUnit.Calendar, at + 1);
        else if (scope[at] is '周' && scope[at + 1] is '内') (days, unit, at) = (value * 7, DayUnit.Calendar, at + 1);
        else return null;
        var within = scope.AtAny(at, "之内", "以内") ? 2 : scope[at] == '内' ? 1 : 0;
        var since = scope.EndsAtAny(i, "起", "起的", "之日起", "后", "之后", "后的");
        if (within == 0 && !(since && scope.EndsAtAny(i, "起", "之日起") && scope[at] is '。' or ',' or ';' or '\0' or '\n') && !(scope.Cell && since)) return null;
        if (scope.EndsAtAny(i, "提前", "不少于", "每", "至少提前", "为期")) return null;
        at += within;
        var start = scope.EndsAtAny(i, "最迟") ? i - 2 : i;
        var (from, eventEnd) = EventBefore(scope, i);
        return new(LimitKind.AfterEvent, from < eventEnd ? from : start, at) { Days = days, DayUnit = unit, Hours = hours, Months = months, Event = (from, eventEnd) };
    }

    /// <summary>Behind the words that open a place in time (于, 在, 自), up to 后 or 起.</summary>
    private static (int From, int End) EventBefore(LimitScope scope, int i)
    {
        var end = i;
        var marked = false;
        foreach (var word in (ReadOnlySpan<string>)["之日起的", "之日起", "以后", "之后", "后的", "起", "后", "之日"])
        {
            if (!scope.EndsAt(end, word)) continue;
            end -= word.Length;
            marked = true;
            break;
        }

        var clause = scope.ClauseStart(end);
        var from = clause;
        for (var at = clause; at < end; at++)
            if (scope[at] is '于' && at + 2 < end && scope[at - 1] is not ('对' or '关' or '由' or '等' or '用' or '属' or '处') || scope[at] is '在' && scope[at - 1] is not ('存' or '现' or '所') || scope[at] is '自' && scope[at + 1] is not ('治' or '然' or '由' or '主' or '愿' or '身' or '我'))
                from = at + 1;
        if (!marked && !scope.EndsAtAny(end, "结束", "形成", "产生", "变更", "公布", "印发", "通过", "收到")) return (i, i);
        return from < end ? (from, end) : (i, i);
    }

    /// <summary>An event without a count: the word 后 stands at an offset.</summary>
    public static FoundLimit? After(LimitScope scope, int i)
    {
        if (scope[i] != '后') return null;
        var clause = scope.ClauseStart(i);
        if (scope[clause] == '待' && i - clause is >= 4 and <= 50) return new(LimitKind.AfterEvent, clause, i + 1) { Event = (clause + 1, i) };
        var end = scope[i - 1] == '之' || scope[i - 1] == '以' ? i - 1 : i;
        if (!scope.EndsAtAny(end, Happenings) || end - clause < 3) return null;
        var next = i + 1;
        if (scope[next] == ',') next++;
        if (scope.AtAny(next, Gates)) return null;
        var (_, digits) = scope.Number(next);
        if (digits > 0) return null;
        var reach = Math.Min(scope.End, next + 10);
        for (var at = next; at < reach && scope[at] is not (',' or '。' or ';'); at++)
        {
            if (scope[at] == '方' && scope[at + 1] is '可' or '能') return null;
            if (!scope.AtAny(at, Publishing)) continue;
            var from = clause;
            for (var k = clause; k < end - 2; k++)
                if (scope[k] is '在' or '于' && scope[k - 1] is not ('存' or '对' or '关' or '现') || scope[k] is '并' && k == clause) from = k + 1;
            return end - from < 3 ? null : new(LimitKind.AfterEvent, from, i + 1) { Event = (from, end) };
        }

        return null;
    }

    /// <summary>The same moment: 与政策文件同步起草、同步发布; 与文件同时公开; 文件公开时发布.</summary>
    public static FoundLimit? Together(LimitScope scope, int i)
    {
        if (!scope.AtAny(i, "同步", "同时") && !(scope.Cell && scope[i] is '时' or '起')) return null;
        var clause = scope.ClauseStart(i, 44);
        // in a limit column 与文件同步 needs no verb
        if (scope.Cell && scope.At(i, "同步")) return Moment(scope, clause, clause, i, End(scope, i));
        if (scope.Cell && scope[i] is '时' or '起')
            return scope.AtAny(i + 1, "公开", "发布", "公布", "宣传", "公示", "同步", "同时") && !scope.EndsAt(i, "及") && !scope.EndsAt(i, "实") ? Moment(scope, clause, clause, i, End(scope, i + 1)) : null;
        var with = -1;
        for (var k = clause; k < i; k++)
            if (scope[k] == '与' && scope[k - 1] != '参' && scope[k + 1] is not ('会' or '否')) with = k;
        if (with < 0 || i - with is < 3 or > 24) return null;
        if (scope.Text.AsSpan(with, i - with).Contains('、') && i - with > 16) return null;
        var end = Chain(scope, i, out var publishes);
        if (!publishes) return null;
        return Moment(scope, Math.Max(clause, with - 14), with + 1, i, end);
    }

    private static int Chain(LimitScope scope, int i, out bool publishes)
    {
        publishes = false;
        var at = i;
        while (scope.AtAny(at, "同步", "同时"))
        {
            at += 2;
            var from = at;
            while (at < scope.End && scope[at] is not (',' or '。' or ';' or '、' or '\n') && at - from < 8 && !scope.AtAny(at, "同步", "同时")) at++;
            var word = scope.Text.AsSpan(from, at - from);
            foreach (var act in (ReadOnlySpan<string>)["发布", "公开", "公布", "部署", "审签", "报批", "解读", "推送", "上线", "公示", "起草"])
                publishes |= word.StartsWith(act, StringComparison.Ordinal);
            if (scope[at] == '、' && scope.AtAny(at + 1, "同步", "同时")) at++;
            else break;
        }

        return at;
    }

    private static int End(LimitScope scope, int i)
    {
        while (i < scope.End && scope[i] is not (',' or '。' or ';' or '\n')) i++;
        return i;
    }

    private static FoundLimit Moment(LimitScope scope, int start, int eventStart, int eventEnd, int end)
    {
        if (scope[eventStart] == '与') eventStart++;
        return new(LimitKind.AfterEvent, start, end) { Days = 0, DayUnit = DayUnit.Calendar, Event = (eventStart, Math.Max(eventStart, eventEnd)) };
    }
}
