namespace Gongkai.Plans.Grammar.Limits;

/// <summary>Counts that go with a period or a day: 不少于3次, 至少一次, 每月4个不同方面…不少于1篇.</summary>
internal static class Quotas
{
    private const string Counted = "次场期篇条轮批回件份";

    /// <summary>The limit with the count that follows it in its clause, and its phrase extended to the count.</summary>
    /// <param name="scope">What is looked at.</param>
    /// <param name="limit">The limit found so far.</param>
    /// <param name="crossClause">True where the count may stand in a later clause of the sentence; the phrase is then left as it is.</param>
    public static FoundLimit Extend(LimitScope scope, FoundLimit limit, bool crossClause)
    {
        var reach = Math.Min(scope.End, limit.End + (crossClause ? 60 : 26));
        int? aspects = null;
        for (var i = limit.End; i < reach; i++)
        {
            var c = scope[i];
            if (c is '。' or ';' or '\n') break;
            if (c is ',' && !crossClause) break;
            // another rhythm or day begins: its count is its own
            if (i > limit.End && (c == '每' || scope.AtAny(i, "年内", "全年", "定期"))) break;
            var (value, length) = scope.Number(i);
            if (length == 0) continue;
            var at = i + length;
            if (scope.AtAny(at, "个不同", "个方面", "类不同")) aspects = value;
            var counted = Counted.Contains(scope[at], StringComparison.Ordinal) && scope[at] != '\0' && scope[i - 1] != '第'
                && !scope.AtAny(at, "期间", "次会议", "件事", "场所", "次全会", "条例", "批次");
            var least = scope.EndsAtAny(i, "不少于", "至少", "不低于", "不得少于", "少于", "不少", "最少");
            if (!counted && !(least && scope[at] is '个' or '名' or '家' or '项')) { i = at - 1; continue; }
            if (value is < 1 or > 9999) break;
            var end = at + 1;
            if (scope.AtAny(end, "以上")) end += 2;
            return limit with { MinCount = value, Aspects = aspects, End = crossClause && scope.Text.AsSpan(limit.End, i - limit.End).Contains(',') ? limit.End : end };
        }

        return limit;
    }
}
