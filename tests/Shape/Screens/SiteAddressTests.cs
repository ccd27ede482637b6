namespace Gongkai.Shape;

public sealed class SiteAddressTests
{
    [Fact]
    public void Redirections_stay_below_the_path_of_the_site() => Guard.Holds(SiteAddressGuard.Breaches(Repository.Here.Under("src/", ".cs")));

    [Theory]
    [InlineData("return LocalRedirect(\"/console\");")]
    [InlineData("http.Response.Redirect($\"/plan/{year}\");")]
    public void Finds_one_that_forgets_it(string code) => Guard.Bites(SiteAddressGuard.Breaches([new("a.cs", code)]), "without ~");

    [Fact]
    public void Lets_complete_ones_pass() => Guard.Holds(SiteAddressGuard.Breaches([new("a.cs", "LocalRedirect(\"~/console\"); Redirect(context.Request.PathBase + start); RedirectToPage(\"/SignIn\")")]));
}
