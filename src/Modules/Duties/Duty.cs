using Gongkai.Duties.Contracts;
using Gongkai.Platform.Data;

namespace Gongkai.Duties;

/// <summary>A duty (任务): what a plan asks for, with its limits; who bears it stands in its assignments.</summary>
internal sealed class Duty : IVersioned
{
    private readonly List<DutyLimit> _limits = [];

    private Duty() { }

    public Duty(DutyId id, PlanId plan, DutyWording wording, IEnumerable<DutyLimit> limits)
    {
        (Id, PlanId) = (id, plan);
        Reword(wording);
        _limits.AddRange(limits);
    }

    public DutyId Id { get; private init; }

    public PlanId PlanId { get; private init; }

    /// <summary>Running number in the plan, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The item's own number as written; null where it has none.</summary>
    public string? ItemNumber { get; private set; }

    /// <summary>The outermost heading above it; empty where the plan has no chapters.</summary>
    public string Chapter { get; private set; } = "";

    /// <summary>The headings below the chapter, divided by <c> / </c>; empty where there are none.</summary>
    public string Section { get; private set; } = "";

    /// <summary>Exact words of the plan.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The unit phrase as written; null where there is none.</summary>
    public string? UnitText { get; private set; }

    /// <summary>Offset of the text in the plan's source.</summary>
    public int SpanStart { get; private set; }

    public int SpanLength { get; private set; }

    /// <summary>Day on which a later version of the plan left it out; null while it stands.</summary>
    public DateOnly? DroppedOn { get; private set; }

    public int Version { get; private set; }

    /// <summary>Its limits, those that do not govern included.</summary>
    public IReadOnlyList<DutyLimit> Limits => _limits;

    /// <summary>Takes the words of a new version of the plan.</summary>
    public void Reword(DutyWording wording)
    {
        (Number, ItemNumber, Chapter, Section) = (wording.Number, wording.ItemNumber, wording.Chapter, wording.Section);
        (Text, UnitText, SpanStart, SpanLength) = (wording.Text, wording.UnitText, wording.Span.Start, wording.Span.Length);
    }

    /// <summary>Marks it as left out by a later version of the plan.</summary>
    public void Drop(DateOnly today) => DroppedOn ??= today;

    /// <summary>Puts other limits in the place of those that governed; what was written stays to be seen.</summary>
    public void Govern(IEnumerable<DutyLimit> limits)
    {
        foreach (var limit in _limits) limit.StandDown();
        _limits.AddRange(limits);
        Touch();
    }

    /// <summary>Puts the limits of a new version of the plan in the place of all that stand.</summary>
    public void Rewrite(IEnumerable<DutyLimit> limits)
    {
        foreach (var limit in _limits) limit.Replace();
        _limits.AddRange(limits);
        Touch();
    }

    /// <summary>Counts a change of what hangs on it as a change of its own, so that a second editor sees it.</summary>
    public void Touch() => Changed++;

    /// <summary>Number of changes to what hangs on it.</summary>
    public int Changed { get; private set; }
}

/// <summary>How a plan words a duty and where.</summary>
internal sealed record DutyWording(int Number, string? ItemNumber, string Chapter, string Section, string Text, string? UnitText, TextSpan Span);
