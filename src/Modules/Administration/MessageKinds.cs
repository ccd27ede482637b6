using Gongkai.Platform.Messages;

namespace Gongkai.Administration;

/// <summary>Kinds of message that this module sends.</summary>
internal static class MessageKinds
{
    /// <summary>Sent to see whether sending works; nobody chooses about it.</summary>
    public const string Trial = "administration.trial";

    /// <summary>Somebody else changed how the person signs in.</summary>
    public static readonly MessageKind Account = new("administration.account", "账号安全", typeof(Words), AlsoToShut: true);
}
