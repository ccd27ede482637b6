namespace Gongkai.Shape;

public sealed class RecordedNamesTests
{
    [Fact]
    public void Everything_recorded_has_a_name() => Guard.Holds(RecordedNamesGuard.Breaches(Repository.Here.Under("src/", ".cs"), Repository.Here.Under("src/", ".resx")));

    [Theory]
    [InlineData("db.Record(this, new(\"bell\", id));", "records a bell")]
    [InlineData("await record.Aside(actor, Act, new Subject(\"bell\", id), result, null, stop);", "records a bell")]
    [InlineData("private static readonly Subject Bell = new(\"bell\", Id);", "records a bell")]
    [InlineData("db.Record(this, Known);", "records planted.Ring")]
    [InlineData("AuditEntry.Of(actor, AuditEntry.CodeOf(typeof(Chime)), about)", "records planted.Chime")]
    public void Finds_what_has_none(string code, string breach)
    {
        List<SourceFile> words = breach == "records planted.Ring" ? [] : [new("Words.resx", "name=\"planted.Ring\"")];

        Guard.Bites(RecordedNamesGuard.Breaches([new("src/Modules/Planted/Ring.cs", code)], words), breach);
    }

    [Fact]
    public void Lets_named_ones_pass() => Guard.Holds(RecordedNamesGuard.Breaches(
        [new("src/Modules/Planted/Ring.cs", "db.Record(this, new(\"bell\", id));")], [new("Words.resx", "name=\"planted.Ring\" name=\"subject.bell\"")]));
}
