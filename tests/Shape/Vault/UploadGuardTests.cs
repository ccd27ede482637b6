namespace Gongkai.Shape;

public sealed class UploadGuardTests
{
    [Fact]
    public void Files_come_in_by_one_way() => Guard.Holds(UploadGuard.Breaches(Repository.Here.Under("src/Modules/", ".cs")));

    [Fact]
    public void Finds_a_way_past_it() => Guard.Bites(UploadGuard.Breaches([new("src/Modules/Planted/Page.cs", "Task OnPost(IFormFile paper)")]), "past UploadIntake");

    [Fact]
    public void Lets_the_one_way_pass() => Guard.Holds(UploadGuard.Breaches([new("src/Modules/Planted/Page.cs", "Page(UploadIntake uploads) { Task OnPost(IFormFile paper) }")]));
}
