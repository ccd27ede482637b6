namespace Gongkai;

/// <summary>A run of local days with both ends inside.</summary>
public readonly record struct DateRange
{
    /// <summary>Makes a range.</summary>
    /// <param name="first">First day, inclusive.</param>
    /// <param name="last">Last day, inclusive; not before <paramref name="first"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="last"/> lies before <paramref name="first"/>.</exception>
    public DateRange(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        (First, Last) = (first, last);
    }

    /// <summary>First day, inclusive.</summary>
    public DateOnly First { get; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly Last { get; }

    /// <summary>True when the day lies in the range, ends included.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}
