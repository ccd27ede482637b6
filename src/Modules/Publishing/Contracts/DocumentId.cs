namespace Gongkai.Publishing.Contracts;

/// <summary>Names a document through all its editions, for as long as the site lives.</summary>
public readonly record struct DocumentId(Guid Value) : IId<DocumentId>
{
    /// <inheritdoc/>
    public static DocumentId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
