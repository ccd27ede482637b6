using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Gongkai.Testing;

/// <summary>What came back: the page, its status, and the address at which it stands.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Address">Path and query of the page shown.</param>
/// <param name="Page">The document; an empty one where the answer was no HTML.</param>
/// <param name="Response">The answer itself, for headers.</param>
/// <param name="Text">The body as text.</param>
public sealed record Screen(HttpStatusCode Status, string Address, IHtmlDocument Page, HttpResponseMessage Response, string Text);

/// <summary>A file chosen in a form.</summary>
/// <param name="Name">File name.</param>
/// <param name="Content">What it holds.</param>
public sealed record ChosenFile(string Name, byte[] Content);

/// <summary>Somebody with a browser that keeps cookies and runs no scripts.</summary>
public sealed class Visitor
{
    private static readonly HtmlParser Parser = new();

    private readonly HttpMessageHandler _browser;

    private Visitor(HttpMessageHandler browser, string address) => (_browser, Http) = (browser, new HttpClient(browser) { BaseAddress = new(address) });

    /// <summary>For requests that are neither page nor form.</summary>
    public HttpClient Http { get; }

    /// <summary>A browser over a network of the test's own.</summary>
    /// <param name="network">What carries its requests.</param>
    /// <param name="address">Address of the site.</param>
    /// <param name="follow">False to see redirections instead of following them.</param>
    public static Visitor Over(HttpMessageHandler network, string address, bool follow = false)
    {
        HttpMessageHandler browser = new CookieContainerHandler(new CookieContainer()) { InnerHandler = network };
        if (follow) browser = new RedirectHandler { InnerHandler = browser };
        return new(browser, address);
    }

    /// <summary>The same browser with the same cookies, sent to another node of the site.</summary>
    public Visitor At(string address) => new(_browser, address);

    /// <summary>Opens an address of the site.</summary>
    public async Task<Screen> Get(string address) => await Show(await Http.GetAsync(new Uri(address, UriKind.Relative)));

    /// <summary>Sends a form as a browser would: its own fields, hidden ones too, with what was typed in their place.</summary>
    /// <param name="from">Page with the form.</param>
    /// <param name="form">CSS selector of the form, or of the button in it that is pressed.</param>
    /// <param name="typed">Name and value of each field filled in: text, <see cref="ChosenFile"/>, or null to leave a field or a tick out.</param>
    /// <exception cref="InvalidOperationException">There is no such form.</exception>
    public async Task<Screen> Submit(Screen from, string form, params (string Name, object? Value)[] typed)
    {
        var found = from.Page.QuerySelector(form) ?? throw new InvalidOperationException($"No {form} on {from.Address}");
        var element = found as IHtmlFormElement ?? (found as IHtmlButtonElement)?.Form ?? throw new InvalidOperationException($"{form} is in no form");
        var fields = Fields(element, found as IHtmlButtonElement, typed).ToList();
        var action = (found.GetAttribute("formaction") ?? element.GetAttribute("action")) is { Length: > 0 } given ? given : from.Address;
        var target = new Uri(new Uri(Http.BaseAddress!, from.Address), action);
        if (element.Method.Equals("get", StringComparison.OrdinalIgnoreCase))
        {
            var query = string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString($"{field.Value}")}"));
            return await Show(await Http.GetAsync(new UriBuilder(target) { Query = query }.Uri));
        }
        using var content = Content(fields, element.Enctype);
        return await Show(await Http.PostAsync(target, content));
    }

    private static IEnumerable<(string Name, object Value)> Fields(IHtmlFormElement form, IHtmlButtonElement? pressed, (string Name, object? Value)[] typed)
    {
        var replaced = typed.Select(field => field.Name).ToHashSet();
        foreach (var element in form.Elements)
            if (element.GetAttribute("name") is { Length: > 0 } name && !element.HasAttribute("disabled") && !replaced.Contains(name))
                foreach (var value in Values(element, pressed))
                    yield return (name, value);
        foreach (var (name, value) in typed)
            if (value is not null)
                yield return (name, value);
    }

    private static IEnumerable<string> Values(IElement element, IHtmlButtonElement? pressed) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } choice => choice.IsChecked ? [choice.HasAttribute("value") ? choice.Value : "on"] : [],
        IHtmlInputElement { Type: "submit" or "button" or "reset" or "image" or "file" } => [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement area => [area.Value],
        IHtmlSelectElement select => select.Options.Where(option => option.IsSelected).Select(option => option.Value),
        IHtmlButtonElement button => button == pressed ? [button.Value] : [],
        _ => [],
    };

    private static HttpContent Content(List<(string Name, object Value)> fields, string? encoding)
    {
        if (encoding != "multipart/form-data" && !fields.Exists(field => field.Value is ChosenFile))
            return new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, $"{field.Value}")));

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            if (value is ChosenFile file) parts.Add(new ByteArrayContent(file.Content), name, file.Name);
            else parts.Add(new StringContent($"{value}"), name);
        return parts;
    }

    private static async Task<Screen> Show(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var isPage = response.Content.Headers.ContentType?.MediaType == "text/html";
        var page = await Parser.ParseDocumentAsync(isPage ? text : "");
        return new(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, page, response, text);
    }
}
