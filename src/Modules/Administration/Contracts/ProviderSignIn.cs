namespace Gongkai.Administration.Contracts;

/// <summary>What the host, which speaks with an identity provider, and the pages of signing in agree on.</summary>
public static class ProviderSignIn
{
    /// <summary>Name of the authentication scheme; its display name is what the button says. Not there where no provider is configured.</summary>
    public const string Scheme = "openid";

    /// <summary>Claim: the provider that vouches for the person.</summary>
    public const string Issuer = "gongkai:provider-issuer";

    /// <summary>Claim: what the provider calls the person; unique with it and never reused.</summary>
    public const string Subject = "gongkai:provider-subject";

    /// <summary>Claim: the name to sign in with, where the configuration says which of the provider's claims holds it.</summary>
    public const string Login = "gongkai:provider-login";

    /// <summary>Where the browser goes when the provider refuses or what it says does not hold.</summary>
    public const string FailedAddress = "/sign-in?provider=failed";
}
