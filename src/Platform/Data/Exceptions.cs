namespace Gongkai.Platform.Data;

/// <summary>Something was asked for that does not exist; the host answers 404.</summary>
public sealed class MissingException(string kind, object id) : Exception($"No {kind} {id}");

/// <summary>An act was tried without the right to it; the host answers 403 and nothing is stored.</summary>
public sealed class ForbiddenException(string? permission) : Exception($"Permission {permission ?? "of the system"} is missing")
{
    /// <summary>The permission that was missing; null where only the system itself may act.</summary>
    public string? Permission { get; } = permission;
}
