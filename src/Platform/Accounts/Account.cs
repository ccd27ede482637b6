using Microsoft.AspNetCore.Identity;

namespace Gongkai.Platform.Accounts;

/// <summary>A person who can sign in. What the person may do hangs on posts, not on the account.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Name of the person.</summary>
    public string DisplayName { get; set; } = "";
}
