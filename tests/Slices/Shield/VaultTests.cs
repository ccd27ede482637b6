using System.Security.Cryptography;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Vault;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Shield;

public class VaultTests
{
    private static readonly Actor Reader = Clerk.Holding("planted.contact");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Stores_nothing_that_can_be_read(Site site)
    {
        var account = await site.AddWithEmail("li.qiang");

        var row = await site.AsSystem().Run((Db db) => db.Database.SqlQueryRaw<string>("select sealed_email || ' ' || email_index as \"Value\" from platform_accounts").SingleAsync(Stop));

        Assert.StartsWith("v1.1.", row, StringComparison.Ordinal);
        Assert.DoesNotContain("qiang", row, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Convert.ToBase64String("Qiang@Example"u8)[..12], row, StringComparison.Ordinal);
        Assert.Equal("（已加密）", $"{(await site.Stored(account.Id)).SealedEmail}");
    }

    [Theory, EachEngine]
    public async Task Opens_for_who_may_and_records_it_first(Site site)
    {
        var account = await site.AddWithEmail("li.qiang");

        Assert.Equal(Sealing.Email, await site.ReadEmail(Reader, account.Id));

        var entry = await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().SingleAsync(e => e.Act == "platform.ReadPersonalData", Stop));
        Assert.Equal(("测试员", "account", account.Id, "电子邮箱"), (entry.ActorName, entry.SubjectKind, entry.SubjectId, entry.Note));
        Assert.DoesNotContain("qiang", $"{entry.Note}{entry.Changes}", StringComparison.OrdinalIgnoreCase);
    }

    [Theory, EachEngine]
    public async Task Opens_for_nobody_without_the_permission(Site site)
    {
        var account = await site.AddWithEmail("li.qiang");

        await Assert.ThrowsAsync<ForbiddenException>(() => site.ReadEmail(Clerk.Holding("planted.write"), account.Id));
        await Assert.ThrowsAsync<ForbiddenException>(() => site.ReadEmail(Clerk.Within(account.Id, "planted.contact"), account.Id));
        await Assert.ThrowsAsync<ForbiddenException>(() => site.ReadEmail(Actor.Public(null), account.Id));
        Assert.False(await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().AnyAsync(e => e.Act == "platform.ReadPersonalData", Stop)));
    }

    [Theory, EachEngine]
    public async Task Does_not_open_where_no_entry_can_be_left(Site site)
    {
        var account = await site.AddWithEmail("li.qiang");
        await site.AsSystem().Run((Db db) => db.Database.ExecuteSqlRawAsync("alter table platform_audit rename to platform_audit_away", Stop));

        await Assert.ThrowsAsync<DbUpdateException>(() => site.ReadEmail(Reader, account.Id));
    }

    [Theory, EachEngine]
    public async Task Keeps_the_entry_when_what_follows_fails(Site site)
    {
        var account = await site.AddWithEmail("li.qiang");
        var stored = await site.Stored(account.Id);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => site.As(Reader).Run((PersonalData data) =>
            data.Read(new Sealing.ContactPage(), AccountFields.Telephone, account.Id, stored.SealedEmail!, new("account", account.Id), null, Stop)));

        Assert.True(await site.AsSystem().Run((Db db) => db.Set<AuditEntry>().AnyAsync(e => e.Act == "platform.ReadPersonalData", Stop)));
    }

    [Theory, EachEngine]
    public async Task Is_not_fooled_by_a_value_moved_to_another_row(Site site)
    {
        var victim = await site.AddWithEmail("li.qiang");
        var thief = await site.AddWithEmail("wang.wu", "w@example.cn");
        await site.AsSystem().Run((Db db) => db.Database.ExecuteSqlAsync($"update platform_accounts set sealed_email = (select sealed_email from platform_accounts where id = {victim.Id}) where id = {thief.Id}", Stop));

        await Assert.ThrowsAnyAsync<CryptographicException>(() => site.ReadEmail(Reader, thief.Id));
    }

    [Theory, EachEngine]
    public async Task Is_not_fooled_by_a_changed_value(Site site)
    {
        var account = await site.AddWithEmail("li.qiang");
        var text = (await site.Stored(account.Id)).SealedEmail!.Text;
        var changed = text[..^6] + (text[^6] == 'A' ? 'B' : 'A') + text[^5..];
        await site.AsSystem().Run((Db db) => db.Database.ExecuteSqlAsync($"update platform_accounts set sealed_email = {changed}", Stop));

        await Assert.ThrowsAnyAsync<CryptographicException>(() => site.ReadEmail(Reader, account.Id));
    }

    [Theory, EachEngine]
    public async Task Finds_equal_values_by_their_index(Site site)
    {
        var account = await site.AddWithEmail("li.qiang");
        await site.AddWithEmail("wang.wu", "w@example.cn");

        var found = await site.AsSystem().Run(async (Finding act) => await act.Run(" ｌi.qiang@EXAMPLE.cn "));

        Assert.Equal([account.Id], found);
    }

    [Theory, EachEngine]
    public async Task Knows_every_sealed_column_so_that_a_change_of_keys_reaches_it(Site site)
    {
        var mapped = await site.AsSystem().Run((Db db) => Task.FromResult(db.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties())
            .Where(property => property.ClrType == typeof(Sealed)).Select(property => $"{property.DeclaringType.GetTableName()}.{property.GetColumnName()}").ToList()));
        var registered = (await site.Services()).GetService(typeof(IEnumerable<PersonalField>)) as IEnumerable<PersonalField>;

        Assert.NotEmpty(mapped);
        Assert.Equal(mapped.Order(StringComparer.Ordinal), registered!.Select(field => $"{field.Table}.{field.Column}").Order(StringComparer.Ordinal));
    }

    [Theory, EachEngine]
    public async Task Refuses_to_read_within_a_transaction(Site site)
    {
        var account = await site.AddWithEmail("li.qiang");
        var stored = await site.Stored(account.Id);

        await Assert.ThrowsAsync<InvalidOperationException>(() => site.As(Reader).Run((Reading act) => act.WithinTransaction(stored)));
    }

    private sealed class Finding(Db db, PersonalData data)
    {
        public async Task<List<Guid>> Run(string email)
        {
            var indexes = await data.Indexes(AccountFields.Email, email, Stop);
            return await db.Set<Account>().Where(account => indexes.Contains(account.EmailIndex!)).Select(account => account.Id).ToListAsync(Stop);
        }
    }

    private sealed class Reading(Db db, PersonalData data)
    {
        public async Task WithinTransaction(Account account)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Stop);
            await data.Read(new Sealing.ContactPage(), AccountFields.Email, account.Id, account.SealedEmail!, new("account", account.Id), null, Stop);
        }
    }
}
