using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;

namespace Gongkai.Administration;

/// <summary>What every act of the security administrator on an account asks first.</summary>
internal static class AccountCare
{
    /// <summary>Every reason against acting on an account. Nobody administers the own one, and nobody acts without a reason that can be read later.</summary>
    public static IReadOnlyList<Refusal> Against(Db db, Account account, string? reason)
    {
        List<Refusal> reasons = [];
        if (db.Actor.AccountId == account.Id) reasons.Add(new("administration.own-account"));
        if (string.IsNullOrWhiteSpace(reason)) reasons.Add(new("administration.reason-missing"));
        return reasons;
    }
}
