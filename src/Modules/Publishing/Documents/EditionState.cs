namespace Gongkai.Publishing.Documents;

/// <summary>Where an edition stands.</summary>
internal enum EditionState
{
    /// <summary>Being written (起草中).</summary>
    Draft,

    /// <summary>Handed in; nobody changes it (审核中).</summary>
    InReview,

    /// <summary>Sent back with a remark (已退回).</summary>
    Returned,

    /// <summary>Reviewed and signed (已签发).</summary>
    Approved,

    /// <summary>Waits for its hour (待发布).</summary>
    Scheduled,

    /// <summary>What everybody reads (已发布).</summary>
    Published,

    /// <summary>A later edition took its place (已更新).</summary>
    Superseded,

    /// <summary>Given up before it was public (已作废).</summary>
    Discarded,
}

/// <summary>How much an edition changes.</summary>
internal enum ChangeKind
{
    /// <summary>The first edition.</summary>
    First,

    /// <summary>What it says changes (实质修改).</summary>
    Major,

    /// <summary>Slips of the pen, layout (文字更正).</summary>
    Minor,
}
