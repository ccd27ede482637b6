using System.Net;
using Gongkai.Duties;
using Gongkai.Organs;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Gongkai.Slices.Attacks.Kit;
using Gongkai.Slices.Organs;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Message = Gongkai.Platform.Messages.Message;

namespace Gongkai.Slices.Attacks;

/// <summary>
/// Somebody of one organ who holds there everything that any role of an organ can hold, with the ids of what belongs to others, on every address of
/// the console and in every form: nothing is shown, nothing is changed.
/// </summary>
public sealed class TrespassTests
{
    private const string Own = "health";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Nothing_of_another_organ_opens_or_gives_way(Site site)
    {
        await using var target = await Target.Make(site);

        Verdict.None(await Breaches(target, way => true));
    }

    /// <summary>The planted breach: an address of the console that asks nobody who they are.</summary>
    [Fact]
    public async Task A_planted_address_without_a_lock_is_found()
    {
        await using var target = await Target.Make(new Site(Engine.Sqlite).WithHoles());

        var found = await Breaches(target, way => way.Pattern == PlantedHoles.Unlocked);

        Assert.Contains(found, line => line.StartsWith($"GET /{PlantedHoles.Unlocked} shows a line", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith($"POST /{PlantedHoles.Unlocked} changes duties_evidence", StringComparison.Ordinal));
    }

    private static async Task<List<string>> Breaches(Target target, Func<Way, bool> wanted)
    {
        var site = target.Site;
        var (foreign, own) = await Ids(site);
        var permissions = await site.Do<Roles, List<string>>(roles => Task.FromResult(roles.All.Where(role => role.Reach != Reach.Everywhere).SelectMany(role => role.Permissions).Distinct().ToList()));
        await site.AddAccountWithin("trespasser", (await site.Organ(Own)).Value, [.. permissions]);
        var trespasser = await site.SignIn("trespasser", follow: false);
        Assert.Equal(HttpStatusCode.OK, (await trespasser.Get($"/console/ledger/{own}")).Status);
        var token = (await trespasser.Get("/console/account")).Page.QuerySelector("input[name='form-token']")!.GetAttribute("value")!;
        var breaches = new List<string>();
        var before = await Digest.Of(site);

        foreach (var way in target.Ways.Where(way => way.Pattern.StartsWith("console", StringComparison.Ordinal)).Where(wanted))
        {
            var places = way.Endpoint.RoutePattern.Parameters.Where(place => place.ParameterPolicies.Any(policy => policy.Content == "guid")).Select(place => place.Name).ToList();
            if (places.Count == 0 && !way.Reads.Any(opening => IsId(way, opening.Name))) continue; // no id of anybody's to be had
            if (!way.IsForm && places.Count == 0) continue; // an id in a query narrows a list down
            foreach (var (kind, id) in foreign)
            {
                if (!way.IsForm)
                {
                    using var seen = await trespasser.Http.GetAsync(new Uri(target.AddressOf(way, places[0], id.ToString()), UriKind.Relative), Stop);
                    if (seen.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden)) breaches.Add($"{way} shows {kind}: {seen.StatusCode}");
                    continue;
                }
                var fields = target.HarmlessFields(way).Where(field => !IsId(way, field.Name)).Concat(way.Reads.Where(opening => IsId(way, opening.Name)).Select(opening => (opening.Name, Value: id.ToString())))
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2)).Append(KeyValuePair.Create("form-token", token)).ToList();
                foreach (var address in places.Count == 0 ? [target.AddressOf(way)] : new[] { target.AddressOf(way, places[0], id.ToString()), target.AddressOf(way, places[0], own.ToString()) }.Where(address => address.Contains(id.ToString(), StringComparison.Ordinal) || way.Reads.Any(opening => IsId(way, opening.Name))))
                {
                    using var form = new FormUrlEncodedContent(fields);
                    using var sent = await trespasser.Http.PostAsync(new Uri(way.Handler is null ? address : $"{address}?handler={way.Handler}", UriKind.Relative), form, Stop);
                    if ((int)sent.StatusCode >= 500) breaches.Add($"{way} answers {(int)sent.StatusCode} to {kind} ({target.Cause})");
                    else if (places.Count > 0 && !address.Contains(own.ToString(), StringComparison.Ordinal) && sent.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden)) breaches.Add($"{way} takes {kind}: {sent.StatusCode}");
                }
            }
            if (!way.IsForm) continue;
            var after = await Digest.Of(site);
            breaches.AddRange(Digest.Changed(before, after).Select(table => $"{way} changes {table}"));
            before = after;
        }
        return breaches;
    }

    private static bool IsId(Way way, string name) => way.Reads.Any(opening => opening.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && (Nullable.GetUnderlyingType(opening.Type) ?? opening.Type) == typeof(Guid));

    /// <summary>What belongs to others, each with a name; and a line of the own organ.</summary>
    private static async Task<(List<(string Kind, Guid Id)> Foreign, Guid Own)> Ids(Site site)
    {
        var (own, other) = (await site.Organ(Own), await site.Organ("education"));
        return await site.AsSystem().Run(async (Db db) =>
        {
            var line = await db.Set<Assignment>().Include(a => a.Occurrences).Where(a => a.OrganId == other).OrderBy(a => a.Id).FirstAsync(Stop);
            var session = await db.Set<Session>().Select(s => s.Id).FirstAsync(Stop);
            List<(string, Guid)> foreign =
            [
                ("a line", line.Id.Value), ("a time", line.Occurrences[0].Id), ("a duty", line.DutyId.Value),
                ("a piece of evidence", (await db.Set<Evidence>().Where(e => e.AssignmentId == line.Id).Select(e => e.Id).FirstAsync(Stop)).Value),
                ("a post", await db.Set<Post>().Where(p => p.OrganId == other).Select(p => p.Id).FirstAsync(Stop)),
                ("a session", session),
            ];
            if (await db.Set<Notice>().Where(n => n.OrganId != own).Select(n => (Guid?)n.Id).FirstOrDefaultAsync(Stop) is { } notice) foreign.Add(("a notice", notice));
            if (await db.Set<Message>().Select(m => (Guid?)m.Id).FirstOrDefaultAsync(Stop) is { } message) foreign.Add(("a message", message));
            return (foreign, (await db.Set<Assignment>().Where(a => a.OrganId == own).OrderBy(a => a.Id).Select(a => a.Id).FirstAsync(Stop)).Value);
        });
    }
}
