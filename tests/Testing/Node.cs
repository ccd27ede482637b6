using System.Net;

namespace Gongkai.Testing;

/// <summary>The real program serving the database and the folder of a test's site: one web node, of which there may be several.</summary>
public sealed class Node : IAsyncDisposable
{
    private Node(GongkaiProcess program, string address)
    {
        (Program, Address) = (program, address);
        Visitor = Visitor.Over(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, address, follow: false);
    }

    public GongkaiProcess Program { get; }

    /// <summary>Its address, without a slash at its end.</summary>
    public string Address { get; }

    /// <summary>Somebody with a browser, who follows no redirection by itself.</summary>
    public Visitor Visitor { get; }

    /// <summary>Starts one and waits until it answers.</summary>
    /// <param name="site">The site whose database and folder it serves.</param>
    /// <param name="environment">Variables of its environment.</param>
    public static async Task<Node> Start(Site site, params (string Name, string Value)[] environment)
    {
        var program = GongkaiProcess.Start(
            null,
            site.Folder,
            ["serve", "--data", site.Folder, "--database", await site.DatabaseSetting(), "--urls", "http://127.0.0.1:0"],
            environment.ToDictionary(variable => variable.Name, variable => variable.Value));
        return await Of(program);
    }

    /// <summary>A program that was started otherwise; waits until it answers.</summary>
    public static async Task<Node> Of(GongkaiProcess program) => new(program, await program.Address());

    /// <summary>Asks for an address as a machine does.</summary>
    public async Task<(HttpStatusCode Status, string Text)> Ask(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address + address);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var response = await Visitor.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The form of the sign-in page, filled in.</summary>
    public async Task<HttpContent> SignInForm(string userName, string password = Site.Password)
    {
        var door = await Visitor.Get("/sign-in");
        var token = door.Page.QuerySelector("form[action^='/sign-in'] input[name='form-token']")!.GetAttribute("value")!;
        return new FormUrlEncodedContent([new("UserName", userName), new("Password", password), new("form-token", token)]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Program.DisposeAsync();
}
