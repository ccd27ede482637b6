namespace Gongkai.Platform.Accounts;

/// <summary>The claim in the sign-in cookie that names the session.</summary>
public static class SessionClaim
{
    /// <summary>Type of the claim; its value is the session's id.</summary>
    public const string Type = "gongkai:session";
}
