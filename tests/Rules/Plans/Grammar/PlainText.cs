using Gongkai.Plans;
using Gongkai.Plans.Blocks;
using Xunit;

namespace Gongkai.Rules.Plans.Grammar;

/// <summary>Makes a source out of a text: every line that is not empty is a paragraph.</summary>
internal static class PlainText
{
    public static SourceText Of(string text, string name = "plan.txt")
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        var blocks = new List<Block>();
        var at = 0;
        foreach (var line in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line)) blocks.Add(new Paragraph(new TextSpan(at, line.Length)));
            at += line.Length + 1;
        }

        return new(name, text, blocks, []);
    }

    public static Plan Read(string text, int? year = null) => PlanReader.Read(Of(text), year);

    /// <summary>The one task of a text that holds one.</summary>
    public static PlanTask Task(string text, int? year = 2026) => Assert.Single(Read(text, year).Tasks);
}
