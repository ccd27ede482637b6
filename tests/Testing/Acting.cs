using Gongkai.Platform.Rights;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Testing;

/// <summary>Somebody acting on a site. Each call is a request of its own: a new scope, a new database session.</summary>
public sealed class Acting(Site site, Actor actor)
{
    /// <summary>Carries out an act or a query: <c>Run((WaiveDuty act) => act.Run(id, "reason", default))</c>.</summary>
    /// <typeparam name="TAct">The act, query or service; taken from the site's services, or made with them.</typeparam>
    /// <typeparam name="T">What it answers.</typeparam>
    public async Task<T> Run<TAct, T>(Func<TAct, Task<T>> run) where TAct : class
    {
        await using var scope = await Scope();
        return await run(ActivatorUtilities.GetServiceOrCreateInstance<TAct>(scope.ServiceProvider));
    }

    /// <summary>Carries out what answers nothing.</summary>
    public async Task Run<TAct>(Func<TAct, Task> run) where TAct : class
    {
        await using var scope = await Scope();
        await run(ActivatorUtilities.GetServiceOrCreateInstance<TAct>(scope.ServiceProvider));
    }

    private async Task<AsyncServiceScope> Scope()
    {
        var scope = (await site.Services()).CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorContext>().Current = actor;
        return scope;
    }
}

/// <summary>Actors for tests, without accounts.</summary>
public static class Clerk
{
    /// <summary>Somebody who holds permissions everywhere.</summary>
    public static Actor Holding(params string[] permissions) => Make(null, permissions);

    /// <summary>Somebody who holds permissions within one organ.</summary>
    public static Actor Within(Guid organ, params string[] permissions) => Make(organ, permissions);

    private static Actor Make(Guid? organ, string[] permissions) =>
        new(NewId.At(TimeProvider.System), "测试员", "信息员", organ is { } scope ? [scope] : [], permissions.Select(permission => new Grant(permission, organ)));
}
