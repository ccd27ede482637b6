namespace Gongkai.Checks;

/// <summary>What a document says about itself beside its text.</summary>
/// <param name="Title">Title (标题).</param>
/// <param name="DocumentNumber">Document number (发文字号) as typed; null for none.</param>
/// <param name="WrittenOn">Written date (成文日期), a local day; null for none.</param>
/// <param name="PublishOn">Day on which it is to be published (发布日期); null while open.</param>
/// <param name="EffectiveOn">First day in force (施行日期); null for none.</param>
/// <param name="ExpiresOn">Last day in force (失效日期); null for none.</param>
/// <param name="AttachmentCount">Number of attachments (附件) given with it.</param>
/// <param name="OrganNames">Full names of organs (机关规范名称) against which names in the text are held; empty for none.</param>
public sealed record HeadFacts(
    string Title,
    string? DocumentNumber,
    DateOnly? WrittenOn,
    DateOnly? PublishOn,
    DateOnly? EffectiveOn,
    DateOnly? ExpiresOn,
    int AttachmentCount,
    IReadOnlyList<string> OrganNames);
