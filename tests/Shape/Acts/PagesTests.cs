using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Shape;

public sealed class PagesTests
{
    /// <summary>Ui does not know permissions; its page of examples says nothing, is therefore shown to nobody on a site, and serves tests.</summary>
    [Fact]
    public void Pages_say_who_may_see_them() => Guard.Holds(PagesGuard.Breaches(SourceTypes.All.Where(type => SourceTypes.ProjectOf(type) != "Ui")));

    [Fact]
    public void Pages_without_a_model_say_it_themselves() => Guard.Holds(PagesGuard.WithoutModel(Repository.Here.Under("src/", ".cshtml")));

    [Fact]
    public void Finds_a_page_that_says_nothing_or_too_much() => Guard.Bites(
        PagesGuard.Breaches([typeof(StaffPage), typeof(OpenPage), typeof(SilentPage), typeof(BothPage)]),
        "SilentPage names no permission",
        "BothPage names a permission and says that it is public");

    [Fact]
    public void Finds_a_page_without_a_model() => Guard.Bites(
        PagesGuard.WithoutModel([
            new("src/Web/Pages/Index.cshtml", "@page\n@model IndexModel\n"),
            new("src/Web/Pages/About.cshtml", "@page\n@attribute [Public]\n"),
            new("src/Web/Pages/_Footer.cshtml", "<p>@T[\"页脚\"]</p>"),
            new("src/Web/Pages/Open.cshtml", "@page \"/open\"\n<p></p>")]),
        "src/Web/Pages/Open.cshtml has no model");

    [Permission("planted.see")]
    private sealed class StaffPage : PageModel;

    [Public]
    private sealed class OpenPage : PageModel;

    private sealed class SilentPage : PageModel;

    [Public, Permission("planted.see")]
    private sealed class BothPage : PageModel;
}
