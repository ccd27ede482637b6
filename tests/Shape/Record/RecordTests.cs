using Gongkai.Platform.Audit;

namespace Gongkai.Shape;

public sealed class RecordTests
{
    [Fact]
    public void The_record_only_grows() => Guard.Holds(RecordGuard.Breaches(Repository.Here.Under("src/", ".cs", ".sql", ".cshtml")));

    [Fact]
    public void Nobody_sets_what_an_entry_says() => Guard.Holds(RecordGuard.Settable(typeof(AuditEntry)));

    [Theory]
    [InlineData("a.cs", "await db.Set<AuditEntry>().Where(e => e.At < day)\n    .ExecuteDeleteAsync(stop);", "changes the record")]
    [InlineData("a.cs", "db.Set<AuditEntry>().Remove(entry);", "changes the record")]
    [InlineData("a.cs", "db.Set<AuditEntry>().ExecuteUpdateAsync(set => set, stop);", "changes the record")]
    [InlineData("a.cs", "db.Remove<AuditEntry>(entry);", "changes the record")]
    [InlineData("a.cs", "ExecuteSqlRawAsync(\"delete from platform_audit where at < now()\")", "changes the record")]
    [InlineData("a.sql", "UPDATE platform_audit SET note = null;", "changes the record")]
    [InlineData("a.sql", "truncate platform_audit;", "changes the record")]
    [InlineData("a.sql", "drop trigger platform_audit_no_update;", "changes the record")]
    [InlineData("a.sql", "alter table x; drop table platform_audit;", "changes the record")]
    public void Finds_what_would_change_the_record(string path, string text, string breach) => Guard.Bites(RecordGuard.Breaches([new(path, text)]), breach);

    [Theory]
    [InlineData("a.cs", "await db.Set<AuditEntry>().Where(e => e.At < day).ToListAsync(stop); db.Set<Other>().Remove(other);")]
    [InlineData("a.sql", "create trigger platform_audit_no_update before update on platform_audit begin select 1; end;")]
    public void Lets_reading_and_guarding_pass(string path, string text) => Guard.Holds(RecordGuard.Breaches([new(path, text)]));

    [Fact]
    public void Finds_an_entry_that_could_be_rewritten() => Guard.Bites(RecordGuard.Settable(typeof(Rewritable)), "Rewritable.Note can be set");

    private sealed class Rewritable
    {
        public string Note { get; set; } = "";
    }
}
