namespace Gongkai.Shape;

public sealed class EndpointsTests
{
    [Fact]
    public void Endpoints_say_who_may_call_them() => Guard.Holds(EndpointsGuard.Breaches(Repository.Here.Under("src/", ".cs")));

    [Theory]
    [InlineData("site.MapGet(\"/x\", () => { return 1; }).WithMetadata(new PublicAttribute());")]
    [InlineData("site.MapGet(\"/x\", [Permission(\"duties.view\")] (Ledger ledger) => ledger.All());")]
    [InlineData("site.MapPost(\"/x\", Keep); [Public] static void Keep(HttpContext http) { }")]
    [InlineData("static IEndpointConventionBuilder MapX(this IEndpointRouteBuilder site) => site.MapGet(\"/x\", Keep);")]
    public void Lets_an_endpoint_pass_that_tells(string code) => Guard.Holds(EndpointsGuard.Breaches([new("src/Web/Site.cs", code)]));

    [Theory]
    [InlineData("site.MapGet(\"/x\", () => 1);")]
    [InlineData("site.MapDelete(\"/x\", () => { A(); }); other.MapGet(\"/y\", F).WithMetadata(new PublicAttribute());")]
    [InlineData("site.MapPost(\"/x\", Keep); static void Keep(HttpContext http) { } [Public] static void Other() { }")]
    [InlineData("site.MapGet(\"/x\", () => \"[Public]\"); // new PublicAttribute()")]
    [InlineData("IEndpointConventionBuilder MapX(Site site) => site.MapGet(\"/x\", Keep); void Here() { site.MapX(); }")]
    public void Finds_an_endpoint_that_says_nothing(string code) => Guard.Bites(EndpointsGuard.Breaches([new("src/Web/Site.cs", code)]), "src/Web/Site.cs:1 maps");
}
