namespace Gongkai.Administration;

/// <summary>Kinds of message that this module sends.</summary>
internal static class MessageKinds
{
    /// <summary>Sent to see whether sending works; nobody chooses about it.</summary>
    public const string Trial = "administration.trial";
}
