namespace Gongkai.Plans.Grammar.Limits;

/// <summary>Limits that come again: 每月, 按季度, 每周五, 月度、季度, 定期; and those without end or rhythm: 长期, 不定期.</summary>
internal static class RhythmLimits
{
    private static readonly (string Word, Recurrence Rhythm)[] Units =
    [
        ("半年", Recurrence.HalfYearly), ("半月", Recurrence.EveryNDays), ("季度", Recurrence.Quarterly), ("学期", Recurrence.Semester), ("学年", Recurrence.Yearly), ("年度", Recurrence.Yearly), ("星期", Recurrence.Weekly), ("工作日", Recurrence.Daily), ("月份", Recurrence.Monthly), ("月度", Recurrence.Monthly),
        ("周", Recurrence.Weekly), ("月", Recurrence.Monthly), ("季", Recurrence.Quarterly), ("年", Recurrence.Yearly), ("旬", Recurrence.TenDays), ("日", Recurrence.Daily), ("天", Recurrence.Daily),
    ];

    private static readonly string[] Checks = ["督查", "通报", "调度", "考核", "检查", "督办", "例会", "点评", "抽查", "巡查"];

    private static readonly string[] OpenEnded = ["长期公示", "长期公开", "长期公布", "长期展示", "长期坚持", "长期发布", "长期保持"];

    private static readonly string[] OpenEndedCells = ["长期坚持", "长期推进", "长期", "持续推进", "持续开展", "持续进行", "持续", "常态化", "常年", "贯穿全年", "全年持续", "全年推进", "全年开展", "日常", "经常性", "常抓不懈", "动态"];

    /// <summary>Adds the limits that begin at an offset; returns where to read on, or the offset itself where none begins.</summary>
    public static int Read(LimitScope scope, int i, List<FoundLimit> found)
    {
        switch (scope[i])
        {
            case '每':
                return Every(scope, i, found);
            case '按' or '逐' or '分':
                return By(scope, i, found);
            case '定' when scope.At(i, "定期"):
                return Regular(scope, i, found);
            case '不' when scope.At(i, "不定期"):
                found.Add(new(LimitKind.Irregular, i, i + 3));
                return i + 3;
            case '一' or '半':
                return Once(scope, i, found);
            case '月' or '季' or '周' or '年' or '旬':
                return Named(scope, i, found);
            default:
                return OpenEnd(scope, i, found);
        }
    }

    private static (Recurrence Rhythm, int Length)? Unit(LimitScope scope, int i)
    {
        foreach (var (word, rhythm) in Units)
            if (scope.At(i, word)) return (rhythm, word.Length);
        return null;
    }

    private static int Every(LimitScope scope, int i, List<FoundLimit> found)
    {
        var at = i + 1;
        var start = i;
        var (count, length) = scope.Number(at);
        if (length > 0)
        {
            at += length;
            if (scope[at] == '个') at++;
            if (Unit(scope, at) is not { } many) return i;
            if (scope.AtAny(at, "年级", "月龄", "日常")) return i;
            var limit = new FoundLimit(LimitKind.Periodic, start, at + many.Length);
            found.Add(Seasoned(scope, Quotas.Extend(scope, Multiple(limit, count, many.Rhythm, scope.At(at, "工作日")), crossClause: false)));
            return found[^1].End;
        }

        if (scope[at] == '个') at++;
        if (Unit(scope, at) is not { } one || scope.AtAny(at, "日报", "日电", "年级", "月龄")) return i;
        var end = at + one.Length;
        var rhythm = new FoundLimit(LimitKind.Periodic, start, end) { Recurrence = one.Rhythm, Days = scope.At(at, "半月") ? 15 : null };
        if (one.Rhythm == Recurrence.Weekly && WeekDay(scope, end) is { } day)
        {
            if (scope.AtAny(end + 1, "至", "到", "-")) return end + 1;
            rhythm = rhythm with { DayOfWeek = day, End = end + 1 };
        }
        else if (one.Rhythm == Recurrence.Yearly && scope.Year is { } && DatePoints.Read(scope, end) is { Form: not PointForm.Year } point && !point.YearGiven)
        {
            var close = point.End;
            if (scope.AtAny(close, "之前", "以前")) close += 2;
            else if (scope[close] is '前' or '内') close++;
            rhythm = rhythm with { Date = point.Last, End = close };
        }
        else
        {
            rhythm = rhythm with { End = DayInPeriod(scope, end) };
        }

        if (scope.EndsAt(start, "起,") && scope.ClauseStart(start - 1, 16) is var from && scope[from] == '从')
            rhythm = rhythm with { Start = from };
        found.Add(Seasoned(scope, Quotas.Extend(scope, rhythm, crossClause: false)));
        SecondCount(scope, found);
        return found[^1].End;
    }

    private static FoundLimit Multiple(FoundLimit limit, int count, Recurrence rhythm, bool working) => rhythm switch
    {
        _ when count == 1 => limit with { Recurrence = rhythm },
        Recurrence.Monthly => count switch { 3 => limit with { Recurrence = Recurrence.Quarterly }, 6 => limit with { Recurrence = Recurrence.HalfYearly }, _ => limit with { Recurrence = Recurrence.EveryNMonths, Months = count } },
        Recurrence.Quarterly => limit with { Recurrence = Recurrence.EveryNMonths, Months = count * 3 },
        Recurrence.Yearly => limit with { Recurrence = Recurrence.EveryNMonths, Months = count * 12 },
        Recurrence.Weekly => limit with { Recurrence = Recurrence.EveryNDays, Days = count * 7, DayUnit = DayUnit.Calendar },
        Recurrence.Daily => limit with { Recurrence = Recurrence.EveryNDays, Days = count, DayUnit = working ? DayUnit.Working : DayUnit.Calendar },
        _ => limit with { Recurrence = rhythm },
    };

    private static DayOfWeek? WeekDay(LimitScope scope, int i) => scope[i] switch
    {
        // 每周一次 is a count, 每周一 a Monday
        '一' when !"次期篇条场轮".Contains(scope[i + 1], StringComparison.Ordinal) || scope[i + 1] == '\0' => DayOfWeek.Monday,
        '二' => DayOfWeek.Tuesday,
        '三' => DayOfWeek.Wednesday,
        '四' => DayOfWeek.Thursday,
        '五' => DayOfWeek.Friday,
        '六' => DayOfWeek.Saturday,
        '日' or '天' => DayOfWeek.Sunday,
        _ => null,
    };

    /// <summary>每月10日前, 每季度末, 每季度首月15日前: the day belongs to the phrase.</summary>
    private static int DayInPeriod(LimitScope scope, int end)
    {
        var at = end;
        if (scope.AtAny(at, "首月", "末月", "次月")) at += 2;
        if (scope[at] is '底' or '末' or '初') at++;
        else
        {
            var (_, length) = scope.Number(at);
            if (length is > 0 and <= 3 && scope[at + length] is '日' or '号') at += length + 1;
        }

        if (at == end) return end;
        if (scope.AtAny(at, "之前", "以前")) return at + 2;
        return scope[at] == '前' ? at + 1 : at;
    }

    /// <summary>夏粮收购旺季每五日: the words directly before, back to the clause's start, name the season.</summary>
    private static FoundLimit Seasoned(LimitScope scope, FoundLimit limit)
    {
        var stop = limit.Start;
        if (scope[stop - 1] == '时') stop--;
        if (!scope.EndsAtAny(stop, "旺季", "淡季", "期间", "时节", "季节", "汛期", "高峰期")) return limit;
        var from = scope.ClauseStart(stop, 16);
        return from < stop ? limit with { Start = from, Season = (from, stop) } : limit;
    }

    /// <summary>每年至少听取一次汇报,召开一次会议: the period governs the second count too.</summary>
    private static void SecondCount(LimitScope scope, List<FoundLimit> found)
    {
        var first = found[^1];
        if (first.MinCount is null) return;
        var at = first.End;
        while (at < scope.End && scope[at] is not (',' or '。' or ';' or '、') && at - first.End < 24) at++;
        if (scope[at] is not (',' or '、')) return;
        var from = at + 1;
        for (at = from; at < scope.End && at - from < 12 && scope[at] is not (',' or '。' or ';' or '每'); at++)
        {
            var (value, length) = scope.Number(at);
            if (length == 0 || scope[at + length] is not ('次' or '场' or '期')) continue;
            found.Add(first with { Start = from, End = at + length + 1, MinCount = value, Date = null });
            return;
        }
    }

    private static int By(LimitScope scope, int i, List<FoundLimit> found)
    {
        if (scope[i] == '分' && !scope.AtAny(i, "分季度", "分月")) return i;
        if (Unit(scope, i + 1) is not { } unit) return i;
        var end = i + 1 + unit.Length;
        if (scope[i] == '逐' && unit.Rhythm == Recurrence.Yearly) return i;
        if (scope[i] == '逐' && scope.AtAny(end, "提", "增", "下降", "上升", "减")) return i;
        if (scope.AtAny(i + 1, "日常", "年龄", "年级", "季节", "周期", "日程", "天然", "年份", "月供")) return i;
        if (unit.Rhythm == Recurrence.Yearly && scope.AtAny(end, "计划", "目标", "重点", "任务", "工作", "要求", "预算", "初")) return i;
        var limit = new FoundLimit(LimitKind.Periodic, i, end) { Recurrence = unit.Rhythm };
        found.Add(Quotas.Extend(scope, limit, crossClause: false));
        // 按周、月、季公开
        var at = end;
        while (scope[at] is '、' or '和' or '或' && Unit(scope, at + 1) is { } more)
        {
            at += 1 + more.Length;
            found.Add(limit with { Recurrence = more.Rhythm, End = at });
        }

        return Math.Max(at, end);
    }

    private static int Regular(LimitScope scope, int i, List<FoundLimit> found)
    {
        var next = scope[i + 2];
        if ("规法约指确既限固额特锁预".Contains(scope[i - 1], StringComparison.Ordinal) && scope[i - 1] != '\0') return i;
        if (next is '限' or '间' || scope.AtAny(i + 2, "存款", "债券", "寿险", "报表")) return i;
        if (scope.AtAny(i + 2, "不定期", "或不定期", "、不定期", "和不定期"))
        {
            found.Add(new(LimitKind.Periodic, i, i + 2) { Recurrence = Recurrence.Unspecified });
            return i + 2;
        }

        found.Add(new(LimitKind.Periodic, i, i + 2) { Recurrence = Recurrence.Unspecified });
        return i + 2;
    }

    /// <summary>一季一通报, 半年一次, 一月一调度.</summary>
    private static int Once(LimitScope scope, int i, List<FoundLimit> found)
    {
        var at = scope[i] == '一' ? i + 1 : i;
        if (scope[at] == '个') at++;
        if (Unit(scope, at) is not { } unit || scope[i - 1] is '第' or '每' or '同') return i;
        var end = at + unit.Length;
        if (scope[end] is not ('一' or '两') || scope[end + 1] == '\0' || Letters.IsHanDigit(scope[end + 1]) || char.IsAsciiDigit(scope[end + 1])) return i;
        if (scope.AtAny(at, "日一", "天一") || scope[i - 1] is '十' or '二' or '三') return i;
        var counted = scope[end + 1] == '次';
        found.Add(new(LimitKind.Periodic, i, end + 2) { Recurrence = unit.Rhythm, MinCount = counted ? scope[end] == '两' ? 2 : 1 : null });
        return end + 2;
    }

    /// <summary>月度、季度新闻发布会, 月(季、年)统计资料, 月督查: the rhythm stands in the name of the thing.</summary>
    private static int Named(LimitScope scope, int i, List<FoundLimit> found)
    {
        var before = scope[i - 1];
        if (char.IsAsciiDigit(before) || Letters.IsHanDigit(before) || "每按逐个本当上次第闰正腊岁分半整去今明双单".Contains(before, StringComparison.Ordinal) && before != '\0') return i;
        if (scope[i + 1] == '(' && scope[i] is '月' or '季' or '周') return InBrackets(scope, i, found);
        var end = i;
        var list = new List<(Recurrence Rhythm, int Start)>();
        while (scope.AtAny(end, "月度", "季度", "年度", "半年度"))
        {
            list.Add((scope[end] switch { '月' => Recurrence.Monthly, '季' => Recurrence.Quarterly, '半' => Recurrence.HalfYearly, _ => Recurrence.Yearly }, end));
            end += scope[end] == '半' ? 3 : 2;
            if (scope[end] is '、' or '和' or '及' && scope.AtAny(end + 1, "月度", "季度", "年度", "半年度")) end++;
        }

        if (list.Count > 1 || list is [{ Rhythm: Recurrence.Monthly or Recurrence.Quarterly }])
        {
            foreach (var (rhythm, _) in list) found.Add(new(LimitKind.Periodic, i, end) { Recurrence = rhythm });
            return end;
        }

        if (list.Count > 0 || scope[i] == '年' || !scope.AtAny(i + 1, Checks)) return i;
        found.Add(new(LimitKind.Periodic, i, i + 3) { Recurrence = scope[i] switch { '月' => Recurrence.Monthly, '季' => Recurrence.Quarterly, '旬' => Recurrence.TenDays, _ => Recurrence.Weekly } });
        return i + 3;
    }

    private static int InBrackets(LimitScope scope, int i, List<FoundLimit> found)
    {
        var rhythms = new List<Recurrence> { Unit(scope, i)!.Value.Rhythm };
        var at = i + 2;
        for (; at < scope.End && scope[at] != ')' && at - i < 12; at++)
        {
            if (scope[at] is '、' or '/' or '度') continue;
            if (Unit(scope, at) is not { } unit) return i;
            rhythms.Add(unit.Rhythm);
            at += unit.Length - 1;
        }

        if (scope[at] != ')' || rhythms.Count < 2) return i;
        foreach (var rhythm in rhythms) found.Add(new(LimitKind.Periodic, i, at + 1) { Recurrence = rhythm });
        return at + 1;
    }

    private static int OpenEnd(LimitScope scope, int i, List<FoundLimit> found)
    {
        if (scope[i] is not ('长' or '持' or '常' or '贯' or '全' or '日' or '经' or '动')) return i;
        foreach (var word in scope.Cell ? OpenEndedCells : OpenEnded)
        {
            if (!scope.At(i, word)) continue;
            found.Add(new(LimitKind.LongTerm, i, i + word.Length));
            return i + word.Length;
        }

        return i;
    }
}
