namespace Gongkai.Publishing.Contracts;

/// <summary>Names one edition of a document (版本): what it said from its publication until the next.</summary>
public readonly record struct EditionId(Guid Value) : IId<EditionId>
{
    /// <inheritdoc/>
    public static EditionId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
