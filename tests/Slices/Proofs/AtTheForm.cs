using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Proofs;

/// <summary>The form of a site that asks every sender for a proof: the one at the door, which shows what came of it.</summary>
internal static class AtTheForm
{
    public const string Form = "form[action^='/sign-in']";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Asks everybody, and for little work.</summary>
    public static Site Asking(this Site site) => site.Setting("Proof:Failures", "0").Setting("Proof:Difficulty", "30");

    /// <summary>Fetches a challenge and solves it as a browser would.</summary>
    public static async Task<string> Solved(this Visitor visitor, string form = "sign-in", Action<JsonNode>? change = null)
    {
        var challenge = JsonNode.Parse(await visitor.Http.GetStringAsync(new Uri($"/proof?form={form}", UriKind.Relative), Stop))!;
        var (counter, key) = Solution(challenge["parameters"]!);
        var payload = new JsonObject { ["challenge"] = challenge, ["solution"] = new JsonObject { ["counter"] = counter, ["derivedKey"] = key, ["time"] = 12.5 } };
        change?.Invoke(payload);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(payload.ToJsonString()));
    }

    /// <summary>Sends the form with the right password.</summary>
    public static Task<Screen> Send(this Visitor visitor, Screen page, string? solution = null) => visitor.Send(page, solution, Site.Password);

    public static Task<Screen> Send(this Visitor visitor, Screen page, string? solution, string password) =>
        visitor.Submit(page, Form, ("UserName", "li.qiang"), ("Password", password), ("proof", solution ?? ""));

    /// <summary>What the page says against the proof.</summary>
    public static string Against(this Screen page) => page.Page.QuerySelector("#proof-error")?.TextContent ?? $"nothing, and {page.Status}";

    public static string Ticket(this Screen page) => page.Page.QuerySelector("input[name='proof-ticket']")!.GetAttribute("value")!;

    /// <summary>A search of the test's own, one number after the other.</summary>
    private static (uint Counter, string Key) Solution(JsonNode parameters)
    {
        var (nonce, salt) = (Convert.FromHexString((string)parameters["nonce"]!), Convert.FromHexString((string)parameters["salt"]!));
        Assert.Equal("PBKDF2/SHA-256", (string)parameters["algorithm"]!);
        var password = new byte[nonce.Length + 4];
        nonce.CopyTo(password, 0);
        for (uint counter = 0; counter < 1000; counter++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(password.AsSpan(nonce.Length), counter);
            var key = Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(password, salt, (int)parameters["cost"]!, HashAlgorithmName.SHA256, (int)parameters["keyLength"]!));
            if (key.StartsWith((string)parameters["keyPrefix"]!, StringComparison.Ordinal)) return (counter, key);
        }
        throw new InvalidOperationException("No solution");
    }
}
