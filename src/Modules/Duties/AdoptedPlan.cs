using Gongkai.Duties.Contracts;
using Gongkai.Platform.Data;

namespace Gongkai.Duties;

/// <summary>A plan (工作要点、实施方案) whose tasks have become duties. One a body and year; a later version changes this one.</summary>
internal sealed class AdoptedPlan : IVersioned
{
    private AdoptedPlan() { }

    public AdoptedPlan(PlanId id, PlanHead head, PlanSource source, DateOnly today)
    {
        (Id, AdoptedOn) = (id, today);
        Revise(head, source);
    }

    public PlanId Id { get; private init; }

    public int Year { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>The office that signs it; empty where the document names none.</summary>
    public string Issuer { get; private set; } = "";

    public string? DocumentNumber { get; private set; }

    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Digest of the file it was last read from.</summary>
    public string FileHash { get; private set; } = "";

    public string FileName { get; private set; } = "";

    /// <summary>The text of that file, into which the duties' spans point.</summary>
    public string SourceText { get; private set; } = "";

    public DateOnly AdoptedOn { get; private init; }

    public int Version { get; private set; }

    /// <summary>Day from which its periods are asked for: its own date, or the day it was adopted.</summary>
    public DateOnly BindsFrom => PublishedOn is { } on && on.Year == Year ? on : AdoptedOn.Year == Year ? AdoptedOn : new(Year, 1, 1);

    /// <summary>Takes a new version of the plan.</summary>
    public void Revise(PlanHead head, PlanSource source)
    {
        (Year, Title, Issuer, DocumentNumber, PublishedOn) = (head.Year, head.Title, head.Issuer, head.DocumentNumber, head.PublishedOn);
        (FileHash, FileName, SourceText) = (source.FileHash, source.FileName, source.Text);
    }
}

/// <summary>What stands at the head of a plan.</summary>
internal sealed record PlanHead(string Title, string Issuer, int Year, string? DocumentNumber, DateOnly? PublishedOn);

/// <summary>The file a plan was read from.</summary>
internal sealed record PlanSource(string FileHash, string FileName, string Text);
