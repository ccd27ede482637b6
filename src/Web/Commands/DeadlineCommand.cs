using System.CommandLine;
using System.Globalization;
using Gongkai.Law.Calendar;
using Gongkai.Law.Limits;

namespace Gongkai.Web.Commands;

/// <summary>Computes a limit, or one for each line of standard input: <c>gongkai deadline</c>. Needs no database.</summary>
internal static class DeadlineCommand
{
    /// <summary>Everything was answered.</summary>
    private const int Answered = 0;

    /// <summary>Something asked for could not be read.</summary>
    private const int BadQuestion = 2;

    /// <summary>Stands in the output for a line that could not be read, so that the lines of question and answer stay side by side.</summary>
    private const string Placeholder = "?";

    public static Command Create()
    {
        var source = new Argument<string?>("source") { Description = "“-”表示从标准输入逐行读取，每行如“2026-02-12 20 working”", Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string?>("--from") { Description = "起算日（当日不计入），如 2026-02-12；按小时计算时可写 2026-02-12T09:30" };
        var amount = new Option<string?>("--days", "--amount") { Description = $"期限数，1 至 {Period.Longest}，单位见 --unit" };
        var unit = new Option<string>("--unit") { Description = "计算单位：working 工作日、calendar 自然日、months 月、years 年、hours 小时", DefaultValueFactory = _ => "working" };
        var explain = new Option<bool>("--explain") { Description = "逐日说明计入与不计入的理由" };
        var command = new Command("deadline", "推算期限届满日") { source, from, amount, unit, explain };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var (day, number) = (parsed.GetValue(from), parsed.GetValue(amount));
            if (parsed.GetValue(source) is { } given)
            {
                if (given == "-" && day is null && number is null) return AnswerLines(Console.In, output, error);
                error.WriteLine("从标准输入读取时只写“-”，不与 --from、--days 同用。");
                return BadQuestion;
            }

            if (day is null || number is null)
            {
                error.WriteLine("请给出 --from 与 --days，例如：gongkai deadline --from 2026-02-12 --days 20 --unit working；或用“-”从标准输入逐行读取。");
                return BadQuestion;
            }

            return AnswerOne(LimitQuestion.Read(day, number, parsed.GetValue(unit)), parsed.GetValue(explain), output, error);
        });
        return command;
    }

    /// <summary>Answers each line with a line. Blank lines stay blank.</summary>
    /// <returns>Exit code: 2 when a line could not be read, after all others were answered.</returns>
    internal static int AnswerLines(TextReader lines, TextWriter output, TextWriter error)
    {
        var (number, bad, provisional, firstProvisional) = (0, 0, 0, 0);
        using var buffer = new StringWriter(CultureInfo.InvariantCulture);
        while (lines.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                buffer.Write('\n');
            }
            else if (LimitQuestion.Read(line) is var asked && Ask(asked) is { IsDone: true } answer)
            {
                buffer.Write(Written(asked.Made, answer.Made));
                buffer.Write('\n');
                if (answer.Made.Provisional && provisional++ == 0) firstProvisional = number;
            }
            else
            {
                bad++;
                buffer.Write(Placeholder + "\n");
                error.WriteLine($"第 {number} 行：{Sentence(Ask(asked).Refusals[0])}");
            }

            if (buffer.GetStringBuilder().Length > 1 << 16) Flush(buffer, output);
        }

        Flush(buffer, output);
        if (provisional > 0) error.WriteLine($"{provisional} 行为暂定日期（自第 {firstProvisional} 行起）：期限进入尚未公布节假日安排的年份，只按周末推算。");
        return bad == 0 ? Answered : BadQuestion;
    }

    private static int AnswerOne(Outcome<LimitQuestion> asked, bool explain, TextWriter output, TextWriter error)
    {
        var answer = Ask(asked);
        if (!answer.IsDone)
        {
            error.WriteLine(Sentence(answer.Refusals[0]));
            return BadQuestion;
        }

        var limit = answer.Made;
        output.WriteLine(Written(asked.Made, limit));
        if (limit.Provisional) error.WriteLine("暂定：期限进入尚未公布节假日安排的年份，只按周末推算；安排公布后会重算。");
        if (!explain) return Answered;
        if (asked.Made.Period.Unit == PeriodUnit.Hours) output.WriteLine("按小时计算，自起算时刻连续计时，不扣除夜间和节假日（民法典第二百零一条）。");
        else Explain(asked.Made, output);
        return Answered;
    }

    private static void Explain(LimitQuestion question, TextWriter output)
    {
        var told = Limit.Explain(DateOnly.FromDateTime(question.From), question.Period, WorkCalendar.National);
        foreach (var day in told.Days)
            output.WriteLine($"{Iso(day.Day)} {Weekday(day.Day)}  {Reason(day)}{(day.Announced ? "" : "（该年安排未公布）")}");
        output.WriteLine("依据：民法典第二百零一条至第二百零三条（当日不计入；末日为休息日的顺延至其后第一个工作日）。");
        if (told.Last.CalendarVersion.Length > 0) output.WriteLine($"节假日安排版本：{told.Last.CalendarVersion}");
    }

    private static Outcome<LimitDay> Ask(Outcome<LimitQuestion> asked) =>
        asked.IsDone ? asked.Made.Answer(WorkCalendar.National) : Outcome.Refused(asked.Refusals);

    private static string Written(LimitQuestion question, LimitDay limit) =>
        question.Period.Unit == PeriodUnit.Hours ? question.End().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : Iso(limit.Day);

    private static string Reason(ExplainedDay day) => day.Reason switch
    {
        DayReason.Event => "起算当日，不计入",
        DayReason.Counted => $"第 {day.Count} 日",
        DayReason.CountedMakeUp => $"第 {day.Count} 日（{day.Holiday}调休上班）",
        DayReason.Weekend => "周末，不计入",
        DayReason.Holiday => $"{day.Holiday}放假，不计入",
        DayReason.MovedEnd => "届满日为休息日，顺延至本日",
        _ => "不计入",
    };

    private static string Sentence(Refusal refusal) => refusal.Code switch
    {
        "law.limit-words" => $"应为“日期 数量 单位”三项，如“2026-02-12 20 working”，现为“{Shown(refusal)}”。",
        "law.limit-day" => $"日期“{Shown(refusal)}”无法识别，应如 2026-02-12，且在 {refusal.Values[1]} 年至 {refusal.Values[2]} 年之间。",
        "law.limit-time" => $"“{Shown(refusal)}”带有时刻，只有按小时（hours）计算时才可写时刻。",
        "law.limit-amount" => $"数量“{Shown(refusal)}”应为 1 至 {refusal.Values[1]} 的整数。",
        "law.limit-unit" => $"单位“{Shown(refusal)}”无法识别，应为 working、calendar、months、years 或 hours。",
        "law.limit-beyond" => $"期限超出日历范围（至 {refusal.Values[0]} 年）。",
        _ => refusal.Code,
    };

    /// <summary>What stood there, cut short: a line of input may be a whole file.</summary>
    private static string Shown(Refusal refusal) => refusal.Values[0].ToString() is { Length: > 60 } text ? string.Concat(text.AsSpan(0, 60), "…") : refusal.Values[0].ToString() ?? "";

    private static string Weekday(DateOnly day) => "星期" + "日一二三四五六"[(int)day.DayOfWeek];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Flush(StringWriter buffer, TextWriter output)
    {
        output.Write(buffer.ToString());
        output.Flush();
        buffer.GetStringBuilder().Clear();
    }
}
