namespace Gongkai.Publishing.Contracts;

/// <summary>Names one item of a disclosure catalogue (公开事项), whatever it says at the time.</summary>
public readonly record struct CatalogueItemId(Guid Value) : IId<CatalogueItemId>
{
    /// <inheritdoc/>
    public static CatalogueItemId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
