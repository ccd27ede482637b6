using Gongkai.Platform.Data;
using Gongkai.Testing;

namespace Gongkai.Slices.Attacks.Kit;

/// <summary>The filled sites of one test class: one on each engine, made when it is first asked for.</summary>
public sealed class Targets : IAsyncDisposable
{
    private readonly Dictionary<Engine, Target> _made = [];

    /// <summary>The site on an engine. Tests of one class run one after another, so nobody waits here.</summary>
    internal async Task<Target> On(Engine engine) => _made.TryGetValue(engine, out var target) ? target : _made[engine] = await Target.Make(new Site(engine));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var target in _made.Values) await target.DisposeAsync();
    }
}
