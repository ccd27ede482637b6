namespace Gongkai.Plans.Grammar.Limits;

/// <summary>Finds every limit in a stretch of text, one pass from left to right, each form by its own reader.</summary>
internal static class LimitScanner
{
    /// <summary>The limits of a stretch, in the order written.</summary>
    public static List<FoundLimit> Scan(LimitScope scope)
    {
        var found = new List<FoundLimit>();
        for (var i = scope.Start; i < scope.End;)
        {
            if (scope[i] == '《' && !scope.Cell)
            {
                // what a cited title says is no limit of this plan
                var close = scope.Text.IndexOf('》', i, Math.Min(scope.End - i, 90));
                if (close > 0)
                {
                    i = close + 1;
                    continue;
                }
            }

            var after = Read(scope, i, found);
            i = after > i ? after : i + 1;
        }

        return found;
    }

    private static int Read(LimitScope scope, int i, List<FoundLimit> found)
    {
        var c = scope[i];
        if (!Interesting(c)) return i;
        var single = c switch
        {
            '后' => EventLimits.After(scope, i),
            '同' or '时' or '起' => EventLimits.Together(scope, i),
            _ when char.IsAsciiDigit(c) || Letters.IsHanDigit(c) => DateLimits.At(scope, i) ?? EventLimits.Counted(scope, i),
            '今' or '本' or '当' or '明' or '次' or '年' or '上' or '下' or '第' or '岁' or '来' => DateLimits.At(scope, i),
            '全' => DateLimits.At(scope, i),
            _ => null,
        };
        if (c == '全' && scope.Cell && scope.AtAny(i, "全年持续", "全年推进", "全年开展")) single = null;
        if (single is not null)
        {
            // an event may reach back over what was found before it; the earlier find stays
            if (found.Count > 0 && single.Start < found[^1].End) single = single with { Start = Math.Min(found[^1].End, single.End - 1) };
            found.Add(single);
            return single.End;
        }

        return RhythmLimits.Read(scope, i, found);
    }

    private static bool Interesting(char c) =>
        char.IsAsciiDigit(c) || Letters.IsHanDigit(c)
        || c is '后' or '同' or '时' or '起' or '今' or '本' or '当' or '明' or '次' or '年' or '上' or '下' or '第' or '岁' or '来' or '全' or '每' or '按' or '逐' or '分' or '定' or '不' or '半' or '月' or '季' or '周' or '旬' or '长' or '持' or '常' or '贯' or '日' or '经' or '动';
}
