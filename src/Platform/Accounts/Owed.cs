namespace Gongkai.Platform.Accounts;

/// <summary>
/// What a signed-in person must settle before anything else (强制修改). Until then the person holds no permission at all, and of the
/// pages that are everybody's own affair only the one that settles it opens.
/// </summary>
public static class Owed
{
    /// <summary>Where a password is changed.</summary>
    public const string Password = "/console/account/password";

    /// <summary>Where a second factor is set up.</summary>
    public const string Factor = "/console/account/factor";

    /// <summary>Address of the page that settles it; null where nothing is owed.</summary>
    /// <param name="session">The session.</param>
    /// <param name="administers">True for one of the three administrators.</param>
    public static string? Of(LiveSession session, bool administers)
    {
        if (session.OwesPassword) return Password;
        var isTrusted = session.ByProvider && session.Rules.TrustsProvidersFactor;
        return session.Rules.DemandsFactor(administers) && !session.HasFactor && !isTrusted ? Factor : null;
    }
}
