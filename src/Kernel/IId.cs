namespace Gongkai;

/// <summary>The identifier of one kind of thing, so that an organ's cannot be passed for a duty's.</summary>
/// <typeparam name="TSelf">The id type itself: a <c>readonly record struct</c> over a <see cref="Guid"/>.</typeparam>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    /// <summary>The stored value, a UUID version 7.</summary>
    Guid Value { get; }

    /// <summary>Reads a stored value back.</summary>
    static abstract TSelf From(Guid value);
}
