namespace Gongkai.Plans.Grammar.Limits;

/// <summary>Limits that name a day or a stretch of days: 6月底前, 年内, 6月中旬至7月中旬, 到2018年.</summary>
internal static class DateLimits
{
    private static readonly string[] NotAfterHalf = ["情况", "工作总结", "总结", "数据", "的", "经济", "度工作", "财政", "全市", "信息", "国民", "主要", "地区", "固定"];

    private static readonly string[] NotAfterYearEnd = ["考核", "绩效", "评", "总结", "检查", "述职", "决算", "奖", "测评", "目标"];

    private static readonly string[] Doing = ["完成", "组织", "开展", "召开", "举办", "启动", "集中", "印发", "报送", "制定", "出台", "上线", "建成", "实现", "公布", "公开", "发布", "编制", "前", "对", "开始"];

    /// <summary>The limit that begins at an offset; null where none does.</summary>
    public static FoundLimit? At(LimitScope scope, int i)
    {
        if (scope.At(i, "全年")) return WholeYear(scope, i);
        if (!CanBegin(scope[i])) return null;
        if (scope.EndsAtAny(i, "去", "上一", "上", "前", "历", "往", "近", "多", "常", "青少", "老") && scope[i] == '年') return null;
        if (scope[i] == '年' && (char.IsAsciiDigit(scope[i - 1]) || Letters.IsHanDigit(scope[i - 1]))) return null;
        if (DatePoints.Read(scope, i) is not { } point) return null;
        var start = i;
        var end = point.End;
        var first = point.First;
        var last = point.Last;
        var window = point.Form is PointForm.Half or PointForm.Quarter or PointForm.MonthPart;
        if (Range(scope, end, point) is { } second)
        {
            (end, last, window) = (second.End, second.Last, true);
            point = second with { First = first, YearGiven = point.YearGiven };
        }

        var before = scope.AtAny(end, "之前", "以前") ? 2 : scope.At(end, "底前") ? 2 : scope[end] == '前' && scope[end + 1] != '期' ? 1 : 0;
        var within = scope.AtAny(end, "之内", "以内") ? 2 : scope[end] == '内' ? 1 : 0;
        if (scope.Year is { } planYear && point.YearGiven && last.Year < planYear && before == 0 && !scope.Cell) return null;
        if (!Accept(scope, start, end, point, before, within, window)) return null;
        if (before > 0 && !window)
        {
            if (point.Form == PointForm.Year) last = new(last.Year - 1, 12, 31);
            else if (point.Form == PointForm.Month) last = first.Month > 1 ? new(first.Year, first.Month - 1, DateTime.DaysInMonth(first.Year, first.Month - 1)) : last;
        }

        end += Math.Max(before, within);
        if (point.Form == PointForm.Year && scope[start - 1] is '到' or '至') start--;
        var found = new FoundLimit(LimitKind.Date, start, end) { Date = last, StartDate = window ? first : null, YearOfPlan = !point.YearGiven };
        return Quotas.Extend(scope, found, crossClause: point.Form is PointForm.Half);
    }

    private static bool CanBegin(char c) =>
        char.IsAsciiDigit(c) || c is '今' or '本' or '当' or '明' or '次' or '来' or '年' or '上' or '下' or '第' or '岁' || Letters.IsHanDigit(c);

    private static DatePoint? Range(LimitScope scope, int end, DatePoint first)
    {
        var at = end;
        if (scope[at] is '至' or '到' or '~' or '-') at++;
        else return null;
        while (scope[at] is '-' or '~') at++;
        if (DatePoints.Read(scope, at, first.Last.Year) is { } second && second.Last >= first.First) return second;
        // 6-8月: the first number stands without its 月 and is not read here; 6月1日至30日 shares its month
        var (day, length) = scope.Number(at);
        if (first.Form == PointForm.Day && length is 1 or 2 && scope[at + length] is '日' or '号' && day >= first.First.Day && day <= DateTime.DaysInMonth(first.First.Year, first.First.Month))
            return new(at + length + 1, first.First, new(first.First.Year, first.First.Month, day), PointForm.Day, first.YearGiven);
        return scope.AtAny(at, "年底", "年末") ? new(at + 2, first.First, new(first.Last.Year, 12, 31), PointForm.YearEnd, first.YearGiven) : null;
    }

    private static bool Accept(LimitScope scope, int start, int end, DatePoint point, int before, int within, bool window)
    {
        if (scope.EndsAtAny(start, "每", "逐", "提前", "去年", "上年", "上一年度", "截至去年")) return false;
        if (scope.Cell) return point.Form != PointForm.Year || char.IsAsciiDigit(scope[start]) && !scope.At(end, "度") && !scope.AtAny(end, "工作", "政务", "政府");
        if (scope.AtAny(end, "以来", "起施行", "起实施", "印发", "发布的", "修订", "施行", "版")) return false;
        switch (point.Form)
        {
            case PointForm.MonthEnd or PointForm.Within:
                return true;
            case PointForm.MonthPart:
                return true;
            case PointForm.YearEnd:
                return before > 0 || !scope.AtAny(end, NotAfterYearEnd);
            case PointForm.Half:
                return before > 0 || within > 0 || !scope.AtAny(end, NotAfterHalf);
            case PointForm.Quarter:
                return before > 0 || within > 0 || (!scope.AtAny(end, NotAfterHalf) && scope[start - 1] != '、' && scope[end] is not ('、' or '的' or '和'));
            case PointForm.Day:
                return before > 0 || within > 0 || scope.EndsAtAny(start, "截至", "截止", "截止到", "至", "到", "于", "不迟于", "最迟") || (window && point.First != point.Last) || scope.At(end, "完成");
            case PointForm.Month:
                return before > 0 || within > 0 || (window && point.First.Month != point.Last.Month) || (MayStand(scope, start) && scope.AtAny(scope[end] == ',' ? end + 1 : end, Doing));
            default:
                return before > 0 ? point.Last.Year > (scope.Year ?? 0) : scope.EndsAtAny(start, "到", "至") && !scope.EndsAtAny(start, "遇到", "达到", "直到", "得到", "看到") && point.Last.Year >= (scope.Year ?? 0) && !scope.AtAny(end, "度", "-", "至");
        }
    }

    private static bool MayStand(LimitScope scope, int start) =>
        start == scope.Start || scope[start - 1] is ',' or '。' or ';' or ':' or '于' or '在' or '\n' or '计' or '划' or '争' or '保' or '、' or '(';

    private static FoundLimit? WholeYear(LimitScope scope, int i)
    {
        if (scope.Year is not { } year) return null;
        var found = new FoundLimit(LimitKind.Date, i, i + 2) { Date = new(year, 12, 31), YearOfPlan = true };
        var counted = Quotas.Extend(scope, found, crossClause: false);
        return counted.MinCount is not null || scope.Cell ? counted : null;
    }
}
