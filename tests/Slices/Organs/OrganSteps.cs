using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Organs;

/// <summary>Steps that tests of organs take on a site.</summary>
internal static class OrganSteps
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Does something as the system itself.</summary>
    public static Task<TResult> Do<T, TResult>(this Site site, Func<T, Task<TResult>> use) where T : class => site.AsSystem().Run(use);

    /// <summary>Does something as an actor.</summary>
    public static Task<TResult> As<T, TResult>(this Site site, Actor actor, Func<T, Task<TResult>> use) where T : class => site.As(actor).Run(use);

    /// <summary>Imports the small invented county most tests use.</summary>
    public static async Task WithCounty(this Site site)
    {
        var tally = await site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportOrgans(County.File, Stop));
        Assert.Empty(tally.Refusals);
    }

    /// <summary>Id of an organ of the county.</summary>
    public static async Task<OrganId> Organ(this Site site, string key) =>
        (await site.Do<IOrgans, OrganCard?>(organs => organs.ByKey(key, County.Today, Stop)))!.Id;
}
