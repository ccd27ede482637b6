namespace Gongkai.Publishing.Release;

/// <summary>What a site may decide itself about publication. Local practice and what no national rule fixes are settings.</summary>
internal sealed record PublishingSettings
{
    /// <summary>Index number (索引号) as a template: <c>{organ}</c>, <c>{year}</c>, <c>{month}</c> and <c>{number:5}</c>, five figures with zeros before.</summary>
    public string IndexNumber { get; init; } = "{organ}/{year}-{number:5}";

    /// <summary>Most working days between a policy and its interpretation where that is promised for later. Usual in local rules, fixed by no national one.</summary>
    public int InterpretationDays { get; init; } = 3;

    /// <summary>Hours within which an emergency release is reviewed after all.</summary>
    public int AfterReviewHours { get; init; } = 24;

    /// <summary>Months before its last day within which a document is listed to be renewed, replaced or let go. Usual in local rules, fixed by no national one.</summary>
    public int ExpiryNoticeMonths { get; init; } = 6;

    /// <summary>Codes of findings that keep a draft from being handed in until they are masked or a person lets them stand.</summary>
    public IReadOnlyList<string> Blocking { get; init; } = ["checks.id-number", "checks.mobile", "checks.bank-card", "checks.address", "checks.minor", "checks.health", "checks.email", "checks.secrecy-mark"];
}
