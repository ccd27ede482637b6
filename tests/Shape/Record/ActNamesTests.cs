namespace Gongkai.Shape;

public sealed class ActNamesTests
{
    [Fact]
    public void Every_act_has_a_name() => Guard.Holds(ActNamesGuard.Breaches(SourceTypes.All, Repository.Here.Under("src/", ".resx")));

    [Fact]
    public void Finds_an_act_without_a_name() => Guard.Bites(ActNamesGuard.Breaches([typeof(Planted.Acts.GoodAct)], []), "GoodAct has no name");

    [Fact]
    public void Lets_a_named_act_pass() => Guard.Holds(ActNamesGuard.Breaches([typeof(Planted.Acts.GoodAct)], [new("Words.resx", "<data name=\"shape.GoodAct\">")]));
}
