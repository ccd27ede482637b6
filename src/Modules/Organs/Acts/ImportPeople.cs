using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Organs.Acts;

/// <summary>
/// Brings accounts and posts in line with a file (导入人员). The same file twice changes nothing; a post whose last day or A/B place
/// differs is brought in line, and an account that stands keeps its name and password.
/// </summary>
[Permission(Permissions.Appoint)]
internal sealed class ImportPeople(Db db, UserManager<Account> accounts, Passwords passwords, Roles roles, TimeProvider time)
{
    private const int Most = 20_000;

    private readonly List<Refusal> _reasons = [];

    public async Task<Outcome<ImportTally>> Run(PeopleFile file, Func<string, string> passwordFor, CancellationToken stop)
    {
        _reasons.Clear();
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        await using (own)
        {
            var people = file.People.Select((person, at) => (Person: person, Place: $"people[{at}] {person.Login}")).ToList();
            var (known, opened) = (new Dictionary<string, Account>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
            foreach (var (person, place) in people)
            {
                stop.ThrowIfCancellationRequested();
                if (known.ContainsKey(person.Login)) Refuse("organs.file-twice", $"{place}.login", person.Login);
                else if (await accounts.FindByNameAsync(person.Login) is { } standing) known.Add(person.Login, standing);
                else if (await Open(person, place, passwordFor, stop) is { } account && opened.Add(person.Login)) known.Add(person.Login, account);
            }

            var organs = await db.Set<Organ>().Include(organ => organ.Names).OrderBy(organ => organ.Key).Take(Most).ToDictionaryAsync(organ => organ.Key, stop);
            var posts = await db.Set<Post>().OrderBy(post => post.Id).Take(Most).ToListAsync(stop);
            var changed = people.Count(one => known.TryGetValue(one.Person.Login, out var account) && Align(one.Person, one.Place, account.Id, organs, posts) && !opened.Contains(one.Person.Login));
            if (_reasons.Count > 0)
            {
                if (own is not null) await own.RollbackAsync(stop);
                db.ChangeTracker.Clear();
                return Outcome.Refused(_reasons);
            }
            if (opened.Count + changed > 0)
            {
                db.Record(this, new("people-import", NewId.At(time)), $"新增 {opened.Count}，更新 {changed}");
                await db.SaveChangesAsync(stop);
            }
            if (own is not null) await own.CommitAsync(stop);
            return new ImportTally(opened.Count, changed, people.Count - opened.Count - changed);
        }
    }

    /// <returns>True when a post is new or differs from what stands.</returns>
    private bool Align(PersonEntry person, string place, Guid account, Dictionary<string, Organ> organs, List<Post> posts) =>
        person.Posts.Select((post, at) => Align(post, $"{place}.posts[{at}]", account, organs, posts)).ToList().Contains(true);

    private async Task<Account?> Open(PersonEntry person, string place, Func<string, string> passwordFor, CancellationToken stop)
    {
        if (!db.Actor.May(Permissions.CreateAccount)) throw new ForbiddenException(Permissions.CreateAccount);
        var account = NewAccounts.Of(person.Login, person.Name, time);
        var password = passwordFor(person.Login);
        var reasons = await NewAccounts.Against(account, password, accounts, passwords, stop);
        foreach (var reason in reasons) Refuse("organs.file-person", place, Sentences.Of(reason));
        if (reasons.Count > 0) return null;
        await NewAccounts.Open(account, password, accounts, passwords);
        return account;
    }

    /// <returns>True when a post is new or differs from what stands.</returns>
    private bool Align(PostEntry entry, string place, Guid account, Dictionary<string, Organ> organs, List<Post> posts)
    {
        if (entry.Post is not ("primary" or "deputy")) Refuse("organs.file-post", $"{place}.post", entry.Post);
        if (!organs.TryGetValue(entry.Organ, out var organ)) Refuse("organs.file-no-organ", $"{place}.organ", entry.Organ);
        if (roles.Find(entry.Role) is not { } role) Refuse("organs.file-role", $"{place}.role", entry.Role, string.Join("、", roles.All.Select(known => known.Key)));
        else if (organ is not null)
        {
            var primary = entry.Post == "primary";
            var standing = posts.Find(post => post.AccountId == account && post.OrganId == organ.Id && post.Role == role.Key && post.From == entry.From);
            if (standing is not null && standing.Primary == primary && standing.Until == entry.Until) return false;

            var asked = new Appointment(account, organ.Id, role.Key, primary, entry.From, entry.Until);
            var beside = posts.FindAll(post => post != standing && (post.AccountId == account || (post.OrganId == organ.Id && post.Role == role.Key)));
            foreach (var reason in Posts.Against(asked, role, organ, beside)) Refuse("organs.file-person", place, Sentences.Of(reason));
            if (db.Actor.AccountId == account) Refuse("organs.file-person", place, Sentences.Of(new("organs.own-post")));
            if (standing is not null)
            {
                standing.Correct(primary, entry.Until);
                return true;
            }
            var made = Post.Appoint(NewId.At(time), account, organ.Id, role, primary, entry.From, entry.Until);
            posts.Add(made);
            db.Add(made);
            return true;
        }
        return false;
    }

    private void Refuse(string code, string place, params IReadOnlyList<object> values) => _reasons.Add(new(code) { Values = [place, .. values] });
}
