using Gongkai.Duties.Acts;
using Gongkai.Duties;
using Gongkai.Duties.Drafts;
using Gongkai.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Gongkai.Slices.Duties.LedgerScene;

namespace Gongkai.Slices.Duties;

/// <summary>Two officers in the same instant, on an engine with two writers: each has decided before the other has saved.</summary>
public sealed class SameMomentTests
{
    [Theory, OnPostgreSql]
    public async Task Of_two_lines_of_one_duty_handed_to_one_organ_one_arrives(Site site)
    {
        var meeting = Meeting.On(site);
        var scene = await Make(site);
        Assignment[] lines = [await scene.Line(3, "hekou"), await scene.Line(3, "liushu")];
        var office = await scene.Organ("office");
        meeting.Arm();

        var outcomes = await Task.WhenAll(lines.Select(line => Task.Run(() => site.As(Officer).Run((HandOverLine act) => act.Run(line.Id, office, "由办公室统一办理", line.Version, Stop)))));

        Refused(Assert.Single(outcomes, outcome => !outcome.IsDone), "platform.changed-meanwhile");
        Assert.Single(await scene.Lines(3), line => line.OrganId == office);
    }

    [Theory, OnPostgreSql]
    public async Task Of_two_drafts_of_one_plan_one_is_adopted(Site site)
    {
        var meeting = Meeting.On(site);
        var scene = await WithOrgans(site);
        DraftId[] drafts = [await scene.Read(Text), await scene.Read(Text)];
        foreach (var draft in drafts) await scene.WaveAll(draft);
        meeting.Arm();

        var outcomes = await Task.WhenAll(drafts.Select(draft => Task.Run(() => scene.Adopt(draft))));

        Assert.Equal("platform.changed-meanwhile", Assert.Single(outcomes, outcome => !outcome.IsDone).Refusals[0].Code);
        Assert.Equal(1, await scene.Query(db => db.Set<AdoptedPlan>().CountAsync(Stop)));
        Assert.Equal(8, await scene.Query(db => db.Set<Duty>().CountAsync(Stop)));
    }
}
