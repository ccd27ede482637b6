using System.Security.Cryptography;
using Gongkai.Platform.Vault;
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

    /// <summary>How often wrong passwords have locked it since the last sign-in or quiet day; each further lock lasts twice as long.</summary>
    public int LockSeries { get; set; }

    /// <summary>When a password was last judged wrong; null where none was since the last sign-in.</summary>
    public DateTimeOffset? LastFailedAt { get; set; }

    /// <summary>Since when a security administrator keeps it shut (停用); null where nobody does.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }

    /// <summary>When the person last signed in; null for never.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>E-mail address, sealed; null where none is known.</summary>
    public Sealed? SealedEmail { get; private set; }

    /// <summary>What <see cref="SealedEmail"/> is found by.</summary>
    public string? EmailIndex { get; private set; }

    /// <summary>Telephone number, sealed; null where none is known.</summary>
    public Sealed? SealedTelephone { get; private set; }

    /// <summary>What <see cref="SealedTelephone"/> is found by.</summary>
    public string? TelephoneIndex { get; private set; }

    /// <summary>
    /// Marks that the ways in have changed. A sign-in that was judged by what stood before comes to nothing, and of two who change them at
    /// once one is refused.
    /// </summary>
    public void ChangeWaysIn() => (SecurityStamp, ConcurrencyStamp) = (NewStamp(), NewStamp());

    /// <summary>Forgets every wrong try and every lock; saved with the present act, whose entry tells of the lock.</summary>
    public void Unlock() => (LockoutEnd, LockSeries, AccessFailedCount, LastFailedAt) = (null, 0, 0, null);

    /// <summary>Takes an address sealed with <see cref="AccountFields.Email"/>; null takes it away.</summary>
    public void PutEmail(SealedDetail? email) => (SealedEmail, EmailIndex) = (email?.Value, email?.Index);

    /// <summary>Takes a number sealed with <see cref="AccountFields.Telephone"/>; null takes it away.</summary>
    public void PutTelephone(SealedDetail? telephone) => (SealedTelephone, TelephoneIndex) = (telephone?.Value, telephone?.Index);

    private static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}

/// <summary>The personal data of an account.</summary>
public static class AccountFields
{
    /// <summary>Of <see cref="Account.SealedEmail"/>.</summary>
    public static PersonalField Email { get; } = new("platform_accounts", "sealed_email", "电子邮箱", "email_index");

    /// <summary>Of <see cref="Account.SealedTelephone"/>.</summary>
    public static PersonalField Telephone { get; } = new("platform_accounts", "sealed_telephone", "联系电话", "telephone_index");
}
