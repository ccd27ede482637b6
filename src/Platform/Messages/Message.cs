namespace Gongkai.Platform.Messages;

/// <summary>Something a person is told, as it lies in the person's inbox.</summary>
public sealed class Message
{
    private Message() { }

    internal Message(Guid id, Guid accountId, string kind, string words, string? address, DateTimeOffset at) =>
        (Id, AccountId, Kind, Words, Address, At) = (id, accountId, kind, words, address, at);

    public Guid Id { get; private init; }

    /// <summary>Whom it is for.</summary>
    public Guid AccountId { get; private init; }

    /// <summary>Key of its <see cref="MessageKind"/>.</summary>
    public string Kind { get; private init; } = "";

    public string Words { get; private init; } = "";

    /// <summary>Local address of what it is about; null where there is none.</summary>
    public string? Address { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>When the person read it; null while unread.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Marks it as read; once is enough.</summary>
    public void Read(DateTimeOffset now) => ReadAt ??= now;
}

/// <summary>A kind of message that a module sends. People choose for each kind whether it also comes by mail.</summary>
/// <param name="Key">Stable key, <c>duties.reminded</c>.</param>
/// <param name="Name">What it is called, in Chinese.</param>
/// <param name="Words">Marker class whose resources translate the name.</param>
/// <param name="ByMail">True where it comes by mail to whoever has not chosen.</param>
/// <param name="AlsoToShut">True where it also comes to somebody whose account is shut, since it is about that account.</param>
public sealed record MessageKind(string Key, string Name, Type Words, bool ByMail = true, bool AlsoToShut = false);

/// <summary>What a person chose for one kind.</summary>
public sealed class MailChoice
{
    private MailChoice() { }

    /// <param name="accountId">The person.</param>
    /// <param name="kind">Key of the kind.</param>
    public MailChoice(Guid accountId, string kind) => (AccountId, Kind) = (accountId, kind);

    public Guid AccountId { get; private init; }

    public string Kind { get; private init; } = "";

    /// <summary>True where messages of the kind also come by mail.</summary>
    public bool ByMail { get; set; }
}
