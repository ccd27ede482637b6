using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Platform.Data;

/// <summary>A module's tables: how its entities lie in the one database.</summary>
public interface ITables
{
    /// <summary>Names the value types that the module's columns hold, such as its ids.</summary>
    void Convert(ModelConfigurationBuilder types);

    /// <summary>Maps the module's entities. Table names start with the module's name and an underscore.</summary>
    void Map(ModelBuilder model);
}

/// <summary>Conversions that modules ask for in <see cref="ITables.Convert"/>.</summary>
public static class Conversions
{
    /// <summary>Stores an id type as its UUID.</summary>
    public static void Id<TId>(this ModelConfigurationBuilder types) where TId : struct, IId<TId> =>
        types.Properties<TId>().HaveConversion<IdConverter<TId>>();

    private sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Read<TId>(value)) where TId : struct, IId<TId>;

    private static TId Read<TId>(Guid value) where TId : struct, IId<TId> => TId.From(value);
}

/// <summary>An entity that several people may edit; the second to save sees a conflict instead of overwriting the first.</summary>
public interface IVersioned
{
    /// <summary>Grows by one with every change. Pages send back the number they showed.</summary>
    int Version { get; }
}
