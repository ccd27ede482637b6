using System.Text.Json;
using Gongkai.Platform.Rights;

namespace Gongkai.Platform.Audit;

/// <summary>
/// One line of the record (审计): who did what to which thing, in which post, when, from where, what changed and what came of it. Only ever added.
/// The timeline on a thing's page is this record in words.
/// </summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    public Guid Id { get; private init; }

    /// <summary>When, an instant.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Account that acted; null for the system itself.</summary>
    public Guid? AccountId { get; private init; }

    /// <summary>Name of the person as it was then.</summary>
    public string ActorName { get; private init; } = "";

    /// <summary>
    /// The post in which it was done (市民政局 信息员): of several that the person held then, those that gave the right to it. Null where none was held.
    /// </summary>
    public string? ActorPost { get; private init; }

    /// <summary>Network address the act came from; null for the command line and the system.</summary>
    public string? Address { get; private init; }

    /// <summary>The act, such as <c>duties.WaiveDuty</c>.</summary>
    public string Act { get; private init; } = "";

    public string SubjectKind { get; private init; } = "";

    public Guid SubjectId { get; private init; }

    /// <summary>Reason or remark in the actor's words.</summary>
    public string? Note { get; private init; }

    /// <summary>JSON list of what changed: thing, field, before, after; null where nothing but new rows came of it.</summary>
    public string? Changes { get; internal set; }

    /// <summary>What came of it.</summary>
    public AuditResult Result { get; private init; }

    internal static AuditEntry Of(Actor actor, string? post, string act, Subject subject, AuditResult result, string? note, TimeProvider time) => new()
    {
        Id = NewId.At(time),
        At = time.GetUtcNow(),
        AccountId = actor.AccountId,
        ActorName = actor.Name,
        ActorPost = post,
        Address = actor.Address,
        Act = act,
        SubjectKind = subject.Kind,
        SubjectId = subject.Id,
        Note = note,
        Result = result,
    };

    /// <summary>The stored name of an act: module and type, <c>duties.WaiveDuty</c>.</summary>
    public static string CodeOf(Type act) => $"{JsonNamingPolicy.CamelCase.ConvertName(act.Assembly.GetName().Name!.Split('.')[^1])}.{act.Name}";
}
