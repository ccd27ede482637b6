using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration.Acts;

/// <summary>One of the three administrators of a new site.</summary>
/// <param name="Role">Key of the role.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="Login">Name to sign in with.</param>
internal sealed record FirstAdministrator(string Role, string Name, string Login);

/// <summary>What is asked when a site is set up.</summary>
/// <param name="Government">Name of the government.</param>
/// <param name="Office">Name of its office.</param>
/// <param name="Administrators">The three administrators.</param>
internal sealed record FirstPeople(string Government, string Office, IReadOnlyList<FirstAdministrator> Administrators);

/// <summary>
/// Sets a new site up behind its one-time link (初次设置): the government and its office, and three administrators who are three different
/// persons. Everything or nothing; afterwards the link is dead. Nobody is given a password: each of the three gets a one-time link.
/// </summary>
[Public]
internal sealed class SetUpSite(Db db, ActorContext acting, OneTimeLinks links, IStaffing staffing, IOrgans organs, TimeProvider time)
{
    private const string GovernmentKey = "government", OfficeKey = "office";

    /// <returns>Secrets of the three links, in the order asked.</returns>
    public async Task<Outcome<List<string>>> Run(string secret, FirstPeople asked, CancellationToken stop)
    {
        if (await links.Find(LinkPurpose.Setup, secret, stop) is not { } link || await db.Set<Account>().AnyAsync(stop)) return Outcome.Refused("administration.link-void");
        if (!AreDifferent(asked.Administrators)) return Outcome.Refused("administration.setup-same-person");

        await using var all = await db.Database.BeginTransactionAsync(stop);
        if (!await links.Use(link, stop)) return Outcome.Refused("administration.link-void");

        // Whoever holds the link runs the machine on which it was printed, and acts as the program itself until there are administrators.
        acting.Current = Actor.System;
        var made = await Make(asked, stop);
        if (!made.IsDone)
        {
            db.ChangeTracker.Clear();
            return made;
        }
        db.Record(this, new("site-setup", link.Id), string.Join('、', asked.Administrators.Select(one => $"{one.Name}（{one.Login}）")));
        await db.SaveChangesAsync(stop);
        await all.CommitAsync(stop);
        return made;
    }

    private static bool AreDifferent(IReadOnlyList<FirstAdministrator> people) =>
        people.Select(one => one.Login.Trim().ToUpperInvariant()).Distinct().Count() == people.Count && people.Select(one => one.Name.Trim()).Distinct().Count() == people.Count;

    private async Task<Outcome<List<string>>> Make(FirstPeople asked, CancellationToken stop)
    {
        var today = time.LocalDay();
        var standing = await organs.All(today, stop);
        if (standing.Count == 0)
        {
            // From the year's first day, so that this year's plan finds them.
            var since = new DateOnly(today.Year, 1, 1);
            var file = new OrganFile([new(GovernmentKey, asked.Government.Trim(), nameof(OrganKind.Government), since), new(OfficeKey, asked.Office.Trim(), nameof(OrganKind.Office), since)]);
            var imported = await staffing.ImportOrgans(file, stop);
            if (!imported.IsDone) return Outcome.Refused(imported.Refusals);
            standing = await organs.All(today, stop);
        }
        var seat = (standing.FirstOrDefault(organ => organ.Key == OfficeKey) ?? standing.FirstOrDefault(organ => organ.Kind == OrganKind.Office) ?? standing[0]).Id;

        var secrets = new List<string>();
        foreach (var one in asked.Administrators)
        {
            var account = await staffing.CreateAccount(one.Login, one.Name, password: null, stop);
            if (!account.IsDone) return Outcome.Refused(account.Refusals);
            var post = await staffing.Appoint(account.Made, seat, one.Role, primary: true, today, stop);
            if (!post.IsDone) return Outcome.Refused(post.Refusals);
            secrets.Add(await links.Make(LinkPurpose.Password, account.Made, stop));
        }
        return secrets;
    }
}
