using Gongkai.Platform;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Slices.Platform.Planted;

/// <summary>A thing of a module that exists in tests only: small enough to see what the platform does with it.</summary>
internal sealed class PlantedNote : IVersioned
{
    public Guid Id { get; init; }

    public string Text { get; set; } = "";

    public string? Remark { get; set; }

    public int Version { get; private set; }
}

/// <summary>What a handler has heard, in the order in which it did.</summary>
internal sealed class Heard
{
    public string Handler { get; init; } = "";

    public int Number { get; init; }

    public string Text { get; init; } = "";
}

/// <summary>Tables as Planted/Schema has them.</summary>
internal sealed class PlantedTables : ITables
{
    public void Convert(ModelConfigurationBuilder types) { }

    public void Map(ModelBuilder model)
    {
        model.Entity<PlantedNote>(note =>
        {
            note.ToTable("planted_notes").HasKey(n => n.Id);
            note.Property(n => n.Id).ValueGeneratedNever();
            note.Property(n => n.Version).IsConcurrencyToken();
            note.HasIndex(n => n.Text);
        });
        model.Entity<Heard>(heard => heard.ToTable("planted_heard").HasKey(h => new { h.Handler, h.Number }));
    }
}

internal static class PlantedModule
{
    /// <summary>Adds the module to a site of a test.</summary>
    public static Site Planted(this Site site) => site.With(services => services
        .AddSingleton<ITables, PlantedTables>().AddSchema<PlantedTables>("planted").AddSingleton<Trouble>());
}
