using Gongkai.Plans.Grammar.Limits;

namespace Gongkai.Plans.Grammar;

/// <summary>Looks over what was read and notes whatever was guessed, is inconsistent or looks wrong.</summary>
internal sealed class DoubtFinder(AsWritten written, TaskMaker maker, int? year, DateOnly? publishedOn)
{
    private static readonly string[] Gambling = ["博彩", "赌博", "娱乐城", "彩票官网", "体育投注", "真人荷官", "威尼斯人", "新葡京", "亚洲版官网"];

    private readonly List<Doubt> _doubts = [];

    /// <summary>The doubts noted so far, in order of place.</summary>
    public IReadOnlyList<Doubt> Found => [.. _doubts.OrderBy(d => d.Span.Start).ThenBy(d => d.Task ?? 0)];

    /// <summary>Notes a doubt.</summary>
    public void Add(string code, (int Start, int End) at, IReadOnlyList<string> values, int? task = null, string? suggestion = null) =>
        _doubts.Add(new(code, written.Span(at), values) { Task = task, Suggestion = suggestion });

    /// <summary>Doubts about one task of the narrative, or of a table that is the plan.</summary>
    /// <param name="passage">What was read.</param>
    /// <param name="number">The task's number.</param>
    /// <param name="unitsElsewhere">True where other tasks name units, so that silence is odd.</param>
    public void LookAt(Passage passage, int number, bool unitsElsewhere)
    {
        var place = (passage.Start, Math.Min(passage.End, passage.Start + 30));
        if (passage.Truncated) Add(DoubtCodes.Truncated, (Math.Max(passage.Start, passage.End - 20), passage.End), [Short((Math.Max(passage.Start, passage.End - 20), passage.End))], number);
        else if (unitsElsewhere && passage.Assignments.TrueForAll(a => a.Units.Count == 0)) Add(DoubtCodes.NoUnit, place, [], number);
        foreach (var code in passage.Doubts) Add(code, place, [], number);
        foreach (var assignment in passage.Assignments) LookAt(assignment, number);
        var limits = maker.Limits(passage);
        foreach (var limit in limits) LookAt(limit, number);
        foreach (var cell in passage.LimitCells)
            if (!limits.Exists(l => l.Start >= cell.Start && l.End <= cell.End)) Add(DoubtCodes.LimitUnread, cell, [Short(cell)], number);
    }

    private void LookAt(Assignment assignment, int number)
    {
        var at = (assignment.Start, assignment.End);
        if (assignment.RoleGuessed) Add(DoubtCodes.RoleGuessed, at, [Short(at)], number);
        if (assignment.Bare) Add(DoubtCodes.BareUnits, at, [Short(at)], number);
        foreach (var unit in assignment.Units)
        {
            var name = written.Script.Text[unit.Start..unit.End];
            if (UnitSlips.Suggest(name) is { } better) Add(DoubtCodes.UnitSlip, (unit.Start, unit.End), [name, better], number, better);
            else if (!UnitNames.EndsLikeName(name)) Add(DoubtCodes.UnitUnlike, (unit.Start, unit.End), [written.Text(unit.Start, unit.End)], number);
        }
    }

    private void LookAt(FoundLimit limit, int number)
    {
        var at = (limit.Start, limit.End);
        var phrase = Short(at);
        if (limit is { Kind: LimitKind.Date, Date: { } date })
        {
            if (publishedOn is { } published && date < published) Add(DoubtCodes.LimitPast, at, [phrase, Day(date), Day(published)], number);
            if (year is { } plan && date.Year > plan) Add(DoubtCodes.LimitBeyondYear, at, [phrase, Day(date), plan.ToString(System.Globalization.CultureInfo.InvariantCulture)], number);
        }
        else if (limit is { Recurrence: Recurrence.Yearly, Date: { } yearly } && publishedOn is { } issued && yearly < issued)
        {
            Add(DoubtCodes.LimitPast, at, [phrase, Day(yearly), Day(issued)], number);
        }

        if (limit.Recurrence == Recurrence.Unspecified) Add(DoubtCodes.CadenceMissing, at, [phrase], number);
        if (limit.Aspects is { } aspects) Add(DoubtCodes.QuotaAmbiguous, at, [phrase, Text(aspects), Text(limit.MinCount ?? 1)], number);
        // 每五日 and 每周五 are one character apart and met in the same place of different plans
        if (limit is { Recurrence: Recurrence.EveryNDays, Days: 5, DayUnit: DayUnit.Calendar }) Add(DoubtCodes.RhythmOdd, at, [phrase, "每周五"], number);
        if (limit is { Recurrence: Recurrence.Weekly, DayOfWeek: System.DayOfWeek.Friday }) Add(DoubtCodes.RhythmOdd, at, [phrase, "每五日"], number);
    }

    /// <summary>Strings that republishing sites put into sentences: latin letters with digits between Chinese characters, names of betting sites.</summary>
    public void LookForForeignStrings(int from, int to)
    {
        var text = written.Script.Text;
        for (var i = from; i < to; i++)
        {
            if (!char.IsAsciiLetter(text[i])) continue;
            var end = i;
            bool digits = false, lower = false;
            while (end < to && char.IsAsciiLetterOrDigit(text[end]))
            {
                digits |= char.IsAsciiDigit(text[end]);
                lower |= char.IsAsciiLetterLower(text[end]);
                end++;
            }

            var framed = i > 0 && end < text.Length && (Letters.IsHan(text[i - 1]) || text[i - 1] == '\n') && (Letters.IsHan(text[end]) || char.IsAsciiDigit(text[i]));
            if (framed && digits && lower && end - i >= 5) Add(DoubtCodes.ForeignString, (i, end), [text[i..end]]);
            i = end;
        }

        foreach (var word in Gambling)
            for (var i = text.IndexOf(word, from, to - from, StringComparison.Ordinal); i >= 0; i = text.IndexOf(word, i + word.Length, to - i - word.Length, StringComparison.Ordinal))
                Add(DoubtCodes.ForeignString, (i, i + word.Length), [word]);
    }

    private string Short((int Start, int End) at) => at.End - at.Start > 60 ? written.Text(at.Start, at.Start + 60) + "…" : written.Text(at);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
