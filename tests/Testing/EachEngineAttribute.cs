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
public sealed class EachEngineAttribute(params object?[] values) : DataAttribute
{
    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => false;

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        [await Row(Engine.Sqlite, disposalTracker), await Row(Engine.PostgreSql, disposalTracker)];

    private async Task<ITheoryDataRow> Row(Engine engine, DisposalTracker tracker)
    {
        var site = new Site(engine);
        tracker.Add(site);
        return new TheoryDataRow([site, .. values]) { Skip = await Engines.WhyNot(engine) };
    }
}
