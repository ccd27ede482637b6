using System.Net;
using Gongkai.Platform.Accounts;
using Gongkai.Testing;
using Gongkai.Web.Demo;
using Gongkai.Web.Host;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Gongkai.Slices.Platform;

public class DemoSignInTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Get_a_new_password_with_every_run(Site site)
    {
        await AddDemoAccount(site, "wang.fang");

        var (first, people) = await Renew(site);
        var (second, again) = await Renew(site);

        Assert.Equal([new("wang.fang", "wang.fang", null)], people);
        Assert.Equal(people, again);
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.OK, await TryWith(site, first));
        Assert.Equal(HttpStatusCode.Found, await TryWith(site, second));
    }

    [Theory, EachEngine]
    public async Task Stay_out_of_a_site_where_somebody_works_in_earnest(Site site)
    {
        await AddDemoAccount(site, "wang.fang");
        await site.AsSystem().Run((DemoSignIns signIns) => signIns.RefuseRealSite(Stop));
        await site.AddAccount("li.qiang");

        var problem = await Assert.ThrowsAsync<StartProblem>(() => site.AsSystem().Run((DemoSignIns signIns) => signIns.RefuseRealSite(Stop)));

        Assert.Contains("请用 --data 另选一个目录", problem.Message, StringComparison.Ordinal);
    }

    private static async Task AddDemoAccount(Site site, string userName)
    {
        site.With(services => services.AddScoped<DemoSignIns>());
        var account = await site.AddAccount(userName);
        await site.AsSystem().Run(async (UserManager<Account> accounts) => await accounts.AddClaimAsync((await accounts.FindByIdAsync(account.Id.ToString()))!, DemoSignIns.Mark));
    }

    private static async Task<(string Password, IReadOnlyList<DemoSignIn> People)> Renew(Site site)
    {
        var (password, people, _) = await site.AsSystem().Run((DemoSignIns signIns) => signIns.Renew(Stop));
        return (password, people);
    }

    private static async Task<HttpStatusCode> TryWith(Site site, string password)
    {
        var visitor = await site.Visitor(follow: false);
        return (await visitor.Submit(await visitor.Get("/sign-in"), "form[action^='/sign-in']", ("UserName", "wang.fang"), ("Password", password))).Status;
    }
}
