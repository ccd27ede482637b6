using Microsoft.Extensions.Configuration;

namespace Gongkai.Platform.Messages;

/// <summary>A machine that is told what people are told. Only who runs the site's machine can name one.</summary>
public sealed record Webhook
{
    /// <summary>Stable name of it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Address to post to: https, or http on this machine.</summary>
    public Uri? Url { get; init; }

    /// <summary>Key of the signature; or <see cref="SecretFile"/>.</summary>
    public string? Secret { get; init; }

    /// <summary>File that holds the key.</summary>
    public string? SecretFile { get; init; }

    /// <summary>True where its address may be called.</summary>
    internal bool IsSound => Url is { IsAbsoluteUri: true } url && url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}

/// <summary>
/// What only the environment or a file tells: the password of the mail server (<c>Mail:Password</c> or <c>Mail:PasswordFile</c>) and the
/// webhooks with their keys (<c>Webhooks:0:Name</c>, <c>Url</c>, <c>Secret</c> or <c>SecretFile</c>). No page shows or takes them.
/// </summary>
public sealed record MessageSecrets
{
    /// <summary>Password at the mail server; null where none is set.</summary>
    public string? MailPassword { get; init; }

    public IReadOnlyList<Webhook> Webhooks { get; init; } = [];

    /// <summary>Reads them.</summary>
    /// <exception cref="IOException">A file that the settings name cannot be read.</exception>
    public static MessageSecrets Read(IConfiguration configuration) => new()
    {
        MailPassword = Secret(configuration["Mail:Password"], configuration["Mail:PasswordFile"]),
        Webhooks = [.. (configuration.GetSection("Webhooks").Get<List<Webhook>>() ?? []).Select(hook => hook with { Secret = Secret(hook.Secret, hook.SecretFile) })],
    };

    private static string? Secret(string? given, string? file) =>
        !string.IsNullOrEmpty(given) ? given : !string.IsNullOrEmpty(file) ? File.ReadAllText(file).Trim() : null;
}
