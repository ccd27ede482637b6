namespace Gongkai.Plans.Grammar.Limits;

/// <summary>A day or stretch of days that words name: 6月底, 2024年上半年, 三季度.</summary>
/// <param name="End">Behind the words.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, inclusive.</param>
/// <param name="Form">How exactly the words speak.</param>
/// <param name="YearGiven">False where the year is the plan's.</param>
internal readonly record struct DatePoint(int End, DateOnly First, DateOnly Last, PointForm Form, bool YearGiven);

/// <summary>How exactly a date is named.</summary>
internal enum PointForm
{
    Day,
    MonthPart,
    MonthEnd,
    Month,
    Quarter,
    Half,
    YearEnd,
    Within,
    Year,
}

/// <summary>Reads dates in the words of official documents.</summary>
internal static class DatePoints
{
    /// <summary>The date that begins at an offset; null where none does or the year is unknown.</summary>
    /// <param name="scope">What is looked at.</param>
    /// <param name="i">Offset.</param>
    /// <param name="otherYear">Year to take where the words name none, as in the second half of a range; null for the plan's.</param>
    public static DatePoint? Read(LimitScope scope, int i, int? otherYear = null)
    {
        var at = i;
        var year = otherYear ?? scope.Year;
        var given = YearWord(scope, ref at, ref year);
        if (year is not (>= 1990 and <= 2199) || scope[at] == '\0' && !given) return null;
        var y = year.Value;
        if (given && Dotted(scope, at, y) is { } dotted) return dotted;
        if (scope.AtAny(at, "上半年", "下半年"))
        {
            var first = scope[at] == '上';
            return new(at + 3, new(y, first ? 1 : 7, 1), first ? new(y, 6, 30) : new(y, 12, 31), PointForm.Half, given);
        }

        if (Quarter(scope, at, y, given) is { } quarter) return quarter;
        if (Month(scope, at, y, given) is { } month) return month;
        if (scope.AtAny(at, "年底", "年末", "年终", "岁末")) return new(at + 2, new(y, 1, 1), new(y, 12, 31), PointForm.YearEnd, given);
        if (scope.At(at, "年内")) return new(at + 2, new(y, 1, 1), new(y, 12, 31), PointForm.Within, given);
        if (!given) return null;
        if (scope[at] is '底' or '末') return new(at + 1, new(y, 1, 1), new(y, 12, 31), PointForm.YearEnd, true);
        if (scope[at] == '内') return new(at + 1, new(y, 1, 1), new(y, 12, 31), PointForm.Within, true);
        return new(at, new(y, 1, 1), new(y, 12, 31), PointForm.Year, true);
    }

    private static bool YearWord(LimitScope scope, ref int at, ref int? year)
    {
        if (char.IsAsciiDigit(scope[at]))
        {
            if (char.IsAsciiDigit(scope[at - 1])) return false;
            var (value, length) = scope.Number(at);
            if (length != 4 || value is < 1990 or > 2199) return false;
            if (scope[at + 4] == '年')
            {
                at += scope.At(at + 5, "度") ? 6 : 5;
                year = value;
                return true;
            }

            if (scope[at + 4] is '.' or '-' or '/' && char.IsAsciiDigit(scope[at + 5]))
            {
                at += 4;
                year = value;
                return true;
            }

            return false;
        }

        if (scope[at] == '二' && scope[at + 1] is '〇' or '零' && scope[at + 4] == '年')
        {
            year = 0;
            for (var k = 0; k < 4; k++) year = year * 10 + Math.Max(0, "零一二三四五六七八九".IndexOf(scope[at + k], StringComparison.Ordinal));
            at += 5;
            return true;
        }

        if (scope.AtAny(at, "今年", "本年", "当年"))
        {
            at += scope.At(at + 2, "度") ? 3 : 2;
            return year is not null;
        }

        if (!scope.AtAny(at, "明年", "次年", "来年")) return false;
        at += 2;
        year++;
        return year is not null;
    }

    /// <summary>2021.6.30, 2021-06-30, 2021/6: written by a clerk in a cell.</summary>
    private static DatePoint? Dotted(LimitScope scope, int at, int year)
    {
        if (scope[at] is not ('.' or '-' or '/')) return null;
        var mark = scope[at];
        var (month, length) = scope.Number(at + 1);
        if (length is 0 or > 2 || month is < 1 or > 12) return null;
        at += 1 + length;
        if (scope[at] == mark && scope.Number(at + 1) is { Length: > 0 and <= 2 } day && day.Value >= 1 && day.Value <= DateTime.DaysInMonth(year, month))
            return new(at + 1 + day.Length, new(year, month, day.Value), new(year, month, day.Value), PointForm.Day, true);
        return new(at, new(year, month, 1), LastOf(year, month), PointForm.Month, true);
    }

    private static DatePoint? Quarter(LimitScope scope, int i, int year, bool given)
    {
        var at = scope[i] == '第' ? i + 1 : i;
        var (value, length) = scope.Number(at);
        if (length != 1 || value is < 1 or > 4 || !scope.AtAny(at + 1, "季度", "个季度")) return null;
        at += scope.At(at + 1, "季度") ? 3 : 4;
        if (scope[at] is '末' or '底') at++;
        return new(at, new(year, value * 3 - 2, 1), LastOf(year, value * 3), PointForm.Quarter, given);
    }

    private static DatePoint? Month(LimitScope scope, int i, int year, bool given)
    {
        var (month, length) = scope.Number(i);
        if (length is 0 or > 2 || month is < 1 or > 12 || scope[i + length] != '月' || Letters.IsHanDigit(scope[i - 1]) || char.IsAsciiDigit(scope[i - 1])) return null;
        // the month of a year that was named and refused is no month of the plan's year
        if (!given && scope[i - 1] == '年' && char.IsAsciiDigit(scope[i - 2])) return null;
        var at = i + length + 1;
        var part = scope[at] == '份' ? at + 1 : at;
        if (scope[part] is '底' or '末') return new(part + 1, new(year, month, 1), LastOf(year, month), PointForm.MonthEnd, given);
        if (scope[part + 1] == '旬' && scope[part] is '上' or '中' or '下')
        {
            var (from, to) = scope[part] switch { '上' => (1, 10), '中' => (11, 20), _ => (21, LastOf(year, month).Day) };
            return new(part + 2, new(year, month, from), new(year, month, to), PointForm.MonthPart, given);
        }

        var (day, dayLength) = scope.Number(at);
        if (dayLength is > 0 and <= 3 && day >= 1 && scope[at + dayLength] is '日' or '号')
        {
            var last = Math.Min(day, LastOf(year, month).Day);
            if (day <= 31) return new(at + dayLength + 1, new(year, month, last), new(year, month, last), PointForm.Day, given);
        }

        return new(part, new(year, month, 1), LastOf(year, month), PointForm.Month, given);
    }

    private static DateOnly LastOf(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
