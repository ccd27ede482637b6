using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Proofs;

/// <summary>
/// Keeps programs from sending public forms by the thousand: a form is taken with work that a browser did for it, or after a wait where no script ran. Each proof is
/// signed by the site, good for one form, for a while, and once.
/// </summary>
public sealed class Proofs
{
    /// <summary>Code of the refusal of a ticket that was not waited for yet; it stays good.</summary>
    public const string Early = "platform.proof-early";

    /// <summary>Nodes whose clocks differ by less than this agree on what was used.</summary>
    private static readonly TimeSpan ClocksApart = TimeSpan.FromHours(1);

    private readonly Challenges _challenges;
    private readonly Tickets _tickets;
    private readonly Db _db;
    private readonly TimeProvider _time;

    internal Proofs(Challenges challenges, Tickets tickets, Db db, TimeProvider time) =>
        (_challenges, _tickets, _db, _time) = (challenges, tickets, db, time);

    /// <summary>True for what can be the name of a form.</summary>
    public static bool CanBeForm(string? form) => form is { Length: > 0 and <= 64 } && form.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    /// <summary>A challenge for a browser to solve.</summary>
    /// <exception cref="ArgumentException">No form can be called that.</exception>
    public WorkChallenge Challenge(string form) => _challenges.Ask(Named(form));

    /// <summary>A ticket for a browser that solves nothing.</summary>
    /// <exception cref="ArgumentException">No form can be called that.</exception>
    public string Ticket(string form) => _tickets.Issue(Named(form));

    /// <summary>Seconds until a ticket is ripe; null where it is none for this form, or good no more.</summary>
    public int? Wait(string form, string? ticket) =>
        ticket is not null && _tickets.Judge(form, ticket) is { Standing: Standing.Good or Standing.Early } judged ? judged.SecondsLeft : null;

    /// <summary>Uses what came with a form: the solution where there is one, the ticket otherwise. Of two that come at the same moment one is refused.</summary>
    /// <param name="form">The form sent.</param>
    /// <param name="solution">What the browser solved; empty where it solved nothing.</param>
    /// <param name="ticket">The form's ticket.</param>
    /// <param name="stop">Stops before anything is used.</param>
    /// <returns>Why the form is not taken; null where it is.</returns>
    public async Task<Refusal?> Use(string form, string? solution, string? ticket, CancellationToken stop)
    {
        var judged = !string.IsNullOrEmpty(solution) ? _challenges.Judge(form, solution) : _tickets.Judge(form, ticket ?? "");
        return judged.Standing switch
        {
            Standing.Good when await Take(judged, stop) => null,
            Standing.Good => new("platform.proof-used"),
            Standing.Early => new(Early) { Values = [judged.SecondsLeft] },
            Standing.Late => new("platform.proof-late"),
            _ => new("platform.proof-missing"),
        };
    }

    private static string Named(string form) => CanBeForm(form) ? form : throw new ArgumentException("Lower-case letters, digits and hyphens", nameof(form));

    /// <summary>One row for each proof: the key lets only one in. What expired goes on this occasion.</summary>
    private async Task<bool> Take(Judged proof, CancellationToken stop)
    {
        var (until, past) = (proof.Until.UtcDateTime, (_time.GetUtcNow() - ClocksApart).UtcDateTime);
        await _db.Database.ExecuteSqlAsync($"delete from platform_used_proofs where expires_at < {past}", stop);
        return await _db.Database.ExecuteSqlAsync($"insert into platform_used_proofs (nonce, expires_at) values ({proof.Nonce}, {until}) on conflict do nothing", stop) == 1;
    }
}
