using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gongkai.Platform.Messages;

/// <summary>
/// Posts a message to a machine that the settings name: JSON, signed over time and body, so that the other side knows whom it comes from
/// and that it is not an old one again. It follows no redirection.
/// </summary>
internal sealed class WebhookWay(IHttpClientFactory network, MessageSecrets secrets, TimeProvider time)
{
    /// <summary>Name of the client without redirections and cookies.</summary>
    public const string Client = "webhooks";

    /// <summary>Id of the delivery: the same however often it is sent.</summary>
    public const string IdHeader = "Gongkai-Message";

    /// <summary>Seconds since 1970 at which this try was signed.</summary>
    public const string TimeHeader = "Gongkai-Timestamp";

    /// <summary><c>v1=</c> and the HMAC-SHA256 in hexadecimal of time, a dot and the body.</summary>
    public const string SignatureHeader = "Gongkai-Signature";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="NotSentException">The other side did not answer with a status of 200 to 299.</exception>
    public async Task Send(Outgoing outgoing, MessageSettings settings, CancellationToken stop)
    {
        if (!settings.WebhooksOn) throw new NotSentException("接口推送已关闭");
        if (secrets.Webhooks.FirstOrDefault(hook => hook.Name == outgoing.Target) is not { } hook) throw new NotSentException("这个接口已不在配置里", final: true);
        if (!hook.IsSound || string.IsNullOrEmpty(hook.Secret)) throw new NotSentException("接口的地址或密钥没有配置好");

        var body = JsonSerializer.Serialize(new { outgoing.Id, outgoing.Kind, outgoing.Words, outgoing.Address, outgoing.At }, Json);
        var now = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, hook.Url) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add(IdHeader, outgoing.Id.ToString());
        request.Headers.Add(TimeHeader, now);
        request.Headers.Add(SignatureHeader, Sign(hook.Secret, now, body));
        try
        {
            using var client = network.CreateClient(Client);
            stop.ThrowIfCancellationRequested();
            // What is on its way is not called back when the site is stopped: the other side might have it already. The client's own patience ends it.
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, CancellationToken.None);
            if (!answer.IsSuccessStatusCode) throw new NotSentException($"接口答复 {(int)answer.StatusCode}");
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            throw new NotSentException($"连不上接口（{problem.GetType().Name}）");
        }
    }

    /// <summary>The signature of a body at a time.</summary>
    internal static string Sign(string secret, string timestamp, string body) =>
        "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}.{body}")));
}
