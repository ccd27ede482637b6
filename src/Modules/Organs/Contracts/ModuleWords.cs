namespace Gongkai.Organs.Contracts;

/// <summary>What a module and its permissions are called on screens. Each module adds one.</summary>
/// <param name="Module">The part of its permissions before the point, such as <c>duties</c>.</param>
/// <param name="Name">What people call its field of work, in Chinese.</param>
/// <param name="Words">Marker class of its texts; the name of a permission lies there under <c>may.</c> and the permission.</param>
public sealed record ModuleWords(string Module, string Name, Type Words)
{
    /// <summary>Where the name of a permission lies among the module's texts.</summary>
    public static string KeyOf(string permission) => $"may.{permission}";
}
