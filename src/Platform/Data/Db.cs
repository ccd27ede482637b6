using Gongkai.Platform.Audit;
using Gongkai.Platform.Events;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Vault;
using Gongkai.Platform.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Platform.Data;

/// <summary>
/// The one database. An act loads, asks, changes, records, raises and saves: rows, audit entry and events stand in one transaction,
/// and nothing of a module's is stored without an audit entry.
/// </summary>
public sealed class Db(DbContextOptions<Db> options, IEnumerable<ITables> modules, ActorContext acting, TimeProvider time, EventTypes eventTypes) : DbContext(options)
{
    private readonly List<AuditEntry> _records = [];
    private readonly List<StoredEvent> _raised = [];

    /// <summary>Who acts through this database session. Asked for each time: sign-in reads accounts before it knows who acts.</summary>
    public Actor Actor => acting.Current;

    internal bool OnPostgreSql => Database.IsNpgsql();

    /// <summary>Loads one entity by its id.</summary>
    /// <exception cref="MissingException">There is no such entity; the host answers 404.</exception>
    public async Task<T> Get<T>(object id, CancellationToken stop) where T : class =>
        await FindAsync<T>([id], stop) ?? throw new MissingException(typeof(T).Name, id);

    /// <summary>
    /// Records that an act was done: the audit entry that is stored with it. The actor must hold the permission
    /// that the act names, for <paramref name="scope"/> where one is given; an act that says that it is public asks for none.
    /// </summary>
    /// <param name="act">The act itself; its <see cref="PermissionAttribute"/> is checked here, so that no act can save without it.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="note">Reason or remark in the actor's words; null where the act asks for none.</param>
    /// <param name="scope">Whose affair it is (an organ); null for affairs of the whole site.</param>
    /// <param name="result">What came of it; an act that was refused is recorded by the act itself only where the refusal must be found later.</param>
    /// <exception cref="ForbiddenException">The actor lacks the permission; the host answers 403 and nothing is stored.</exception>
    public void Record(object act, Subject subject, string? note = null, Guid? scope = null, AuditResult result = AuditResult.Done)
    {
        Demand(act, scope);
        _records.Add(AuditEntry.Of(Actor, Actor.PostFor(Asked(act), scope), AuditEntry.CodeOf(act.GetType()), subject, result, note, time));
    }

    /// <summary>
    /// Refuses who may not, before an act looks at anything: the reasons it would give tell how things stand, and some work costs before it is recorded.
    /// <see cref="Record"/> asks the same once more.
    /// </summary>
    /// <param name="act">The act.</param>
    /// <param name="scope">Whose affair it is (an organ); null for affairs of the whole site.</param>
    /// <exception cref="ForbiddenException">The actor lacks the permission.</exception>
    public void Demand(object act, Guid? scope = null)
    {
        if (!IsOpen(act)) Actor.Demand(Asked(act), scope);
    }

    private static string? Asked(object act) => PermissionAttribute.Of(act.GetType());

    /// <summary>True where no permission is asked for: the public's affairs, and a person's own.</summary>
    private bool IsOpen(object act) =>
        act.GetType().IsDefined(typeof(PublicAttribute), inherit: false) || (Actor.AccountId is not null && act.GetType().IsDefined(typeof(OwnAffairAttribute), inherit: false));

    /// <summary>Raises an event: stored in the same transaction, delivered afterwards in order and at least once.</summary>
    public void Raise<TEvent>(TEvent raised) where TEvent : class, IEvent => _raised.Add(EventTypes.Store(raised, time));

    /// <summary>Saves the act. Whoever saved the same thing in between is not overwritten, and what must stand once does not stand twice: the act is refused instead.</summary>
    /// <returns>Done, or the refusal <c>platform.changed-meanwhile</c> with nothing stored.</returns>
    public async Task<Outcome> Commit(CancellationToken stop)
    {
        try
        {
            await SaveChangesAsync(stop);
            return Outcome.Done;
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException || UniqueKeys.AreBrokenBy(problem))
        {
            return Outcome.Refused("platform.changed-meanwhile");
        }
    }

    /// <summary>Saves the act, and with it what it changed by statements of its own in a transaction.</summary>
    /// <param name="all">The transaction that the act began.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>As the other; where it is refused the transaction ends in nothing.</returns>
    public async Task<Outcome> Commit(IDbContextTransaction all, CancellationToken stop)
    {
        var saved = await Commit(stop);
        if (saved.IsDone) await all.CommitAsync(stop);
        return saved;
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: audit entries and events are stored there.");

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        var auto = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false; // once is enough: what follows tells the tracker itself
        try
        {
            var acts = _records.ConvertAll(record => (record.Act, record.Result));
            var saved = await SaveDetected(acceptAllChangesOnSuccess, cancellationToken);
            acts.ForEach(act => Telemetry.Recorded(act.Act, act.Result));
            return saved;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = auto;
        }
    }

    private async Task<int> SaveDetected(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        GrowVersions();
        if (ChangeTracker.Entries<AuditEntry>().Any(entry => entry.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("The record only grows: an entry that stands is neither changed nor deleted.");
        if (_records.Count == 0 && UnrecordedChange() is { } table)
            throw new InvalidOperationException($"{table} would change without an audit entry: call Record before saving.");
        AuditChanges.Describe(this, _records);
        if (_records.Count > 0) acting.LeftRecord = true;

        Set<AuditEntry>().AddRange(_records);
        if (_raised.Count > 0) return await SaveWithEvents(acceptAllChangesOnSuccess, cancellationToken);

        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        _records.Clear();
        return saved;
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<Sealed>().HaveConversion<Sealed.Converter>();
        foreach (var module in modules) module.Convert(configurationBuilder);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        PlatformTables.Map(modelBuilder);
        foreach (var module in modules) module.Map(modelBuilder);
        SnakeCase.Apply(modelBuilder);
    }

    /// <summary>
    /// Sequence numbers must become visible in their own order, or a reader that has passed a higher one would miss a lower one
    /// committed later. SQLite has one writer at a time; PostgreSQL takes a lock for the rest of the transaction.
    /// </summary>
    private async Task<int> SaveWithEvents(bool accept, CancellationToken stop)
    {
        var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(stop) : null;
        await using (own)
        {
            var saved = await base.SaveChangesAsync(accept, stop);
            if (OnPostgreSql) await Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(7110033)", stop);
            Set<StoredEvent>().AddRange(_raised);
            await base.SaveChangesAsync(accept, stop);
            if (own is not null) await own.CommitAsync(stop);
            _records.Clear();
            _raised.Clear();
            if (own is not null) eventTypes.Signal();
            return saved;
        }
    }

    private void GrowVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State == EntityState.Modified))
            entry.Property(nameof(IVersioned.Version)).CurrentValue = entry.Entity.Version + 1;
    }

    private string? UnrecordedChange() => ChangeTracker.Entries()
        .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
        .Select(entry => entry.Metadata.GetTableName())
        .FirstOrDefault(table => table is not null && !table.StartsWith("platform_", StringComparison.Ordinal));

    /// <summary>Instants are stored as UTC; both engines then order them rightly.</summary>
    private sealed class InstantConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime, stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
