using Microsoft.AspNetCore.Identity;

namespace Gongkai.Platform.Accounts;

/// <summary>A person who can sign in. What the person may do hangs on posts, not on the account.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Name of the person.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>True while the password is one that somebody else chose: the person must choose another before anything else.</summary>
    public bool PasswordIsTemporary { get; set; }

    /// <summary>When the password was chosen; null while there is none.</summary>
    public DateTimeOffset? PasswordSetAt { get; set; }

    /// <summary>How often wrong passwords have locked it since the last sign-in; each further lock lasts twice as long.</summary>
    public int LockSeries { get; set; }

    /// <summary>Since when a security administrator keeps it shut (停用); null where nobody does.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>When the person last signed in; null for never.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }
}
