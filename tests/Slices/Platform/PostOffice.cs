using System.Buffers;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Gongkai.Slices.Platform;

/// <summary>A mail server on this machine that keeps what it is given, and answers as a test wants.</summary>
internal sealed class PostOffice : MessageStore, IAsyncDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _open;

    /// <param name="asksSignIn">True when it answers 530 to whoever did not sign in, and nobody can.</param>
    public PostOffice(bool asksSignIn = false)
    {
        Port = Ports.Free();
        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(end => end.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).AllowUnsecureAuthentication(true).AuthenticationRequired(asksSignIn)).Build();
        var services = new ServiceProvider();
        services.Add(this);
        _open = new SmtpServer.SmtpServer(options, services).StartAsync(_closing.Token);
    }

    public int Port { get; }

    /// <summary>Letters taken or refused, in order.</summary>
    public List<MimeMessage> Letters { get; } = [];

    /// <summary>Envelope recipients, in order.</summary>
    public List<string> Recipients { get; } = [];

    /// <summary>Answers the next letters; what is left over is taken.</summary>
    public Queue<Func<Task<SmtpResponse>>> Answers { get; } = [];

    public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        var letter = await MimeMessage.LoadAsync(new MemoryStream(buffer.ToArray()), cancellationToken);
        lock (Letters) // several may be brought at once
        {
            Letters.Add(letter);
            Recipients.AddRange(transaction.To.Select(to => $"{to.User}@{to.Host}"));
        }
        return Answers.TryDequeue(out var answer) ? await answer() : SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        try { await _open; }
        catch (OperationCanceledException) { /* closed */ }
        _closing.Dispose();
    }
}

/// <summary>Ports of this machine.</summary>
internal static class Ports
{
    /// <summary>A port on which nobody listens.</summary>
    public static int Free()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
