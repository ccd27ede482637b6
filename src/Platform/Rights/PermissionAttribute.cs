using System.Reflection;

namespace Gongkai.Platform.Rights;

/// <summary>The permission that an act or a page asks for, <c>module.verb</c>. What names neither this nor <see cref="PublicAttribute"/> is refused.</summary>
/// <param name="name">Name of the permission; never changed once released.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PermissionAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>The permission a type names; null where only the system itself may use it.</summary>
    public static string? Of(Type type) => type.GetCustomAttribute<PermissionAttribute>()?.Name;
}

/// <summary>Says that a page or endpoint is for everybody, without an account.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute;
