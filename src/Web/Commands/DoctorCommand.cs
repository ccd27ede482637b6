using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.Web.Doctor;
using Gongkai.Web.Host;

namespace Gongkai.Web.Commands;

/// <summary><c>gongkai doctor</c>: looks at everything a site stands on and says what to do. Exit code: 0 all is well, 1 mind something, 2 something is bad.</summary>
internal static class DoctorCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static Command Create()
    {
        var asJson = new Option<bool>("--json") { Description = "以 JSON 输出，供程序读取" };
        var settings = new SiteSettings();
        var command = new Command("doctor", "检查配置、数据库、文件、时钟、节假日安排、磁盘、邮件和查毒程序，并说明怎么办") { asJson };
        settings.AddTo(command);
        command.SetAction(async (parsed, stop) =>
        {
            var findings = await Look(settings.Of(parsed), stop);
            if (parsed.GetValue(asJson))
            {
                Console.WriteLine(JsonSerializer.Serialize(findings.Select(finding => new { finding.Level, finding.Subject, finding.Found, finding.Advice }), Json));
            }
            else
            {
                foreach (var finding in findings) Console.WriteLine($"{finding.Word}  {finding.Subject}：{finding.Found}{(finding.Advice is { } advice ? $"。办法：{advice}" : "")}");
            }
            return (int)findings.Max(finding => finding.Level);
        });
        return command;
    }

    private static async Task<IReadOnlyList<Finding>> Look(IReadOnlyDictionary<string, string?> settings, CancellationToken stop)
    {
        try
        {
            var builder = SiteHost.Compose("data", settings);
            builder.Logging.ClearProviders();
            await using var site = builder.Build();
            return [.. MachineChecks.Run(site.Services.GetRequiredService<SiteOptions>(), site.Services.GetRequiredService<TimeProvider>()), .. await DatabaseChecks.Run(site.Services).ToListAsync(stop), await ScannerCheck.Run(site.Services, stop)];
        }
        catch (StartProblem problem)
        {
            return [new(Level.Bad, "配置", problem.Message)];
        }
    }
}
