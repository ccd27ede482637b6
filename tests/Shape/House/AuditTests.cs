using System.Diagnostics;
using System.Runtime.Versioning;

namespace Gongkai.Shape;

/// <summary>The check of packages for known weaknesses, on planted reports: the registries themselves may be out of reach.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class AuditTests
{
    [Theory]
    [InlineData("""{ "projects": [ { "frameworks": [ { "topLevelPackages": [ { "id": "Planted", "vulnerabilities": [ { "severity": "High", "advisoryurl": "https://example.org" } ] } ] } ] } ] }""", 1)]
    [InlineData("""{ "projects": [ { "path": "src/Web/Gongkai.Web.csproj" } ] }""", 0)]
    [InlineData("""{ "vulnerabilities": { "planted": { "name": "planted", "severity": "critical" } }, "metadata": { "vulnerabilities": { "critical": 1, "total": 1 } } }""", 1)]
    [InlineData("""{ "vulnerabilities": {}, "metadata": { "vulnerabilities": { "critical": 0, "total": 0 } } }""", 0)]
    public async Task Fails_for_a_known_weakness_alone(string report, int code)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, report, TestContext.Current.CancellationToken);
            using var audit = Process.Start(new ProcessStartInfo("bash", [Path.Combine(Repository.Here.Root, ".ci", "audit"), file]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            await audit.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(code, audit.ExitCode);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
