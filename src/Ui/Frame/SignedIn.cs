using System.Security.Claims;

namespace Gongkai.Ui.Frame;

/// <summary>Names of the claims the frames read.</summary>
public static class PersonClaims
{
    /// <summary>The person's own name as shown; the account's name stands in where it is missing.</summary>
    public const string Name = "person_name";

    /// <summary>Where and as what the person works, in words: 市民政局 · A 岗.</summary>
    public const string Place = "person_place";
}

/// <summary>The person at the desk, as the console's head shows them.</summary>
internal sealed record SignedIn(string Name, string? Place)
{
    /// <summary>Null when nobody is signed in.</summary>
    public static SignedIn? From(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true } identity
        ? new(user.FindFirstValue(PersonClaims.Name) ?? identity.Name ?? "", user.FindFirstValue(PersonClaims.Place))
        : null;
}
