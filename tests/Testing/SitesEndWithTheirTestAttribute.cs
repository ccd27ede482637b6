using System.Reflection;
using Xunit.v3;

namespace Gongkai.Testing;

/// <summary>
/// Ends the site of a test with the test. Left to the data of its theory it would live as long as its class, and hundreds of sites would hold
/// a database and its connections at the same time.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SitesEndWithTheirTestAttribute : BeforeAfterTestAttribute
{
    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        // The runner calls this without waiting, on one of its few threads: what is awaited must not need another of them.
        foreach (var site in test.TestMethodArguments.OfType<Site>()) Task.Run(async () => await site.DisposeAsync()).GetAwaiter().GetResult();
    }
}
