using System.Net.Sockets;
using System.Text;
using Gongkai.Platform.Data;
using Gongkai.Slices.Attacks.Kit;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Attacks;

/// <summary>What lies beside the pages (the database, the master key, settings, programs) is reached by no address, and nothing is written outside the store.</summary>
public sealed class HiddenFilesTests(Targets targets) : IClassFixture<Targets>
{
    private static readonly string[] Files = ["gongkai.db", "master.key", "data/gongkai.db", "data/master.key", "appsettings.json", "gongkai.dll", "gongkai.deps.json", ".git/config", "web.config", "etc/passwd", "languages/en.json"];

    private static readonly string[] Ups = ["", "../", "../../../../../../../", "..%2f", "%2e%2e/", "%2e%2e%2f%2e%2e%2f", "%252e%252e%252f", "..%5c", "..\\", "..;/", "....//", "%c0%ae%c0%ae/", "%uff0e%uff0e/", "/", "./", "%2f", "file:///", "C:%5c"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Over a socket, since everything else tidies an address before it is sent.</summary>
    [Fact]
    public async Task No_path_leads_to_a_hidden_file()
    {
        await using var site = new Site(Engine.Sqlite).OnNetwork();
        var secrets = await Secrets(site);
        var breaches = new List<string>();
        foreach (var folder in new[] { "/", "/css/", "/bundle/", "/evidence/", "/console/", "/_content/Gongkai.Ui/" })
            foreach (var up in Ups)
            {
                var answers = await Say(site, Files.Select(file => $"{folder}{up}{file}"));
                breaches.AddRange(secrets.Where(secret => answers.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{folder}{up} gives away {secret[..8]}…"));
                if (answers.Contains("HTTP/1.1 5", StringComparison.Ordinal)) breaches.Add($"{folder}{up} fails");
            }
        Verdict.None(breaches);
    }

    [Theory, EachEngineAlone]
    public async Task Nothing_that_is_read_from_an_address_leads_to_a_hidden_file(Engine engine)
    {
        var target = await targets.On(engine);

        Verdict.None(await Breaches(target, target.Ways));
    }

    /// <summary>The planted breach: a download that takes a name.</summary>
    [Fact]
    public async Task A_planted_download_by_name_is_found()
    {
        await using var target = await Target.Make(new Site(Engine.Sqlite).WithHoles());

        Assert.Contains(await Breaches(target, [.. target.Ways.Where(way => way.Pattern == PlantedHoles.File)]), line => line.Contains("gives away", StringComparison.Ordinal));
    }

    [Theory, EachEngineAlone]
    public async Task A_path_in_the_name_of_an_upload_leads_nowhere(Engine engine)
    {
        var target = await targets.On(engine);
        var (folder, store) = (target.Site.Folder, Path.Combine(target.Site.Folder, "files"));
        var line = target.Ways.Single(way => way.ToString() == "POST /console/ledger/{id:guid}?handler=Evidence");
        var before = Outside(folder, store);
        var tried = 0;
        foreach (var name in new[] { "../../../../zzx.txt", "..\\..\\zzx.txt", "/tmp/zzx.txt", "C:\\zzx.txt", "a/../../zzx.txt", "files/../master.key.txt", "..%2f..%2fzzx.txt", "....//zzx.txt", "~/zzx.txt", "$HOME/zzx.txt", "`id`.txt", "nul.txt" })
        {
            var reply = await target.Post(line, target.AddressOf(line), target.HarmlessFields(line).Select(field => (field.Name, Uri.EscapeDataString(field.Value))), ("paper", new(name, Encoding.UTF8.GetBytes($"材料 {name}"))));
            using (reply.Response) Verdict.None([.. Verdict.On(reply.Response, reply.Body, name)]);
            tried++;
        }

        Assert.Equal(12, tried);
        Assert.Equal(before, Outside(folder, store));
        Assert.False(File.Exists("/tmp/zzx.txt"));
        Assert.All(await target.Site.AsSystem().Run((Db db) => Task.FromResult(db.Set<Gongkai.Duties.Evidence>().Where(evidence => evidence.FileName != null).Select(evidence => evidence.FileName!).ToList())), name =>
            Assert.True(name.AsSpan().IndexOfAny('/', '\\', '\0') < 0 || name.StartsWith("../柳树镇", StringComparison.Ordinal), name)); // the one with a path was put there past the upload, by the scene
    }

    private static List<string> Outside(string folder, string store) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(store, StringComparison.Ordinal) && !Path.GetFileName(file).StartsWith("gongkai.db", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task<List<string>> Breaches(Target target, IReadOnlyList<Way> ways)
    {
        var secrets = await Secrets(target.Site);
        var breaches = new List<string>();
        foreach (var way in ways.Where(way => !way.IsForm))
            foreach (var file in new[] { "master.key", "../../../../../../../../etc/passwd", "..\\..\\appsettings.json", "appsettings.json", "./master.key", "file:///etc/passwd" })
            {
                var encoded = Uri.EscapeDataString(file);
                var names = way.Reads.Where(opening => opening.IsText).Select(opening => opening.Name).ToList();
                foreach (var address in way.Places.Select(place => target.AddressOf(way, place, encoded)).Append($"{target.AddressOf(way)}?{string.Join('&', names.Select(name => $"{name}={encoded}"))}"))
                {
                    var reply = await target.Get(way, address);
                    using (reply.Response) breaches.AddRange(secrets.Where(secret => reply.Body.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{way} gives away {secret[..8]}… for {file}"));
                }
            }
        return breaches;
    }

    /// <summary>A piece of each hidden file.</summary>
    private static async Task<List<string>> Secrets(Site site)
    {
        await site.Services();
        var key = Path.Combine(site.Folder, "master.key");
        List<string> secrets = ["SQLite format 3", "root:x:0:0", "runtimeTarget", (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), Stop)).Trim()[..40]];
        if (File.Exists(key)) secrets.Add((await File.ReadAllTextAsync(key, Stop)).Trim()[..20]);
        return secrets;
    }

    /// <summary>Asks for each address as it is, one after another on one line.</summary>
    private static async Task<string> Say(Site site, IEnumerable<string> addresses)
    {
        var address = new Uri(await site.Address());
        var answers = new StringBuilder();
        foreach (var asked in addresses)
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(address.Host, address.Port, Stop);
            await using var stream = socket.GetStream();
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET {asked} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), Stop);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            answers.Append(await reader.ReadToEndAsync(Stop));
        }
        return answers.ToString();
    }
}
