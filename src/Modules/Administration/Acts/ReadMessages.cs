using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration.Acts;

/// <summary>Marks one of the own messages as read, or all of them (标为已读).</summary>
[OwnAffair]
internal sealed class ReadMessages(Db db, TimeProvider time)
{
    private const int Most = 10_000;

    /// <param name="id">The message; null for all.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>Local address of what the message is about; empty where there is none.</returns>
    /// <exception cref="MissingException">The person has no such message.</exception>
    public async Task<Outcome<string>> Run(Guid? id, CancellationToken stop)
    {
        var own = db.Actor.AccountId;
        var mine = db.Set<Message>().Where(message => message.AccountId == own);
        var read = id is { } one
            ? [await mine.FirstOrDefaultAsync(message => message.Id == one, stop) ?? throw new MissingException(nameof(Message), one)]
            : await mine.Where(message => message.ReadAt == null).OrderBy(message => message.At).ThenBy(message => message.Id).Take(Most).ToListAsync(stop);

        if (read.Count == 0) return "";
        foreach (var message in read) message.Read(time.GetUtcNow());
        db.Record(this, new("message", id ?? Guid.Empty));
        await db.SaveChangesAsync(stop);
        return (id is null ? null : read[0].Address) ?? "";
    }
}
