namespace Gongkai.Platform.Messages;

/// <summary>How the connection to a mail server is protected.</summary>
public enum MailTls
{
    /// <summary>Begins in the clear and must change to TLS (587).</summary>
    StartTls,

    /// <summary>TLS from the first byte (465).</summary>
    Always,

    /// <summary>None: only for a server on the same machine.</summary>
    None,
}

/// <summary>What a site decides about messages that leave it. Secrets are not here: see <see cref="MessageSecrets"/>.</summary>
public sealed record MessageSettings
{
    /// <summary>True where mail is sent at all.</summary>
    public bool MailOn { get; init; }

    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public MailTls Tls { get; init; }

    /// <summary>Name to sign in with at the mail server; null where it asks for none.</summary>
    public string? User { get; init; }

    /// <summary>Mail address that messages come from.</summary>
    public string From { get; init; } = "";

    /// <summary>Name beside it.</summary>
    public string FromName { get; init; } = "";

    /// <summary>Address at which people reach the site, for links; without a slash at its end. Empty leaves links out.</summary>
    public string Site { get; init; } = "";

    /// <summary>True where the webhooks of the settings file are called at all.</summary>
    public bool WebhooksOn { get; init; }
}
