using System.Net;
using System.Runtime.CompilerServices;
using Gongkai.Organs;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Platform.Rights;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Organs;

/// <summary>
/// The table of rights, walked through as people do: every role opens every page and endpoint that the running site has, and tries every act.
/// Whoever adds a page, an endpoint or an act adds a column here without writing a line; one without a rule fails.
/// </summary>
public sealed class RightsTableTests
{
    /// <summary>Where staff begin: who has nothing to do there is sent on to the first page that is theirs, and shown nothing of it.</summary>
    private const string Beginning = "/console";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>What a page or an endpoint declares is what happens: for every role, for somebody without a post, and for somebody without an account.</summary>
    [Fact]
    public async Task Every_role_is_shown_what_is_declared_for_it_and_nothing_else()
    {
        await using var site = new Site(Engine.Sqlite);

        Assert.Empty(await Breaches(site));
    }

    [Fact]
    public async Task Every_door_of_the_site_says_whom_it_is_for()
    {
        await using var site = new Site(Engine.Sqlite);

        Assert.DoesNotContain(await Door.All(await site.Services()), door => door is { Permission: null, IsPublic: false, IsOwnAffair: false });
    }

    /// <summary>The planted breach: a page that says nothing is refused to everybody, the openness officer and the administrators included.</summary>
    [Fact]
    public async Task A_page_without_a_rule_is_shown_to_nobody()
    {
        await using var site = new Site(Engine.Sqlite).WithPageWithoutRule();

        Assert.Contains(await Door.All(await site.Services()), door => door == new Door("GET", PlantedDoors.Page, null, false, false));
        Assert.Empty(await Breaches(site, PlantedDoors.Page));
    }

    /// <summary>The planted breach: an endpoint past every guard is open to all, and the table says so.</summary>
    [Fact]
    public async Task An_endpoint_without_a_rule_is_found()
    {
        await using var site = new Site(Engine.Sqlite).WithEndpointWithoutRule();

        Assert.Contains($"clerk is shown GET {PlantedDoors.Endpoint} (no rule)", await Breaches(site, PlantedDoors.Endpoint));
    }

    /// <summary>Each act asks for its permission where it records what was done: for the own organ, for a foreign one, and for the whole site.</summary>
    [Fact]
    public async Task Every_role_may_carry_out_what_is_declared_for_it_and_nothing_else()
    {
        await using var site = new Site(Engine.Sqlite);
        await site.WithCounty();
        Guid own = (await site.Organ("liushu")).Value, foreign = (await site.Organ("health")).Value;
        var breaches = new List<string>();
        foreach (var role in await Roles(site))
        {
            var person = await site.Person(await site.Appointed($"p.{role.Key}", "liushu", role.Key));
            foreach (var act in Acts)
            {
                var holds = PermissionAttribute.Of(act) is { } permission && role.Permissions.Contains(permission);
                var isOwnAffair = act.IsDefined(typeof(OwnAffairAttribute), inherit: false);
                foreach (var (scope, expected) in new (Guid?, bool)[] { (own, holds), (foreign, holds && role.Reach == Reach.Everywhere), (null, holds && role.Reach == Reach.Everywhere) })
                {
                    var may = await site.As(person).Run((Db db) => Task.FromResult(MayRecord(db, act, scope)));
                    if (may != (expected || isOwnAffair)) breaches.Add($"{role.Key} {(may ? "may" : "may not")} {act.Name} {(scope is null ? "everywhere" : scope == own ? "at home" : "elsewhere")}");
                }
            }
        }
        Assert.Empty(breaches);
    }

    [Fact]
    public void Every_act_of_every_module_is_in_the_table() => Assert.True(Acts.Count > 30, $"{Acts.Count} acts");

    /// <summary>One line for each pair of role and door where what happens is not what is declared.</summary>
    /// <param name="site">A site that has not run yet.</param>
    /// <param name="only">Address to try alone; null for all.</param>
    private static async Task<List<string>> Breaches(Site site, string? only = null)
    {
        await site.WithCounty();
        var doors = (await Door.All(await site.Services())).Where(door => only is null || door.Address == only).ToList();
        Assert.True(only is not null || doors.Count > 20, $"{doors.Count} doors");
        await site.AddAccount("without-post");
        var breaches = new List<string>();
        await Try("nobody", await site.Visitor(follow: false), door => door.IsPublic);
        await Try("without post", await site.SignIn("without-post", follow: false), door => door.IsOpenTo(null));
        foreach (var role in await Roles(site))
        {
            var account = await site.Appointed($"p.{role.Key}", "liushu", role.Key);
            await Try(role.Key, await site.SignIn(account.UserName!, follow: false), door => door.IsOpenTo(role));
        }
        return breaches;

        async Task Try(string who, Visitor visitor, Func<Door, bool> mayPass)
        {
            foreach (var door in doors)
            {
                var answer = await Knock(visitor, door);
                if (answer == HttpStatusCode.InternalServerError) breaches.Add($"{who} breaks {door}");
                else if (answer == HttpStatusCode.Redirect && door.Method == "GET" && door.Address == Beginning) continue;
                else if (Passes(answer) != mayPass(door)) breaches.Add($"{who} is {(Passes(answer) ? "shown" : "refused")} {door}");
            }
        }
    }

    /// <summary>The answer; where it sends somebody to sign in, that is the refusal it is.</summary>
    private static async Task<HttpStatusCode> Knock(Visitor visitor, Door door)
    {
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), new Uri(door.Address, UriKind.Relative));
        if (door.Method == "POST") request.Content = new FormUrlEncodedContent([]);
        using var response = await visitor.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        return response.Headers.Location?.OriginalString.Contains("/sign-in?", StringComparison.Ordinal) == true ? HttpStatusCode.Unauthorized : response.StatusCode;
    }

    private static bool Passes(HttpStatusCode answer) => answer is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);

    private static Task<IReadOnlyList<Role>> Roles(Site site) => site.Do<Roles, IReadOnlyList<Role>>(roles => Task.FromResult(roles.All));

    private static bool MayRecord(Db db, Type act, Guid? scope)
    {
        try
        {
            db.Record(RuntimeHelpers.GetUninitializedObject(act), new("table", Guid.Empty), scope: scope); // asked only for its type, and never saved
            return true;
        }
        catch (ForbiddenException)
        {
            return false;
        }
    }

    /// <summary>Acts as the modules have them.</summary>
    private static IReadOnlyList<Type> Acts { get; } =
    [
        .. House.Types
            .Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false } && type.Namespace?.EndsWith(".Acts", StringComparison.Ordinal) == true
                && (PermissionAttribute.Of(type) is not null || type.IsDefined(typeof(OwnAffairAttribute), inherit: false)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];
}
