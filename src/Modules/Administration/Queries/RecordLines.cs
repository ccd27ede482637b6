using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration.Queries;

/// <summary>A page of the record.</summary>
/// <param name="Entries">Entries, the newest first.</param>
/// <param name="Older">Id after which the next page begins; null on the last.</param>
internal sealed record RecordPage(IReadOnlyList<AuditEntry> Entries, Guid? Older);

/// <summary>Entries of an export.</summary>
/// <param name="Entries">Entries, the newest first; read while they are written.</param>
internal sealed record RecordStream(IAsyncEnumerable<AuditEntry> Entries);

/// <summary>
/// Reads the record, newest first. A page begins after an entry and not after a number of entries, so that the thousandth costs no more
/// than the first.
/// </summary>
internal sealed class RecordLines(Db db, TimeProvider time)
{
    /// <summary>Entries that match.</summary>
    /// <param name="filter">What is asked.</param>
    /// <param name="after">The entry before the first one wanted; null begins with the newest.</param>
    /// <param name="size">Most entries.</param>
    /// <param name="stop">Stops the query.</param>
    public async Task<RecordPage> Page(RecordFilter filter, Guid? after, int size, CancellationToken stop)
    {
        var asked = Matching(filter);
        if (after is { } last && await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Id == last).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(stop) is { } at)
            asked = asked.Where(e => e.At < at || (e.At == at && e.Id.CompareTo(last) < 0));
        var entries = await Newest(asked).Take(size + 1).ToListAsync(stop);
        return entries.Count > size ? new(entries[..size], entries[size - 1].Id) : new(entries, null);
    }

    /// <summary>Every entry that matches, one by one from the database.</summary>
    public IAsyncEnumerable<AuditEntry> All(RecordFilter filter) => Newest(Matching(filter)).AsAsyncEnumerable();

    /// <summary>One entry.</summary>
    /// <exception cref="MissingException">There is none.</exception>
    public async Task<AuditEntry> One(Guid id, CancellationToken stop) =>
        await db.Set<AuditEntry>().AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, stop) ?? throw new MissingException(nameof(AuditEntry), id);

    private static IQueryable<AuditEntry> Newest(IQueryable<AuditEntry> entries) => entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);

    private IQueryable<AuditEntry> Matching(RecordFilter filter)
    {
        var asked = db.Set<AuditEntry>().AsNoTracking();
        if (filter.Person is { } person)
        {
            var accounts = db.Set<Account>().Where(account => account.DisplayName == person || account.UserName == person).Select(account => (Guid?)account.Id);
            asked = asked.Where(e => accounts.Contains(e.AccountId) || e.ActorName == person);
        }
        if (filter.Act is { } act) asked = asked.Where(e => e.Act == act);
        if (filter.Kind is { } kind) asked = asked.Where(e => e.SubjectKind == kind);
        if (filter.Result is { } result) asked = asked.Where(e => e.Result == result);
        if (filter.Address is { } address) asked = asked.Where(e => e.Address == address);
        if (filter.From is { } from && Start(from) is var first) asked = asked.Where(e => e.At >= first);
        if (filter.Until is { Year: < 9999 } until && Start(until.AddDays(1)) is var end) asked = asked.Where(e => e.At < end); // Not a limit: the instant at which a day ends
        return asked;
    }

    private DateTimeOffset Start(DateOnly day) => time.InstantAt(day, TimeOnly.MinValue);
}
