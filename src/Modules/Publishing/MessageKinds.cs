using Gongkai.Platform.Messages;

namespace Gongkai.Publishing;

/// <summary>The kinds of message of this module.</summary>
internal static class MessageKinds
{
    public const string ReleaseFailed = "publishing.release-failed";

    /// <summary>Every kind; people choose for each whether it comes by mail.</summary>
    public static IReadOnlyList<MessageKind> All { get; } = [new(ReleaseFailed, "定时发布未成", typeof(Words))];
}
