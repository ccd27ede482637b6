using System.Globalization;
using Gongkai.Content.Blocks;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Library;

namespace Gongkai.Publishing.CleanUps;

/// <summary>
/// Writes what came of a round as a draft: a table for each finding. What it repeals or declares void stands in its head, so that publishing it marks
/// the pages of those documents by the one way in which documents act on each other.
/// </summary>
internal static class CleanUpResult
{
    /// <summary>Type of the document that tells a result.</summary>
    public const string Type = "clean-up";

    private static readonly (CleanUpFinding Finding, string Heading)[] Parts =
    [
        (CleanUpFinding.Keep, "继续有效的文件"),
        (CleanUpFinding.Amend, "拟修改的文件"),
        (CleanUpFinding.Repeal, "废止的文件"),
        (CleanUpFinding.DeclareVoid, "宣布失效的文件"),
    ];

    private static readonly string[] Ordinals = ["一", "二", "三", "四"];

    /// <summary>The draft.</summary>
    /// <param name="round">The round.</param>
    /// <param name="lines">All its documents, each with a finding.</param>
    /// <param name="organ">Name of the organ.</param>
    /// <param name="on">Day of the result.</param>
    public static DraftContent Write(CleanUp round, IReadOnlyList<CleanUpLine> lines, string organ, DateOnly on)
    {
        List<Block> blocks = [new Paragraph([new(string.Create(CultureInfo.InvariantCulture, $"{organ}对截至{Day(round.AsOf)}有效的{lines.Count}件规章、规范性文件和政策文件进行了清理，结果公布如下。"))])];
        var ordinal = 0;
        foreach (var (finding, heading) in Parts)
        {
            if (lines.Where(line => line.Finding == finding).ToList() is not { Count: > 0 } part) continue;
            blocks.Add(new Heading(1, [new($"{Ordinals[ordinal++]}、{heading}（{part.Count.ToString(CultureInfo.InvariantCulture)}件）")]));
            blocks.Add(TableOf(part));
        }
        blocks.Add(new Paragraph([new(organ)], Side.End));
        blocks.Add(new Paragraph([new(Day(on))], Side.End));
        var head = new DocumentHead(round.Title) { Issuer = organ, Source = organ, WrittenOn = on, Effects = [.. lines.Select(EffectOf).OfType<EffectLine>()] };
        return new(head, new Body(blocks).Normalised());
    }

    private static EffectLine? EffectOf(CleanUpLine line) => line.Finding switch
    {
        CleanUpFinding.Repeal => new(EffectKind.Repeals, line.Number),
        CleanUpFinding.DeclareVoid => new(EffectKind.DeclaresVoid, line.Number),
        _ => null,
    };

    private static Table TableOf(List<CleanUpLine> lines)
    {
        var noted = lines.Exists(line => line.Note.Length > 0);
        string[] heads = noted ? ["序号", "文件名称", "发文字号", "说明"] : ["序号", "文件名称", "发文字号"];
        return new([
            new([.. heads.Select(head => new TableCell(head, IsHeading: true))]),
            .. lines.Select((line, at) => new TableRow([new((at + 1).ToString(CultureInfo.InvariantCulture)), new(line.Title), new(line.Number), .. noted ? [new TableCell(line.Note)] : Array.Empty<TableCell>()])),
        ]);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}
