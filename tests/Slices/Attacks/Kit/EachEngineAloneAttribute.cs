using System.Reflection;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Gongkai.Slices.Attacks.Kit;

/// <summary>Runs a theory once on each engine, by name: for tests that share the <see cref="Targets"/> of their class.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EachEngineAloneAttribute : DataAttribute
{
    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => false;

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = new List<ITheoryDataRow>();
        foreach (var engine in new[] { Engine.Sqlite, Engine.PostgreSql })
            rows.Add(await Engines.WhyNot(engine) is { } reason ? new TheoryDataRow(engine).WithSkip(reason) : new TheoryDataRow(engine));
        return rows;
    }
}
