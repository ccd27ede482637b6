using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Vault;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Gongkai.Slices.Shield;

public class KeyRotationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Seals_everything_anew_and_finds_it_still(Site site)
    {
        var account = await site.AddWithEmail("li.qiang");
        var before = await site.Stored(account.Id);

        await Finish(site);

        var after = await site.Stored(account.Id);
        Assert.StartsWith("v1.2.", after.SealedEmail!.Text, StringComparison.Ordinal);
        Assert.NotEqual(before.EmailIndex, after.EmailIndex);
        Assert.Equal(Sealing.Email, await site.ReadEmail(Clerk.Holding("planted.contact"), account.Id));
        Assert.Contains(after.EmailIndex, await site.AsSystem().Run(async (PersonalData data) => await data.Indexes(AccountFields.Email, Sealing.Email, Stop)));
        Assert.Equal([(1, 0), (2, 1)], (await Uses(site)).Select(use => (use.Id, use.Values)));
    }

    [Theory, EachEngine]
    public async Task Goes_on_where_it_was_stopped(Site site)
    {
        var account = await site.AddWithEmail("li.qiang");
        Assert.Equal((2, true), await site.AsSystem().Run((KeyRotation rotation) => rotation.Begin(Stop)));

        Assert.Equal((2, false), await site.AsSystem().Run((KeyRotation rotation) => rotation.Begin(Stop)));
        await Finish(site);

        Assert.Equal([(1, 0), (2, 1)], (await Uses(site)).Select(use => (use.Id, use.Values)));
        Assert.Equal(Sealing.Email, await site.ReadEmail(Clerk.Holding("planted.contact"), account.Id));
    }

    [Theory, EachEngine]
    public async Task Stands_a_kill_at_any_moment(Site site)
    {
        const int People = 3 * KeyRotation.Batch + 7;
        await site.AsSystem().Run((ManyAccounts many) => many.Add(People));
        string[] rotate = ["keys", "rotate", "--data", site.Folder, "--database", await site.DatabaseSetting()];

        await using (var killed = GongkaiProcess.Start(site.Folder, rotate))
        {
            await killed.LineWith("已重新加密 200 项");
            await killed.Kill();
        }
        Assert.Equal(People, await site.AsSystem().Run((ManyAccounts many) => many.Readable()));
        var again = await GongkaiProcess.Run(site.Folder, rotate);

        Assert.Equal(0, again.ExitCode);
        Assert.Equal(People, await site.AsSystem().Run((ManyAccounts many) => many.Readable()));
        Assert.Equal(People, (await Uses(site))[^1].Values);
    }

    [Theory, EachEngine]
    public async Task Loses_nothing_that_people_write_meanwhile(Site site)
    {
        const int People = KeyRotation.Batch + 50;
        await site.AsSystem().Run((ManyAccounts many) => many.Add(People));
        var ids = await site.AsSystem().Run((Db db) => db.Set<Account>().OrderBy(account => account.Id).Select(account => account.Id).ToListAsync(Stop));

        var writing = Task.Run(async () => { foreach (var id in ids.Where((_, at) => at % 5 == 0)) await site.PutEmail(id, $"new-{id}@example.cn"); }, Stop);
        await Finish(site);
        await writing;
        await Finish(site);

        foreach (var (id, at) in ids.Select((id, at) => (id, at)).Where(pair => pair.at % 50 < 2))
            Assert.StartsWith(at % 5 == 0 ? $"new-{id}" : "p", await site.ReadEmail(Clerk.Holding("planted.contact"), id), StringComparison.Ordinal);
        Assert.Equal(People, await site.AsSystem().Run((ManyAccounts many) => many.Readable()));
    }

    private static async Task Finish(Site site)
    {
        await site.AsSystem().Run((KeyRotation rotation) => rotation.Begin(Stop));
        while (await site.AsSystem().Run((KeyRotation rotation) => rotation.Next(Stop)) > 0) { }
    }

    private static Task<IReadOnlyList<KeyUse>> Uses(Site site) => site.AsSystem().Run((KeyRotation rotation) => rotation.Uses(Stop));

    private sealed class ManyAccounts(Db db, PersonalData data, TimeProvider time)
    {
        public async Task Add(int count)
        {
            for (var at = 0; at < count; at++)
            {
                var account = new Account { Id = NewId.At(time), UserName = $"p{at}", NormalizedUserName = $"P{at}", DisplayName = "某某" };
                account.PutEmail(await data.Seal(AccountFields.Email, account.Id, $"p{at}@example.cn", Stop));
                db.Add(account);
            }
            await db.SaveChangesAsync(Stop);
        }

        /// <summary>Number of addresses that open and stand under the index they are looked for by.</summary>
        public async Task<int> Readable()
        {
            var readable = 0;
            foreach (var account in await db.Set<Account>().AsNoTracking().ToListAsync(Stop))
            {
                var email = await data.Read(this, AccountFields.Email, account.Id, account.SealedEmail!, new("account", account.Id), null, Stop);
                if ((await data.Indexes(AccountFields.Email, email, Stop)).Contains(account.EmailIndex!)) readable++;
            }
            return readable;
        }
    }
}
