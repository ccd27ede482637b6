using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gongkai.Shape;

/// <summary>The banned symbols are banned in every project: the analyzer and its list come from the top, and nobody below opts out.</summary>
internal static class BannedSymbolsGuard
{
    private const string Rule = "RS0030", Analyzer = "Microsoft.CodeAnalysis.BannedApiAnalyzers", List = "BannedSymbols.txt";

    /// <summary>What must stay on the list: clocks, chance, sleep and sockets that no test could own.</summary>
    private static readonly string[] Banned =
    [
        "P:System.DateTime.Now;", "P:System.DateTime.UtcNow;", "P:System.DateTime.Today;", "P:System.DateTimeOffset.Now;", "P:System.DateTimeOffset.UtcNow;",
        "M:System.Guid.NewGuid;", "M:System.Random.#ctor;", "M:System.Threading.Thread.Sleep(System.Int32);", "M:System.Net.Http.HttpClient.#ctor;",
    ];

    private static readonly Regex OptOut = new(@"#pragma\s+warning\s+disable[^\n]*RS0030(?<reason>[^\n]*)", RegexOptions.NonBacktracking);

    public static IEnumerable<string> Breaches(IReadOnlyList<SourceFile> files)
    {
        var list = files.FirstOrDefault(file => file.Path == List)?.Text ?? "";
        foreach (var symbol in Banned.Where(symbol => !list.Contains(symbol, StringComparison.Ordinal))) yield return $"{List} does not ban {symbol}";

        var props = XDocument.Parse(files.FirstOrDefault(file => file.Path == "Directory.Build.props")?.Text ?? "<Project />");
        if (!Includes(props, "PackageReference").Contains(Analyzer)) yield return "Directory.Build.props does not add the analyzer of banned symbols";
        if (!Includes(props, "AdditionalFiles").Any(file => file.EndsWith(List, StringComparison.Ordinal))) yield return $"Directory.Build.props does not add {List}";

        var severity = files.FirstOrDefault(file => file.Path == ".editorconfig")?.Text ?? "";
        if (!severity.Contains($"dotnet_diagnostic.{Rule}.severity = error", StringComparison.Ordinal)) yield return $".editorconfig does not make {Rule} an error";

        foreach (var file in files)
        {
            var isProps = file.Name is "Directory.Build.props" or "Directory.Build.targets" or ".editorconfig" or ".globalconfig";
            if (isProps && file.Folder.Length > 0) yield return $"{file.Path} stands between the top and its projects";
            if (file.Ending == ".csproj" && (file.Text.Contains(Rule, StringComparison.Ordinal) || file.Text.Contains(Analyzer, StringComparison.Ordinal)))
                yield return $"{file.Path} has its own way with banned symbols";
            if (file.Ending != ".cs") continue;
            foreach (Match match in OptOut.Matches(file.Text))
                if (!match.Groups["reason"].Value.Contains("//", StringComparison.Ordinal)) yield return $"{file.At(match.Index)} uses a banned symbol without a reason on the line";
        }
    }

    private static IEnumerable<string> Includes(XDocument props, string element) => props.Descendants(element).Select(e => e.Attribute("Include")?.Value).OfType<string>();
}
