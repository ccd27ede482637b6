using System.Reflection;
using Gongkai.Platform.Data;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Gongkai.Testing;

/// <summary>
/// Runs a theory once on each database engine; its first parameter is a <see cref="Site"/> of its own.
/// An engine that is not there shows as skipped, by name. GONGKAI_TEST_ENGINE=sqlite or =postgresql runs one alone.
/// </summary>
/// <param name="values">Values for the parameters after the site.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class EachEngineAttribute(params object?[] values) : DataAttribute
{
    private protected virtual IReadOnlyList<Engine> On => [Engine.Sqlite, Engine.PostgreSql];

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => false;

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var rows = new List<ITheoryDataRow>();
        foreach (var engine in On)
        {
            var site = new Site(engine);
            disposalTracker.Add(site);
            rows.Add(await Engines.WhyNot(engine) is { } reason ? new TheoryDataRow([site, .. values]).WithSkip(reason) : new TheoryDataRow([site, .. values]));
        }
        return rows;
    }
}

/// <summary>As <see cref="EachEngineAttribute"/>, for what only PostgreSQL can do (two writers at once).</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnPostgreSqlAttribute(params object?[] values) : EachEngineAttribute(values)
{
    private protected override IReadOnlyList<Engine> On => [Engine.PostgreSql];
}
