using System.Globalization;

namespace Gongkai.Plans.Grammar;

/// <summary>The year a plan is for, and whether it had to be guessed.</summary>
/// <param name="Year">The year; null where nothing tells it.</param>
/// <param name="Guessed">True where the title does not say it.</param>
/// <param name="At">Where it was taken from, in folded offsets.</param>
internal readonly record struct PlanYear(int? Year, bool Guessed, (int Start, int End) At)
{
    /// <summary>Looks in the title, then in the notice, the text's opening and the signature.</summary>
    public static PlanYear Find(Script script, Body body, FrontMatter front, int? given)
    {
        if (given is not null) return new(given, false, default);
        if (body.Title.End > 0 && In(script.Text, body.Title.Start, body.Title.End) is { } title) return title with { Guessed = false };
        foreach (var line in body.Front)
            if (line.Length < 60 && line.Of(script).IndexOf("公开", StringComparison.Ordinal) >= 0 && In(script.Text, line.Start, line.End) is { } heading) return heading;
        if (front.PublishedOn is { } published) return new(published.Year, true, front.PublishedAt);
        return MostNamed(script.Text, body.Front.Concat(body.Lines.Take(200)));
    }

    /// <summary>Without title or date the year that the text names most often is the plan's; of two alike the earlier.</summary>
    private static PlanYear MostNamed(string text, IEnumerable<Line> lines)
    {
        var named = new SortedDictionary<int, (int Count, PlanYear First)>();
        foreach (var line in lines)
            for (var at = line.Start; In(text, at, line.End) is { } year; at = year.At.End)
            {
                var before = named.GetValueOrDefault(year.Year!.Value);
                named[year.Year.Value] = (before.Count + 1, before.Count == 0 ? year : before.First);
            }

        return named.Count == 0 ? default : named.MaxBy(n => n.Value.Count).Value.First;
    }

    private static PlanYear? In(string text, int start, int end)
    {
        for (var i = start; i + 4 < end; i++)
        {
            if (text[i] != '2' || text[i + 1] != '0' || !char.IsAsciiDigit(text[i + 2]) || !char.IsAsciiDigit(text[i + 3]) || text[i + 4] != '年') continue;
            if (i > 0 && char.IsAsciiDigit(text[i - 1])) continue;
            return new(int.Parse(text.AsSpan(i, 4), CultureInfo.InvariantCulture), true, (i, i + 5));
        }

        return null;
    }
}
