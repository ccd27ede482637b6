using Gongkai.Platform.Data;

namespace Gongkai.Testing;

/// <summary>Which engines tests can run on here.</summary>
public static class Engines
{
    /// <summary>Why tests on an engine are skipped; null where they run.</summary>
    public static async Task<string?> WhyNot(Engine engine)
    {
        var only = Environment.GetEnvironmentVariable("GONGKAI_TEST_ENGINE");
        if (only is { Length: > 0 } && !engine.ToString().Equals(only, StringComparison.OrdinalIgnoreCase)) return $"{engine}: only {only} was asked for";
        return engine == Engine.PostgreSql ? await PostgreSqlServer.WhyNot() : null;
    }
}
