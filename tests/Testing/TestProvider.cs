using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gongkai.Testing;

/// <summary>A small identity provider on a port of this machine, which signs with a key of its own and lies where a test tells it to.</summary>
public sealed class TestProvider : IAsyncDisposable
{
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(5);

    /// <summary>What the site is known by to it, and the secret between them.</summary>
    public const string Client = "gongkai", Secret = "between-us";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RsaSecurityKey _key;
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _codes = new();
    private readonly WebApplication _app;

    private TestProvider()
    {
        _key = new(_rsa) { KeyId = "one" };
        SigningKey = _key;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Address,
            ["authorization_endpoint"] = $"{Address}/authorize",
            ["token_endpoint"] = $"{Address}/token",
            ["jwks_uri"] = $"{Address}/keys",
            ["end_session_endpoint"] = $"{Address}/leave",
            ["response_types_supported"] = new[] { "code" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        _app.MapGet("/authorize", (HttpRequest request) => Results.Redirect(Back(new(request.GetEncodedUrl())).AbsoluteUri));
        _app.MapGet("/leave", () => Results.Text("已退出统一身份认证"));
        _app.MapGet("/keys", () => Results.Json(new { keys = new[] { PublicKey() } }));
        _app.MapPost("/token", Token);
    }

    /// <summary>Where it is reached.</summary>
    public string Address => _app.Urls.First();

    /// <summary>Whom it vouches for.</summary>
    public string Subject { get; set; } = "person-1";

    /// <summary>The claim <c>staff_id</c>.</summary>
    public string? StaffId { get; set; }

    /// <summary>Who it says it is in the token; null for itself.</summary>
    public string? Issuer { get; set; }

    /// <summary>How long a token has been over when it is handed out; null for one that lasts.</summary>
    public TimeSpan? Over { get; set; }

    /// <summary>For whom the token is made out.</summary>
    public string Audience { get; set; } = Client;

    /// <summary>Instead of the nonce asked for; null for the right one.</summary>
    public string? Nonce { get; set; }

    /// <summary>What it signs with.</summary>
    public SecurityKey SigningKey { get; set; }

    /// <summary>Starts it.</summary>
    public static async Task<TestProvider> Start()
    {
        var provider = new TestProvider();
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>What a person does at the provider's page: agrees.</summary>
    /// <param name="asked">Address to which the site sent the browser.</param>
    /// <returns>Address to which the provider sends it back, below the site.</returns>
    public string Agree(Uri asked) => Back(asked).PathAndQuery;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    private Uri Back(Uri asked)
    {
        var query = QueryHelpers.ParseQuery(asked.Query);
        if (query["code_challenge_method"] != "S256" || query["response_type"] != "code") throw new InvalidOperationException("The site did not ask for a code with PKCE.");
        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (query["nonce"].ToString(), query["code_challenge"].ToString());
        return new(QueryHelpers.AddQueryString(query["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
    }

    private async Task<IResult> Token(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var verifier = Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (form["client_secret"] != Secret || !_codes.TryRemove(form["code"].ToString(), out var asked) || asked.Challenge != verifier) return Results.BadRequest(new { error = "invalid_grant" });

        List<Claim> claims = [new("sub", Subject), new("nonce", Nonce ?? asked.Nonce)];
        if (StaffId is not null) claims.Add(new("staff_id", StaffId));
        var now = TimeProvider.System.GetUtcNow().UtcDateTime - (Over is { } over ? over + Lasting : TimeSpan.Zero);
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer ?? Address,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lasting,
            Subject = new(claims),
            SigningCredentials = new(SigningKey, SecurityAlgorithms.RsaSha256),
        });
        return Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = token });
    }

    private object PublicKey()
    {
        var parts = _rsa.ExportParameters(includePrivateParameters: false);
        return new { kty = "RSA", use = "sig", alg = "RS256", kid = _key.KeyId, n = Base64UrlEncoder.Encode(parts.Modulus), e = Base64UrlEncoder.Encode(parts.Exponent) };
    }
}
