using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;

namespace Gongkai.Organs.Acts;

/// <summary>What is asked when a person is put into a post.</summary>
/// <param name="Account">Account of the person.</param>
/// <param name="Organ">The organ.</param>
/// <param name="Role">Key of the role.</param>
/// <param name="Primary">True for the A post (A岗), false for the B post.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive; null while it lasts.</param>
internal sealed record Appointment(Guid Account, OrganId Organ, string Role, bool Primary, DateOnly From, DateOnly? Until = null);

/// <summary>Puts a person into a post (任岗). Whoever holds a post holds the permissions of its role from that day.</summary>
[Permission(Permissions.Appoint)]
internal sealed class AppointPost(Db db, Roles roles, TimeProvider time)
{
    public async Task<Outcome<Guid>> Run(Appointment asked, CancellationToken stop)
    {
        await Turn.Take(db, asked.Organ.Value, asked.Role, asked.Account, stop);
        var organ = await db.Get<Organ>(asked.Organ, stop);
        var person = await db.Get<Account>(asked.Account, stop);
        var beside = await Posts.Beside(db, asked.Account, asked.Organ, asked.Role, stop);
        var role = roles.Find(asked.Role);
        var reasons = Posts.Against(asked, role, organ, beside).ToList();
        if (db.Actor.AccountId == asked.Account) reasons.Add(new("organs.own-post"));
        if (reasons.Count > 0) return Outcome.Refused(reasons);

        var made = Post.Appoint(NewId.At(time), asked.Account, asked.Organ, role!, asked.Primary, asked.From, asked.Until);
        db.Add(made);
        db.Record(this, new("organ", asked.Organ.Value), $"{person.DisplayName} {role!.Name}（{(asked.Primary ? "A岗" : "B岗")}）");
        return await db.Commit(stop) is { IsDone: false } refused ? refused : made.Id;
    }
}
