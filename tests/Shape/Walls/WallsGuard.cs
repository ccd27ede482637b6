namespace Gongkai.Shape;

/// <summary>A module shows others its Contracts and its front door, and nothing else.</summary>
internal static class WallsGuard
{
    /// <param name="module">Plain noun of the module.</param>
    /// <param name="types">Its types.</param>
    public static IEnumerable<string> Breaches(string module, IEnumerable<Type> types) =>
        from type in types
        where type.IsVisible && !type.IsNested
        where type.Namespace != $"Gongkai.{module}.Contracts" && type.FullName != $"Gongkai.{module}.{module}Module"
        select $"{type.FullName} is public: what others may see lies in Gongkai.{module}.Contracts";
}
