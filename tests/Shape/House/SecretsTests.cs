namespace Gongkai.Shape;

public sealed class SecretsTests
{
    [Fact]
    public void No_secret_is_committed() => Guard.Holds(SecretsGuard.Breaches(Repository.Here.Files));

    // In pieces, so that the guard does not take this file for an offender.
    [Theory]
    [InlineData("-----BEGIN RSA " + "PRIVATE KEY-----", "a private key")]
    [InlineData("AKIA" + "ABCDEFGHIJKLMNOP", "an access key")]
    [InlineData("ghp_" + "abcdefghijklmnopqrstuvwxyz0123456789", "a token")]
    [InlineData("Host=db;Pass" + "word=geheim1", "a password in a connection")]
    [InlineData("postgres://app:" + "geheim@db/x", "a password in an address")]
    public void Finds_a_secret(string text, string breach) => Guard.Bites(SecretsGuard.Breaches([new("docs/a.md", text)]), breach);

    [Theory]
    [InlineData("Host=db;Database=gongkai;Username=gongkai;Password=…")]
    [InlineData("Host=db;Password=<from the vault>")]
    [InlineData("https://example.org/a:b")]
    public void Lets_a_place_for_a_secret_pass(string text) => Guard.Holds(SecretsGuard.Breaches([new("docs/a.md", text)]));
}
