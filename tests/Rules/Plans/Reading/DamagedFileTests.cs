using System.Text;
using DocumentFormat.OpenXml.Spreadsheet;
using Gongkai.Plans.Reading;
using Xunit;

namespace Gongkai.Rules.Plans.Reading;

/// <summary>Whatever happens to a file on its way, reading it ends in a sound text or in one failure, never in an exception.</summary>
public sealed class DamagedFileTests
{
    private const int Rounds = 150;

    public static TheoryData<string> Kinds => new("txt", "md", "html", "docx", "xlsx");

    [Theory, MemberData(nameof(Kinds))]
    public void Damage_never_throws_and_spans_never_stray(string kind)
    {
        var whole = Whole(kind);
        var random = new Random(kind.Length * 31 + kind[0]);
        for (var round = 0; round < Rounds; round++)
        {
            var reading = SourceReader.Read("计划." + kind, new MemoryStream(Damage(whole, random)));
            if (reading.IsRead) Samples.AssertSound(reading.Text);
            else Assert.StartsWith("plans.", reading.Failure.Code, StringComparison.Ordinal);
        }
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        var bytes = (byte[])whole.Clone();
        for (var i = random.Next(1, 12); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(4) switch
        {
            0 => bytes[..random.Next(bytes.Length)],
            1 => [.. bytes[random.Next(bytes.Length)..], .. bytes],
            _ => bytes,
        };
    }

    private static byte[] Whole(string kind)
    {
        const string text = "# 要点\n一、重点任务\n序号 | 任务 | 单位 |\n1 | 规划 | 市发改委 |\n甲\t乙\t丙\n丁\t戊\t己\n各乡镇<街道>按月公开。";
        return kind switch
        {
            "docx" => Samples.Docx([Samples.P("一、重点任务"), Samples.P("市财政局按月公开。", Samples.Numbered(1, 0))]),
            "xlsx" => Samples.Xlsx(("任务", (data, _) => data.Append(new Row(Samples.Inline("A1", "任务"), Samples.Value("B1", "46203", 1))), SheetStateValues.Visible)),
            "html" => Encoding.UTF8.GetBytes($"<html><body><h1>要点</h1><ol><li>甲</ol><table><tr><td colspan=2>题<tr><td rowspan=3>一<td>{text}</table><p style='text-align:right'>日期</p></body></html>"),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }
}
