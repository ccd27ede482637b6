using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Gongkai.Administration;

/// <summary>What every act of the security administrator on an account asks first, and what its person is told afterwards.</summary>
internal sealed class AccountCare(Db db, IRights rights, Messages messages, TimeProvider time, IStringLocalizer<Words> words)
{
    private const string OwnAccount = "/console/account";

    /// <summary>Nobody takes both proofs of a person away within this time.</summary>
    private static readonly TimeSpan BetweenProofs = TimeSpan.FromHours(24);

    /// <summary>Every reason against acting on an account. Nobody administers the own one, and nobody acts without a reason that can be read later.</summary>
    public IReadOnlyList<Refusal> Against(Account account, string? reason)
    {
        List<Refusal> reasons = [];
        if (db.Actor.AccountId == account.Id) reasons.Add(new("administration.own-account"));
        if (string.IsNullOrWhiteSpace(reason)) reasons.Add(new("administration.reason-missing"));
        return reasons;
    }

    /// <summary>
    /// Every reason against taking a proof (password, second factor) away. Who takes one decides who can come in: of an administrator only
    /// whoever runs the machine does, and one person never takes both within a day.
    /// </summary>
    /// <param name="account">Whose proof.</param>
    /// <param name="reason">Reason given.</param>
    /// <param name="other">The act that takes the other proof away.</param>
    /// <param name="stop">Stops the queries.</param>
    public async Task<IReadOnlyList<Refusal>> AgainstTakingProof(Account account, string? reason, Type other, CancellationToken stop)
    {
        List<Refusal> reasons = [.. Against(account, reason)];
        if (db.Actor.IsSystem) return reasons;
        if (await Administers(account.Id, stop)) reasons.Add(new("administration.on-the-machine"));

        var (actor, act, since) = (db.Actor.AccountId, AuditEntry.CodeOf(other), time.GetUtcNow() - BetweenProofs);
        var tookOther = await db.Set<AuditEntry>().AnyAsync(
            entry => entry.SubjectKind == "account" && entry.SubjectId == account.Id && entry.Act == act && entry.AccountId == actor && entry.Result == AuditResult.Done && entry.At > since, stop);
        if (tookOther) reasons.Add(new("administration.both-proofs"));
        return reasons;
    }

    /// <summary>True where the account holds a right of one of the three administrators, today or from a later day on.</summary>
    public async Task<bool> Administers(Guid account, CancellationToken stop)
    {
        var held = await rights.OfAndToCome(account, time.LocalDay(), stop);
        return held.Administers || held.Grants.Any(grant => AdministrationPermissions.Administering.Contains(grant.Permission));
    }

    /// <summary>Tells the person what somebody else did to the account; saved with the present act.</summary>
    /// <param name="account">The account.</param>
    /// <param name="done">What was done, without a full stop.</param>
    /// <param name="stop">Stops the queries.</param>
    public Task Tell(Guid account, string done, CancellationToken stop) =>
        messages.Tell([account], MessageKinds.Account.Key, words["{0}。如果您没有提出过，请立即告诉审计管理员。", words[done]], OwnAccount, stop);
}
