namespace Gongkai.Platform.Audit;

/// <summary>What an audit entry is about.</summary>
/// <param name="Kind">Kind of thing in lower case, such as <c>duty</c>; never changed once released.</param>
/// <param name="Id">Its id.</param>
public readonly record struct Subject(string Kind, Guid Id);
