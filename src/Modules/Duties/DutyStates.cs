using System.Linq.Expressions;
using Gongkai.Plans;

namespace Gongkai.Duties;

/// <summary>
/// The state of a line on a day, computed from its facts. The same rules stand here twice, as a function for one line and as a condition
/// for the database, and a test holds the two against each other over every combination of facts.
/// </summary>
/// <param name="Today">The day on which somebody looks.</param>
/// <param name="SoonUntil">Last day that counts as soon, inclusive.</param>
internal readonly record struct DutyStates(DateOnly Today, DateOnly SoonUntil)
{
    /// <summary>The state of one line.</summary>
    public DutyState Of(LineFacts line) => line switch
    {
        { Waived: true } => DutyState.Waived,
        { Answers: false } => DutyState.Following,
        { NextDueOn: { } due } when due < Today => DutyState.Overdue,
        { NextDueOn: { } due, NextOpensOn: { } opens } when due <= SoonUntil && opens <= Today => DutyState.DueSoon,
        { LacksCadence: true } => DutyState.CadenceMissing,
        { OpenCount: > 0, NextOpensOn: { } opens } when opens <= Today => DutyState.Upcoming,
        { MetCount: > 0, MetLateCount: > 0 } => DutyState.MetLate,
        { MetCount: > 0 } => DutyState.Met,
        { OpenCount: > 0 } => DutyState.NotYet,
        { AwaitsEvent: true } => DutyState.AwaitingEvent,
        _ => DutyState.NotYet,
    };

    /// <summary>The same as a condition on lines in the database.</summary>
    public Expression<Func<Assignment, bool>> Are(DutyState state)
    {
        var (today, soon) = (Today, SoonUntil);
        return state switch
        {
            DutyState.Waived => a => a.WaivedOn != null,
            DutyState.Following => a => a.WaivedOn == null && a.Role != UnitRole.Lead && a.Role != UnitRole.Responsible,
            DutyState.Overdue => Live(a => a.NextDueOn < today),
            DutyState.DueSoon => Live(a => a.NextDueOn >= today && a.NextDueOn <= soon && a.NextOpensOn <= today),
            DutyState.CadenceMissing => Calm(a => a.LacksCadence, today, soon),
            DutyState.Upcoming => Calm(a => !a.LacksCadence && a.OpenCount > 0 && a.NextOpensOn <= today, today, soon),
            DutyState.MetLate => Calm(a => !a.LacksCadence && !(a.OpenCount > 0 && a.NextOpensOn <= today) && a.MetCount > 0 && a.MetLateCount > 0, today, soon),
            DutyState.Met => Calm(a => !a.LacksCadence && !(a.OpenCount > 0 && a.NextOpensOn <= today) && a.MetCount > 0 && a.MetLateCount == 0, today, soon),
            DutyState.AwaitingEvent => Calm(a => !a.LacksCadence && a.OpenCount == 0 && a.MetCount == 0 && a.AwaitsEvent, today, soon),
            _ => Calm(a => !a.LacksCadence && !(a.OpenCount > 0 && a.NextOpensOn <= today) && a.MetCount == 0 && (a.OpenCount > 0 || !a.AwaitsEvent), today, soon),
        };
    }

    /// <summary>Lines that an organ answers for and that were not waived.</summary>
    private static Expression<Func<Assignment, bool>> Live(Expression<Func<Assignment, bool>> and) =>
        And(a => a.WaivedOn == null && (a.Role == UnitRole.Lead || a.Role == UnitRole.Responsible), and);

    /// <summary>Live lines that are neither late nor due soon.</summary>
    private static Expression<Func<Assignment, bool>> Calm(Expression<Func<Assignment, bool>> and, DateOnly today, DateOnly soon) =>
        Live(And(a => a.NextDueOn == null || (a.NextDueOn >= today && !(a.NextDueOn <= soon && a.NextOpensOn <= today)), and));

    private static Expression<Func<Assignment, bool>> And(Expression<Func<Assignment, bool>> one, Expression<Func<Assignment, bool>> other)
    {
        var body = new Renamed(other.Parameters[0], one.Parameters[0]).Visit(other.Body);
        return Expression.Lambda<Func<Assignment, bool>>(Expression.AndAlso(one.Body, body), one.Parameters);
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

/// <summary>The facts of a line from which its state follows.</summary>
internal sealed record LineFacts
{
    public bool Waived { get; init; }
    public bool Answers { get; init; }
    public DateOnly? NextDueOn { get; init; }
    public DateOnly? NextOpensOn { get; init; }
    public int OpenCount { get; init; }
    public int MetCount { get; init; }
    public int MetLateCount { get; init; }
    public bool LacksCadence { get; init; }
    public bool AwaitsEvent { get; init; }

    /// <summary>The facts of one line.</summary>
    public static LineFacts Of(Assignment line) => new()
    {
        Waived = line.WaivedOn is not null,
        Answers = line.Answers,
        NextDueOn = line.NextDueOn,
        NextOpensOn = line.NextOpensOn,
        OpenCount = line.OpenCount,
        MetCount = line.MetCount,
        MetLateCount = line.MetLateCount,
        LacksCadence = line.LacksCadence,
        AwaitsEvent = line.AwaitsEvent,
    };
}
