using System.Net;
using System.Text.Json;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Running;

/// <summary>What the real program logs: lines of JSON where that was asked for, each with the request it belongs to and without the person.</summary>
public class LogTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Writes_json_with_the_request_and_without_the_person(Site site)
    {
        await using var node = await Node.Start(site, ("GONGKAI_LOGFORMAT", "json"), ("Logging__LogLevel__Default", "Information"));
        using var form = await node.SignInForm("li.qiang", "Wrong-Horse-2");
        await node.Visitor.Http.PostAsync(new Uri(node.Address + "/sign-in"), form, Stop);
        node.Program.Terminate();
        var finished = await node.Program.End();

        Assert.Equal(0, finished.ExitCode);
        var lines = finished.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var ofRequests = lines.Where(line => line.GetProperty("Category").GetString()!.StartsWith("Microsoft.AspNetCore.Hosting.Diagnostics", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(ofRequests);
        Assert.All(ofRequests, line => Assert.Contains(line.GetProperty("Scopes").EnumerateArray(), scope => scope.TryGetProperty("RequestId", out var id) && id.GetString()!.Length > 0));
        Assert.DoesNotContain("li.qiang", finished.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Wrong-Horse-2", finished.Out, StringComparison.Ordinal);
    }

    [Theory]
    [EachEngine("json")]
    [EachEngine("simple")]
    public async Task Keeps_the_secret_of_a_one_time_link_to_itself(Site site, string form)
    {
        const string secret = "aB3-_dEf9hIjKlMnOpQrStUvWxYz0123456789-_abc";
        await using var node = await Node.Start(site, ("GONGKAI_LOGFORMAT", form), ("Logging__LogLevel__Default", "Information"));

        Assert.Equal(HttpStatusCode.Gone, (await node.Ask("/link/" + secret)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await node.Ask("/Setup/" + secret)).Status);
        node.Program.Terminate();
        var finished = await node.Program.End();

        Assert.Equal(0, finished.ExitCode);
        Assert.Contains("/link/…", finished.Out, StringComparison.Ordinal);
        Assert.Contains("/Setup/…", finished.Out, StringComparison.Ordinal);
        var told = finished.Out.Split('\n').Where(line => (line + finished.Error).Contains(secret, StringComparison.Ordinal));
        Assert.Empty(told);
    }

    [Theory, OnPostgreSql]
    public async Task Puts_the_number_on_the_error_page_into_the_log(Site site)
    {
        await using var node = await Node.Start(site);
        await site.LoseDatabase();

        var (status, text) = await node.Ask("/");
        node.Program.Terminate();
        var finished = await node.Program.End();

        Assert.True(status >= HttpStatusCode.InternalServerError);
        var logged = System.Text.RegularExpressions.Regex.Matches(finished.Out, "RequestId:([0-9A-Z]+:[0-9A-F]+)", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Select(found => found.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(logged);
        if (status == HttpStatusCode.InternalServerError) Assert.Contains(logged, number => text.Contains(number, StringComparison.Ordinal));
    }
}
