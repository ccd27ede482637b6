namespace Gongkai.Publishing.Types;

/// <summary>A type of document (文件类型): what its head must say and what must happen before it is public.</summary>
/// <param name="Key">Stable key; stored with every document.</param>
/// <param name="Name">Official name.</param>
internal sealed record DocumentType(string Key, string Name)
{
    /// <summary>True for policy (政策类文件): three different people review and sign, and it comes with its interpretation.</summary>
    public bool IsPolicy { get; init; }

    /// <summary>True where it explains another document and must say which (解读).</summary>
    public bool Explains { get; init; }

    /// <summary>True where validity over time matters (有效性).</summary>
    public bool HasValidity { get; init; }

    /// <summary>Heads that are asked for; those in <see cref="Required"/> must be filled in.</summary>
    public IReadOnlyList<HeadField> Fields { get; init; } = [];

    /// <summary>Heads without which it cannot be handed in.</summary>
    public IReadOnlyList<HeadField> Required { get; init; } = [];

    /// <summary>What only this type has.</summary>
    public IReadOnlyList<ExtraField> Extra { get; init; } = [];

    /// <summary>True where the form asks for it.</summary>
    public bool Asks(HeadField field) => Fields.Contains(field) || Required.Contains(field);
}

/// <summary>What a document's head can say beside its title.</summary>
internal enum HeadField
{
    /// <summary>发文字号.</summary>
    Number,

    /// <summary>发文机关.</summary>
    Issuer,

    /// <summary>成文日期.</summary>
    WrittenOn,

    /// <summary>施行日期.</summary>
    EffectiveOn,

    /// <summary>有效期至.</summary>
    ExpiresOn,

    /// <summary>主题分类.</summary>
    Topic,

    /// <summary>文种.</summary>
    Genre,

    /// <summary>关键词.</summary>
    Keywords,

    /// <summary>来源.</summary>
    Source,
}

/// <summary>A field that only one type has.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Name">What the form and the page call it.</param>
/// <param name="IsRequired">True where it must be filled in.</param>
/// <param name="IsDay">True where it is a day.</param>
internal sealed record ExtraField(string Key, string Name, bool IsRequired = false, bool IsDay = false);
