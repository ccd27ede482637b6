using Gongkai.Platform.Rights;
using Gongkai.Planted.Acts;

namespace Gongkai.Shape
{
    public sealed class ActsTests
    {
        private const string Recording = "db.Record(this, subject);";

        [Fact]
        public void Acts_are_sealed_run_name_a_permission_and_record() =>
            Guard.Holds(ActsGuard.Breaches(SourceTypes.All, ActsGuard.SourceIn(Repository.Here.Under("src/", ".cs"))));

        [Fact]
        public void Acts_are_registered() => Guard.Holds(ActsGuard.Unregistered(SourceTypes.OfModules, Registered.All.Select(service => service.ServiceType)));

        [Fact]
        public void Finds_an_act_that_is_not_registered() => Guard.Bites(ActsGuard.Unregistered([typeof(GoodAct), typeof(FreeAct), typeof(Wishes)], [typeof(GoodAct)]), "FreeAct is registered by no module");

        [Fact]
        public void Lets_a_good_act_and_its_records_pass() => Guard.Holds(Found(typeof(GoodAct), typeof(GoodActMaking), typeof(Wishes)));

        [Fact]
        public void Finds_an_act_that_is_open() => Guard.Bites(Found(typeof(OpenAct)), "OpenAct is not a sealed class");

        [Fact]
        public void Finds_an_act_that_is_public() => Guard.Bites(Found(typeof(PublicAct)), "PublicAct is public");

        [Fact]
        public void Finds_an_act_without_a_permission() => Guard.Bites(Found(typeof(FreeAct)), "FreeAct names no permission");

        [Fact]
        public void Finds_an_act_with_two_doors() => Guard.Bites(Found(typeof(TwoDoors)), "TwoDoors offers Run, Walk");

        [Fact]
        public void Finds_an_act_whose_result_is_none() => Guard.Bites(Found(typeof(SilentAct)), "SilentAct.Run does not return");

        [Fact]
        public void Finds_an_act_that_records_nothing() =>
            Guard.Bites(ActsGuard.Breaches([typeof(GoodAct)], _ => "db.SaveChangesAsync(stop);"), "GoodAct records no audit entry");

        [Fact]
        public void Takes_the_source_of_an_act_from_its_own_file() => Assert.Equal(
            "sealed class GoodAct(Db db) { }",
            ActsGuard.SourceIn([new("a.cs", "sealed class GoodAct(Db db) { }"), new("b.cs", "class GoodActMaking { }")])(typeof(GoodAct)));

        private static IEnumerable<string> Found(params Type[] types) => ActsGuard.Breaches(types, _ => Recording);
    }
}

namespace Gongkai.Planted.Acts
{
    internal sealed record Wishes(string Reason);

    [Permission("planted.act")]
    internal sealed class GoodAct
    {
        public Task<Outcome> Run() => Task.FromResult(Outcome.Done);
    }

    [Permission("planted.act")]
    internal sealed class GoodActMaking
    {
        public Task<Outcome<int>> Run() => Task.FromResult<Outcome<int>>(1);
    }

    [Permission("planted.act")]
    internal abstract class OpenAct
    {
        public Task<Outcome> Run() => Task.FromResult(Outcome.Done);
    }

    [Permission("planted.act")]
    public sealed class PublicAct
    {
        public Task<Outcome> Run() => Task.FromResult(Outcome.Done);
    }

    internal sealed class FreeAct
    {
        public Task<Outcome> Run() => Task.FromResult(Outcome.Done);
    }

    [Permission("planted.act")]
    internal sealed class TwoDoors
    {
        public Task<Outcome> Run() => Task.FromResult(Outcome.Done);

        public Task<Outcome> Walk() => Task.FromResult(Outcome.Done);
    }

    [Permission("planted.act")]
    internal sealed class SilentAct
    {
        public Task Run() => Task.CompletedTask;
    }
}
