using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gongkai.Plans;
using Gongkai.Plans.Blocks;

namespace Gongkai.Bench.Plans;

/// <summary>How long reading takes: one plan warm (bar: 20 ms), and a text of ten megabytes (bar: 2 s).</summary>
internal static class QuickPlans
{
    private const int Megabytes = 10;

    /// <summary>Measures every plan text of a folder, the invented ones of the tests where none is given.</summary>
    public static void Run(TextWriter output, string? folder)
    {
        folder ??= Path.Combine("tests", "Rules", "Plans", "Grammar", "Invented");
        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            Best(Source(text), 200);
            var warm = Best(Source(text), 15);
            var large = Best(Source(Repeated(text)), 2);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file),-40} one plan {warm.TotalMilliseconds,7:F2} ms   {Megabytes} MB {large.TotalSeconds,6:F2} s"));
        }
    }

    private static TimeSpan Best(SourceText source, int times)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            PlanReader.Read(source);
            if (watch.Elapsed < best) best = watch.Elapsed;
        }

        return best;
    }

    private static string Repeated(string text)
    {
        var all = new StringBuilder();
        var bytes = 0;
        var size = Encoding.UTF8.GetByteCount(text) + 1;
        while (bytes < Megabytes * 1024 * 1024)
        {
            all.Append(text).Append('\n');
            bytes += size;
        }

        return all.ToString();
    }

    private static SourceText Source(string text)
    {
        var blocks = new List<Block>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            if (end > at) blocks.Add(new Paragraph(TextSpan.Between(at, end)));
            at = end + 1;
        }

        return new("bench.txt", text, blocks, []);
    }
}
