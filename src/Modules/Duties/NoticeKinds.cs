using Gongkai.Platform.Messages;

namespace Gongkai.Duties;

/// <summary>The kinds of message that people get beside the notices of their organ.</summary>
internal static class NoticeKinds
{
    /// <summary>Every kind; people choose for each whether it comes by mail.</summary>
    public static IReadOnlyList<MessageKind> All { get; } =
    [
        new(KeyOf(NoticeKind.Assigned), "新任务", typeof(Words)),
        new(KeyOf(NoticeKind.Reminded), "催办", typeof(Words)),
        new(KeyOf(NoticeKind.Returned), "佐证被退回", typeof(Words)),
        new(KeyOf(NoticeKind.Confirmed), "佐证已通过", typeof(Words), ByMail: false),
        new(KeyOf(NoticeKind.LimitChanged), "时限调整", typeof(Words)),
        new(KeyOf(NoticeKind.HandedOver), "任务移交", typeof(Words)),
        new(KeyOf(NoticeKind.Infected), "附件发现病毒", typeof(Words)),
    ];

    /// <summary>Stored key of a kind; never changed.</summary>
    public static string KeyOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Assigned => "duties.assigned",
        NoticeKind.Reminded => "duties.reminded",
        NoticeKind.Returned => "duties.returned",
        NoticeKind.Confirmed => "duties.confirmed",
        NoticeKind.LimitChanged => "duties.limit-changed",
        NoticeKind.HandedOver => "duties.handed-over",
        NoticeKind.Infected => "duties.infected",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
