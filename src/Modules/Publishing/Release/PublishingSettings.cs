using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Gongkai.Checks;

namespace Gongkai.Publishing.Release;

/// <summary>What a site may decide itself about publication. Local practice and what no national rule fixes are settings.</summary>
internal sealed partial record PublishingSettings
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

    /// <summary>Words that the office looks for besides those that come with the program.</summary>
    public OwnWords Words { get; init; } = new();

    /// <summary>Lines of the negative list (负面清单) against which a secrecy review ticks. Empty where none is kept.</summary>
    public IReadOnlyList<string> Negative { get; init; } =
    [
        "依法确定的国家秘密（条例第十四条）",
        "法律、行政法规禁止公开的信息（条例第十四条）",
        "公开后可能危及国家安全、公共安全、经济安全、社会稳定的信息（条例第十四条）",
        "公开会损害第三方合法权益的商业秘密、个人隐私，且未经同意、不公开也不对公共利益造成重大影响（条例第十五条）",
        "人事管理、后勤管理、内部工作流程等内部事务信息（条例第十六条第一款）",
        "讨论记录、过程稿、磋商信函、请示报告等过程性信息，行政执法案卷信息（条例第十六条第二款）",
    ];

    /// <summary>The list in force.</summary>
    [JsonIgnore]
    public NegativeList NegativeList => new(Negative);

    private const int MostPromisedDays = 30;

    private const int MostAfterHours = 24;

    private const int MostExpiryMonths = 24;

    private const int MostLines = 200;

    private const int LongestLine = 200;

    /// <summary>Every reason against putting these in force.</summary>
    public IEnumerable<Refusal> Against()
    {
        if (IndexNumber.Length > 60 || !Template().IsMatch(IndexNumber) || !(IndexNumber.Contains("{organ}", StringComparison.Ordinal) && IndexNumber.Contains("{year}", StringComparison.Ordinal) && IndexNumber.Contains("{number", StringComparison.Ordinal))) yield return new("publishing.index-template");
        if (InterpretationDays is < 0 or > MostPromisedDays) yield return new("publishing.promise-days") { Values = [MostPromisedDays] };
        if (AfterReviewHours is < 1 or > MostAfterHours) yield return new("publishing.after-hours") { Values = [MostAfterHours] };
        if (ExpiryNoticeMonths is < 0 or > MostExpiryMonths) yield return new("publishing.expiry-months") { Values = [MostExpiryMonths] };
        if (Words.Unfit().Take(5).ToList() is { Count: > 0 } unfit) yield return new("publishing.words-unfit") { Values = [string.Join('、', unfit), CheckLists.LongestWord] };
        if (Words.Wrong.Count + Words.Forbidden.Count + Words.Marks.Count > OwnWords.Most) yield return new("publishing.words-too-many") { Values = [OwnWords.Most] };
        if (Negative.Count > MostLines || Negative.Any(line => line.Length > LongestLine)) yield return new("publishing.negative-too-long") { Values = [MostLines, LongestLine] };
    }

    /// <summary>Words, and names in braces that <see cref="DocumentNames.Fill"/> knows.</summary>
    [GeneratedRegex("^(?:[^{}]|\\{(?:organ|year|month|number(?::[1-9])?)\\})+$", RegexOptions.NonBacktracking)]
    private static partial Regex Template();
}
