using System.CommandLine;
using System.Text;
using Gongkai.Plans;
using Gongkai.Plans.Reading;
using Gongkai.Plans.Writing;

namespace Gongkai.Web.Commands;

/// <summary>Reads plan documents and writes what they say: <c>gongkai plan read</c>. Needs no database.</summary>
internal static class PlanReadCommand
{
    private const int Done = 0;

    /// <summary>The result could not be written.</summary>
    private const int NotWritten = 1;

    /// <summary>The options do not go together.</summary>
    private const int BadQuestion = 2;

    /// <summary>A file could not be read; nothing at all was written.</summary>
    private const int Unreadable = 3;

    /// <summary>The command <c>plan</c> with its verb <c>read</c>.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "计划文件：docx、xlsx、html、pdf、txt、md", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "输出格式：json、table、csv、xlsx", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "table", "csv", "xlsx");
        var output = new Option<string?>("--out") { Description = "输出文件；有多个计划文件时为文件夹，每个计划一个文件" };
        var year = new Option<int?>("--year") { Description = "计划年份；不写则从标题、正文、日期中判断" };
        var read = new Command("read", "把计划文件读成任务、单位和时限") { files, format, output, year };
        read.SetAction(parsed => Run(
            parsed.GetValue(files)!, parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(year),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return new Command("plan", "工作计划") { read };
    }

    /// <summary>Reads every file before anything is written, so that one bad file leaves nothing behind.</summary>
    private static int Run(string[] files, string format, string? target, int? year, TextWriter output, TextWriter error)
    {
        if (target is null && (format == "xlsx" || (format == "csv" && files.Length > 1)))
        {
            error.WriteLine("这种输出不能写到屏幕：请用 --out 指定文件或文件夹。");
            return BadQuestion;
        }

        var results = new List<(string File, byte[] Content)>(files.Length);
        var failed = false;
        foreach (var file in files)
        {
            var (plan, sentence) = Read(file, year);
            if (plan is null)
            {
                error.WriteLine($"{file}：{sentence}");
                failed = true;
            }
            else if (!failed)
            {
                results.Add((file, Render(plan, format)));
            }
        }

        if (failed) return Unreadable;
        if (target is not null) return WriteFiles(results, format, target, error);
        foreach (var (_, content) in results) output.Write(Encoding.UTF8.GetString(content));
        output.Flush();
        return Done;
    }

    private static (Plan? Plan, string Sentence) Read(string file, int? year)
    {
        if (Directory.Exists(file)) return (null, "这是文件夹，请写出其中的文件。");
        if (!File.Exists(file)) return (null, "找不到这个文件，请核对路径。");
        try
        {
            using var content = File.OpenRead(file);
            var reading = SourceReader.Read(file, content);
            return reading.IsRead ? (PlanReader.Read(reading.Text, year), "") : (null, reading.Failure.Sentence);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return (null, $"无法打开，请核对读取权限（{refused.Message}）。");
        }
    }

    private static byte[] Render(Plan plan, string format)
    {
        using var stream = new MemoryStream();
        switch (format)
        {
            case "csv":
                PlanCsv.Write(plan, stream);
                break;
            case "xlsx":
                PlanSheet.Write(plan, stream);
                break;
            case "table":
                using (var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true)) PlanTable.Write(plan, writer);
                break;
            default:
                PlanJson.Write(plan, stream);
                break;
        }

        return stream.ToArray();
    }

    /// <summary>Writes beside the goal first and moves at the end: whoever looks sees the old file or the whole new one.</summary>
    private static int WriteFiles(List<(string File, byte[] Content)> results, string format, string target, TextWriter error)
    {
        var moves = new List<(string Draft, string Goal)>();
        try
        {
            var goals = Goals(results.ConvertAll(result => result.File), format, target);
            for (var i = 0; i < results.Count; i++)
            {
                var goal = Path.GetFullPath(goals[i]);
                Directory.CreateDirectory(Path.GetDirectoryName(goal)!);
                var draft = Path.Combine(Path.GetDirectoryName(goal)!, "." + Path.GetRandomFileName());
                moves.Add((draft, goal));
                File.WriteAllBytes(draft, results[i].Content);
            }

            foreach (var (draft, goal) in moves) File.Move(draft, goal, overwrite: true);
            return Done;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"无法写到 {target}：请换一个可写的位置（{refused.Message}）。");
            return NotWritten;
        }
        finally
        {
            foreach (var (draft, _) in moves) File.Delete(draft);
        }
    }

    /// <summary>Where each result goes; two files of one name in different folders get a number.</summary>
    private static List<string> Goals(List<string> files, string format, string target)
    {
        if (files.Count == 1 && !Directory.Exists(target)) return [target];
        var ending = format == "table" ? ".txt" : "." + format;
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var goals = new List<string>();
        foreach (var file in files)
        {
            var stem = Path.GetFileNameWithoutExtension(file);
            var name = stem;
            for (var i = 2; !taken.Add(name); i++) name = $"{stem}-{i}";
            goals.Add(Path.Combine(target, name + ending));
        }

        return goals;
    }
}
