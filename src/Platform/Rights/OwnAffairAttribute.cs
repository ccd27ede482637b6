namespace Gongkai.Platform.Rights;

/// <summary>
/// Says that a page, endpoint or act is for every signed-in person because it shows and changes nothing but that person's own affairs:
/// the own password, the own second factor, the own messages. It takes the account from the actor, never from the request.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OwnAffairAttribute : Attribute;
