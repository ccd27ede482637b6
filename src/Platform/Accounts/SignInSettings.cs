namespace Gongkai.Platform.Accounts;

/// <summary>Who must have a second factor.</summary>
public enum FactorFor
{
    /// <summary>Nobody must; everybody may.</summary>
    Nobody,

    /// <summary>The three administrators (三员).</summary>
    Administrators,

    /// <summary>Everybody with an account.</summary>
    Everybody,
}

/// <summary>Rules of signing in, as the security administrator decides them.</summary>
public sealed record SignInSettings
{
    /// <summary>A lock that grew this long grows no further.</summary>
    public static readonly TimeSpan LongestLock = TimeSpan.FromHours(24);

    /// <summary>Fewest characters of a password, 8 to 64.</summary>
    public int MinimumLength { get; init; } = 10;

    /// <summary>Fewest kinds of characters (small letters, capitals, digits, signs), 1 to 4.</summary>
    public int Kinds { get; init; } = 3;

    /// <summary>Days after which a password must be changed, 0 to 730; 0 = never.</summary>
    public int MaximumAgeDays { get; init; } = 90;

    /// <summary>How many of the last passwords, the present one included, may not be chosen again, 0 to 24.</summary>
    public int Remembered { get; init; } = 5;

    /// <summary>True where the user name may not be part of the password.</summary>
    public bool ForbidsUserName { get; init; } = true;

    /// <summary>Wrong tries before the account locks, 3 to 20.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Minutes of the first lock, 1 to 1440; each further one is twice as long, up to a day.</summary>
    public int FirstLockMinutes { get; init; } = 5;

    /// <summary>Minutes without a request after which a session ends, 5 to 480.</summary>
    public int IdleMinutes { get; init; } = 30;

    /// <summary>Hours after which a session ends whatever happens, 1 to 24.</summary>
    public int AbsoluteHours { get; init; } = 8;

    /// <summary>Who must have a second factor.</summary>
    public FactorFor FactorFor { get; init; } = FactorFor.Nobody;

    /// <summary>True where whoever comes from the identity provider needs no second factor here: the provider asked for one.</summary>
    public bool TrustsProvidersFactor { get; init; }

    /// <summary>How long a lock lasts.</summary>
    /// <param name="before">Locks since the last sign-in, 0 for the first.</param>
    public TimeSpan LockAfter(int before) =>
        TimeSpan.FromMinutes(Math.Min(LongestLock.TotalMinutes, FirstLockMinutes * Math.Pow(2, Math.Min(before, 20))));

    /// <summary>True where a person must have a second factor.</summary>
    /// <param name="administers">True for one of the three administrators.</param>
    public bool DemandsFactor(bool administers) => FactorFor == FactorFor.Everybody || (FactorFor == FactorFor.Administrators && administers);
}
