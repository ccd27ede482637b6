using Gongkai.Platform.Data;

namespace Gongkai.Organs;

/// <summary>
/// Makes acts that must not pass each other take turns: each grows the version of the same row, so of two at once the database lets one
/// through. No unique key could say that two periods must not overlap.
/// </summary>
internal sealed class Turn : IVersioned
{
    private Turn() { }

    /// <summary>What the turn is about.</summary>
    public string Key { get; private init; } = "";

    public int Version { get; private init; }

    /// <summary>Takes the turn on one role in one organ and on one person; to be called before anything is read on which the decision rests.</summary>
    public static async Task Take(Db db, Guid organ, string role, Guid account, CancellationToken stop)
    {
        await Take(db, $"seat {organ:n} {role}", stop);
        await Take(db, $"person {account:n}", stop);
    }

    private static async Task Take(Db db, string key, CancellationToken stop)
    {
        if (await db.Set<Turn>().FindAsync([key], stop) is { } turn) db.Entry(turn).Property(t => t.Version).IsModified = true;
        else db.Add(new Turn { Key = key });
    }
}
