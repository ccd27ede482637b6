namespace Gongkai.Shape;

/// <summary>Code shown in a document is code that stands in the source, line by line, apart from its indentation; so it compiles and stays true.</summary>
internal static class SamplesGuard
{
    private const string Fence = "```";

    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> documents, IReadOnlyList<SourceFile> source)
    {
        var code = source.Where(file => file.Ending == ".cs").Select(file => Trimmed(file.Text.Split('\n'))).ToList();
        foreach (var document in documents.Where(file => file.Ending == ".md"))
        {
            foreach (var (line, sample) in Samples(document.Text.Split('\n')))
            {
                var wanted = Trimmed(sample);
                if (!code.Exists(file => file.Contains(wanted, StringComparison.Ordinal))) yield return $"{document.Path}:{line} shows code that is not in the source";
            }
        }
    }

    private static IEnumerable<(int Line, List<string> Sample)> Samples(string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith($"{Fence}csharp", StringComparison.Ordinal)) continue;
            var sample = lines.Skip(at + 1).TakeWhile(line => !line.StartsWith(Fence, StringComparison.Ordinal)).ToList();
            yield return (at + 1, sample);
            at += sample.Count + 1;
        }
    }

    private static string Trimmed(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => line.Trim()));
}
