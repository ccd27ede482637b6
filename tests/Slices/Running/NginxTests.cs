using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Running;

/// <summary>The real nginx with the files of <c>deploy</c> in front of the real program.</summary>
public class NginxTests
{
    private const string Nginx = "/usr/sbin/nginx";

    private readonly string _folder = TestFolder.Make();

    private string ErrorLog => Path.Combine(_folder, "error.log");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stands_in_front_of_the_site()
    {
        Assert.SkipUnless(File.Exists(Nginx), "nginx: not installed here (apt-get install nginx)");
        await using var site = new Site(Engine.Sqlite);
        await site.AddAccount("li.qiang");
        await using var node = await Node.Start(site, ("GONGKAI_PROXIES", "127.0.0.1"), ("GONGKAI_HTTPS", "true"));
        var (plain, secure) = (FreePort(), FreePort());
        var certificate = await Configure(node.Address["http://".Length..], plain, secure);
        using var nginx = Start();
        try
        {
            var visitor = await Reach(nginx, secure, certificate);

            Assert.Equal("ok", (await visitor.Get("/healthz")).Text);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/readyz")).Status);
            var door = await visitor.Get("/sign-in");
            Assert.Contains("登录", door.Text, StringComparison.Ordinal);
            Assert.Equal("nginx", door.Response.Headers.Server.ToString());
            var inside = await visitor.Submit(door, "form[action^='/sign-in']", ("UserName", "li.qiang"), ("Password", Site.Password));
            Assert.Equal(HttpStatusCode.Redirect, inside.Status);
            Assert.All(inside.Response.Headers.GetValues("Set-Cookie").Where(set => set.Contains("gongkai.sign-in", StringComparison.Ordinal)), set => Assert.StartsWith("__Host-gongkai.sign-in=", set, StringComparison.Ordinal));
            Assert.Contains(inside.Response.Headers.GetValues("Set-Cookie"), set => set.StartsWith("__Host-gongkai.sign-in=", StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/console/account")).Status);

            using var other = await visitor.Http.GetAsync(new Uri($"http://127.0.0.1:{plain}/sign-in?a=b"), Stop);
            Assert.Equal((HttpStatusCode.MovedPermanently, "https://127.0.0.1/sign-in?a=b"), (other.StatusCode, other.Headers.Location?.ToString()));
            using var huge = new ByteArrayContent(new byte[65 << 20]);
            using var refused = await visitor.Http.PostAsync(new Uri("/sign-in", UriKind.Relative), huge, Stop);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        }
        finally
        {
            nginx.Kill(entireProcessTree: true);
            await nginx.WaitForExitAsync(Stop);
        }
    }

    [Fact]
    public async Task Leads_below_a_path_of_another_site()
    {
        Assert.SkipUnless(File.Exists(Nginx), "nginx: not installed here (apt-get install nginx)");
        await using var site = new Site(Engine.Sqlite);
        await site.AddAccount("li.qiang");
        await using var node = await Node.Start(site, ("GONGKAI_PATHBASE", "/gongkai"), ("GONGKAI_PROXIES", "127.0.0.1"), ("GONGKAI_HTTPS", "true"));
        var (plain, secure) = (FreePort(), FreePort());
        var certificate = await Configure(new Uri(node.Address).Authority, plain, secure, below: true);
        using var nginx = Start();
        try
        {
            var visitor = await Reach(nginx, secure, certificate, "/gongkai/healthz");

            Assert.Equal("the other site", (await visitor.Get("/")).Text);
            Assert.Equal("/gongkai/", (await visitor.Get("/gongkai")).Response.Headers.Location!.OriginalString);
            var door = await visitor.Get("/gongkai/sign-in");
            var inside = await visitor.Submit(door, "form[method=post]", ("UserName", "li.qiang"), ("Password", Site.Password));
            Assert.Equal("/gongkai/console", inside.Response.Headers.Location!.OriginalString);
            var cookie = Assert.Single(inside.Response.Headers.GetValues("Set-Cookie"), set => set.StartsWith("__Secure-gongkai.sign-in=", StringComparison.Ordinal));
            Assert.Contains("path=/gongkai;", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/gongkai/console/account")).Status);
            var style = door.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
            Assert.Equal("text/css", (await visitor.Get(style)).Response.Content.Headers.ContentType!.MediaType);
        }
        finally
        {
            nginx.Kill(entireProcessTree: true);
            await nginx.WaitForExitAsync(Stop);
        }
    }

    /// <summary>The files as they are, with ports, paths and certificate of this test.</summary>
    /// <returns>Digest of the certificate.</returns>
    private async Task<string> Configure(string node, int plain, int secure, bool below = false)
    {
        var deploy = Path.Combine(AppContext.BaseDirectory, "deploy");
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=gongkai.example.gov.cn", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddHours(-1), now.AddHours(1));
        await File.WriteAllTextAsync(Path.Combine(_folder, "fullchain.pem"), certificate.ExportCertificatePem(), Stop);
        await File.WriteAllTextAsync(Path.Combine(_folder, "privkey.pem"), key.ExportPkcs8PrivateKeyPem(), Stop);
        File.Copy(Path.Combine(deploy, "nginx-proxy.conf"), Path.Combine(_folder, "gongkai-proxy.conf"));
        var site = (await File.ReadAllTextAsync(Path.Combine(deploy, "nginx.conf"), Stop))
            .Replace("/etc/ssl/gongkai/", _folder + "/", StringComparison.Ordinal)
            .Replace("/etc/nginx/", _folder + "/", StringComparison.Ordinal)
            .Replace("server 127.0.0.1:8080", $"server {node}", StringComparison.Ordinal)
            .Replace("listen 80;", $"listen 127.0.0.1:{plain};", StringComparison.Ordinal)
            .Replace("listen 443 ssl http2;", $"listen 127.0.0.1:{secure} ssl http2;", StringComparison.Ordinal)
            .Replace("    listen [::]:80;\n", "", StringComparison.Ordinal)
            .Replace("    listen [::]:443 ssl http2;\n", "", StringComparison.Ordinal);
        if (below) site = Below(await File.ReadAllTextAsync(Path.Combine(deploy, "nginx-subpath.conf"), Stop), node, secure);
        await File.WriteAllTextAsync(Path.Combine(_folder, "site.conf"), site, Stop);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "nginx.conf"),
            $$"""
            daemon off;
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            pid {{_folder}}/pid;
            error_log {{_folder}}/error.log;
            events { }
            http {
                access_log off;
                client_body_temp_path {{_folder}}/body;
                proxy_temp_path {{_folder}}/proxy;
                fastcgi_temp_path {{_folder}}/fastcgi;
                uwsgi_temp_path {{_folder}}/uwsgi;
                scgi_temp_path {{_folder}}/scgi;
                include {{_folder}}/site.conf;
            }
            """,
            Stop);
        return certificate.GetCertHashString(HashAlgorithmName.SHA256);
    }

    /// <summary>Another site whose server block takes ours in.</summary>
    private string Below(string locations, string node, int secure) =>
        $$"""
        server {
            listen 127.0.0.1:{{secure}} ssl;
            absolute_redirect off;
            ssl_certificate {{_folder}}/fullchain.pem;
            ssl_certificate_key {{_folder}}/privkey.pem;
            location / { return 200 "the other site"; }
            {{locations.Replace("/etc/nginx/", _folder + "/", StringComparison.Ordinal).Replace("127.0.0.1:8080", node, StringComparison.Ordinal)}}
        }
        """;

    private Process Start() => Process.Start(new ProcessStartInfo(Nginx, ["-p", _folder, "-e", ErrorLog, "-c", Path.Combine(_folder, "nginx.conf")]) { UseShellExecute = false })!;

    /// <summary>Waits until nginx answers.</summary>
    private async Task<Visitor> Reach(Process nginx, int port, string certificate, string address = "/healthz")
    {
        var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, given, _, _) => given?.GetCertHashString(HashAlgorithmName.SHA256) == certificate; // signed by itself, a moment ago
        var visitor = Visitor.Over(handler, $"https://127.0.0.1:{port}");
        await Until.Holds("nginx answers", Answers, Stop);
        return visitor;

        async Task<bool> Answers(CancellationToken stop)
        {
            Assert.False(nginx.HasExited, $"nginx ended: {(File.Exists(ErrorLog) ? await File.ReadAllTextAsync(ErrorLog, stop) : "")}");
            try
            {
                using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative), stop);
                return true;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
