namespace Gongkai.Web.Host;

/// <summary>An identity provider (统一身份认证) that speaks OpenID Connect; section <c>SignIn:OpenId</c>. Without an authority there is none.</summary>
internal sealed record OpenIdOptions
{
    /// <summary>The section of the configuration that fills this record.</summary>
    public const string Section = "SignIn:OpenId";

    /// <summary>Address of the provider, below which its configuration is found.</summary>
    public string? Authority { get; init; }

    /// <summary>Name under which the provider knows this site.</summary>
    public string? ClientId { get; init; }

    /// <summary>Secret shared with the provider; null where it lies in <see cref="ClientSecretFile"/>.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>File whose first line is the secret.</summary>
    public string? ClientSecretFile { get; init; }

    /// <summary>What the button says.</summary>
    public string Name { get; init; } = "统一身份认证";

    /// <summary>Claim that holds the name to sign in with; null where accounts are matched only if their person has linked them.</summary>
    public string? LoginClaim { get; init; }

    /// <summary>The secret.</summary>
    /// <exception cref="StartProblem">The file cannot be read.</exception>
    public string? Secret()
    {
        if (ClientSecretFile is not { Length: > 0 } file) return ClientSecret;
        try
        {
            return File.ReadLines(file).FirstOrDefault()?.Trim();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartProblem($"读不了统一身份认证的密钥文件 {file}：请检查 SignIn:OpenId:ClientSecretFile 和文件权限。");
        }
    }
}
