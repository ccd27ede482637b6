namespace Gongkai.Publishing.Documents;

/// <summary>Whether a document is for the public (公开属性): decided when it is drafted, with a reason for whatever is kept back.</summary>
internal enum DisclosureAttribute
{
    /// <summary>Published of the organ's own accord (主动公开).</summary>
    Active,

    /// <summary>Given to whoever asks (依申请公开).</summary>
    OnRequest,

    /// <summary>Kept back (不予公开).</summary>
    Withheld,
}

/// <summary>On what ground a document is kept back. The order is the law's.</summary>
internal enum WithholdingGround
{
    /// <summary>Nothing is kept back.</summary>
    None,

    /// <summary>依法确定的国家秘密.</summary>
    StateSecret,

    /// <summary>法律、行政法规禁止公开.</summary>
    ForbiddenByLaw,

    /// <summary>三安全一稳定.</summary>
    Security,

    /// <summary>商业秘密、个人隐私.</summary>
    ThirdParty,

    /// <summary>内部事务信息.</summary>
    InternalAffairs,

    /// <summary>过程性信息.</summary>
    Deliberative,

    /// <summary>行政执法案卷信息.</summary>
    EnforcementFile,
}

/// <summary>The decision on the attribute of a document.</summary>
/// <param name="Attribute">For whom it is.</param>
/// <param name="Ground">Why it is kept back; <see cref="WithholdingGround.None"/> for what is published.</param>
/// <param name="Reason">In words; empty for what is published.</param>
/// <param name="ReassessOn">Day by which it is looked at again; null for what is published.</param>
internal sealed record Disclosure(DisclosureAttribute Attribute, WithholdingGround Ground = WithholdingGround.None, string Reason = "", DateOnly? ReassessOn = null)
{
    private const int ShortestReason = 4;

    /// <summary>Article of the Regulations that a ground stands on.</summary>
    [Article("711", 14), Article("711", 15), Article("711", 16)]
    public static string? SourceOf(WithholdingGround ground) => ground switch
    {
        WithholdingGround.StateSecret or WithholdingGround.ForbiddenByLaw or WithholdingGround.Security => "711/14",
        WithholdingGround.ThirdParty => "711/15",
        WithholdingGround.InternalAffairs => "711/16.1",
        WithholdingGround.Deliberative or WithholdingGround.EnforcementFile => "711/16.2",
        _ => null,
    };

    /// <summary>Every reason against deciding so: what is not for everybody needs a reason, what is kept back a ground and a day on which it is looked at again.</summary>
    /// <param name="today">Today.</param>
    [Article("711", 18)]
    public IEnumerable<Refusal> Against(DateOnly today)
    {
        if (Attribute == DisclosureAttribute.Active) yield break;
        if (Reason.Trim().Length < ShortestReason) yield return new("publishing.attribute-reason-missing") { Values = [ShortestReason] };
        if (Attribute != DisclosureAttribute.Withheld) yield break;
        if (Ground == WithholdingGround.None) yield return new("publishing.ground-missing", "711/14");
        if (ReassessOn is null) yield return new("publishing.reassessment-missing", "711/18");
        else if (ReassessOn <= today) yield return new("publishing.reassessment-past", "711/18");
    }

    /// <summary>The decision without what does not belong to it.</summary>
    public Disclosure Tidy() => Attribute switch
    {
        DisclosureAttribute.Active => new(DisclosureAttribute.Active),
        DisclosureAttribute.OnRequest => new(DisclosureAttribute.OnRequest, Reason: Reason.Trim()),
        _ => this with { Reason = Reason.Trim() },
    };
}
