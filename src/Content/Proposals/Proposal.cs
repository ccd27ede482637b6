namespace Gongkai.Content.Proposals;

/// <summary>What a proposal is about.</summary>
public enum ProposalKind
{
    /// <summary>Title (标题), on one line.</summary>
    Title,

    /// <summary>Kind of official document (文种): one of the fifteen, in their statutory wording.</summary>
    DocumentKind,

    /// <summary>Document number (发文字号) or number of an order, in normal form.</summary>
    DocumentNumber,

    /// <summary>Issuing organ (发文机关); one proposal each where several issue jointly.</summary>
    Issuer,

    /// <summary>Addressees (主送机关), as written.</summary>
    Addressees,

    /// <summary>Written date (成文日期).</summary>
    WrittenOn,

    /// <summary>First day in force (施行日期); without a day where the text names one that is not known from it.</summary>
    EffectiveOn,

    /// <summary>Last day in force, inclusive (有效期至).</summary>
    ExpiresOn,

    /// <summary>Document that this one stands on (制定依据), with its number where one is given.</summary>
    Basis,

    /// <summary>Document that this one repeals (废止), likewise.</summary>
    Repeals,

    /// <summary>Document that this one amends (修改), likewise.</summary>
    Amends,

    /// <summary>Attachment named in the text (附件), without its number.</summary>
    Attachment,
}

/// <summary>Something that a text says of itself, for a person to accept.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Value">What would be entered; for a day, the words that give it.</param>
/// <param name="Day">The day, where it is about one and it is known.</param>
/// <param name="Span">Where it stands in the plain text.</param>
/// <param name="IsSure">False where it was concluded from something else, or where other readings are as good.</param>
public sealed record Proposal(ProposalKind Kind, string Value, DateOnly? Day, TextSpan Span, bool IsSure);
