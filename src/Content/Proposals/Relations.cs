using System.Text.RegularExpressions;
using Gongkai.Law.Wording;

namespace Gongkai.Content.Proposals;

/// <summary>What a text says of other documents: those it stands on (制定依据), repeals (废止) and amends (修改).</summary>
internal sealed class Relations(ReadText text, FrontPart front)
{
    /// <summary>Lines of the text proper that may name what it stands on.</summary>
    private const int Opening = 5;

    private static readonly Regex Grounds = new("(根据|依据|依照|按照|遵照|贯彻落实)", RegexOptions.NonBacktracking);
    private static readonly Regex Ends = new("(废止|停止执行|停止施行|停止实施)", RegexOptions.NonBacktracking);
    private static readonly Regex Changes = new("^[^。;,]{0,16}?(作|作出|做出|做|进行|予以)?(如下|以下|部分)*(修改|修订|修正|调整)", RegexOptions.NonBacktracking);
    private static readonly Regex Between = new("^(等|等文件|以及|及其|和|及|与|或|、|,|\n| |同时|一并|即行|相应|均|也|自|从|之日起|起|于|予以|现|决定|全文|部分|文件|通知|规定|办法|继续|不再|[0-9年月日])*$", RegexOptions.NonBacktracking);
    private static readonly Regex Joint = new("^(以及|及其|和|及|与|或|、|,|;|\n| )*$", RegexOptions.NonBacktracking);
    private static readonly Regex FirstArticle = new("^第一条", RegexOptions.NonBacktracking);
    private static readonly Regex ItemNumber = new("^([0-9]{1,3}[.、]|[(][0-9一二三四五六七八九十]{1,3}[)]|[一二三四五六七八九十]{1,3}、)", RegexOptions.NonBacktracking);

    private readonly List<Proposal> _found = [];
    private readonly HashSet<(ProposalKind, string)> _seen = [];

    private string Text => text.Text;

    /// <summary>Finds them.</summary>
    public List<Proposal> Find()
    {
        if (front.Title is { First: var first, Next: var next } && next > first) ReadTitle(text.Lines[first].Start, text.Lines[next - 1].End);
        for (var i = front.BodyStart; i < text.Lines.Count; i++)
        {
            var line = text.Lines[i];
            var isOpening = i < front.BodyStart + Opening || FirstArticle.IsMatch(line.Text);
            foreach (var (start, end) in Sentences.Of(Text, line.Start, line.End))
            {
                var documents = Sentences.Documents(Text, start, end);
                if (isOpening) Stands(start, end, documents);
                if (documents.Count == 0) continue;
                Repeals(start, end, documents);
                Amends(start, end, documents);
            }
            if (line.EndsWith("废止:", "停止执行:")) i += RepealedBelow(i + 1);
        }
        return _found;
    }

    private void ReadTitle(int start, int end)
    {
        var documents = Sentences.Documents(Text, start, end);
        foreach (var document in documents)
        {
            var before = Text[start..document.Start].Replace("\n", "", StringComparison.Ordinal);
            if (before.EndsWith("废止", StringComparison.Ordinal)) foreach (var one in From(documents, document)) Add(ProposalKind.Repeals, one, isSure: true);
            else if (before.EndsWith("修改", StringComparison.Ordinal) || before.EndsWith("修订", StringComparison.Ordinal) || before.EndsWith("修正", StringComparison.Ordinal)) foreach (var one in From(documents, document)) Add(ProposalKind.Amends, one, isSure: true);
        }
    }

    private void Stands(int start, int end, List<Named> documents)
    {
        foreach (Match ground in Grounds.Matches(Text[start..end]))
        {
            var at = start + ground.Index + ground.Length;
            var isSure = ground.Value is "根据" or "依据" or "依照";
            var first = documents.FindIndex(document => document.Start >= at);
            if (first >= 0 && documents[first].Start - at <= 24 && Text.AsSpan(at, documents[first].Start - at).IndexOfAny(",;:") < 0)
            {
                foreach (var one in From(documents, documents[first], loose: true)) Add(ProposalKind.Basis, one, isSure);
            }
            else if (DocumentNumbers.Find(Text[at..Math.Min(end, at + 40)]) is [{ Document: not null, Span.Start: 0 } number, ..])
            {
                Add(ProposalKind.Basis, number.Normal, at, at + number.Span.End, isSure: false);
            }
        }
    }

    private void Repeals(int start, int end, List<Named> documents)
    {
        foreach (Match match in Ends.Matches(Text[start..end]))
        {
            var (verb, behind) = (start + match.Index, start + match.Index + match.Length);
            if (documents.Exists(document => document.Start < verb && document.End > verb)) continue;
            if (verb > start && Text[verb - 1] is '未' or '不' or '被' or '已' or '经' || behind < end && Text[behind] is '的' or '前' or '后' or '情') continue;
            if (documents.FindIndex(document => document.Start == behind) is >= 0 and var next)
            {
                foreach (var one in From(documents, documents[next])) Add(ProposalKind.Repeals, one, isSure: true);
                continue;
            }
            var last = documents.FindLastIndex(document => document.End <= verb);
            if (last < 0 || verb - documents[last].End > 40 || !Between.IsMatch(Text[documents[last].End..verb])) continue;
            var one0 = last;
            while (one0 > 0 && Joint.IsMatch(Text[documents[one0 - 1].End..documents[one0].Start])) one0--;
            for (var i = one0; i <= last; i++) Add(ProposalKind.Repeals, documents[i], isSure: true);
        }
    }

    /// <summary>Items under 下列文件予以废止：, one document a line.</summary>
    /// <returns>How many lines they take.</returns>
    private int RepealedBelow(int from)
    {
        var i = from;
        for (; i < text.Lines.Count; i++)
        {
            var line = text.Lines[i];
            var start = line.Start + ItemNumber.Match(line.Text).Length;
            if (Sentences.Documents(Text, start, line.End) is not [var first, ..] || Text[start..first.Start].Length > 24) break;
            Add(ProposalKind.Repeals, first, isSure: true);
        }
        return i - from;
    }

    private void Amends(int start, int end, List<Named> documents)
    {
        var isDecision = Text.AsSpan(start, end - start).Contains("决定", StringComparison.Ordinal);
        foreach (var document in documents)
        {
            var before = Text[start..document.Start];
            var isObject = before.EndsWith('对') || before.EndsWith('将') || before.EndsWith("对原", StringComparison.Ordinal);
            var isSubject = before.Length == 0 || before[^1] is ',' or '、' || ItemNumber.Match(before) is { Success: true } number && number.Length == before.Length;
            var behind = Text[document.End..end];
            if ((isObject || isSubject && behind.Contains("如下", StringComparison.Ordinal)) && Changes.IsMatch(behind)) Add(ProposalKind.Amends, document, isSure: true);
            else if (isDecision && (before.EndsWith("修改", StringComparison.Ordinal) || before.EndsWith("修订", StringComparison.Ordinal))) Add(ProposalKind.Amends, document, isSure: true);
        }
    }

    /// <summary>A document and those that are named in one breath with it.</summary>
    private List<Named> From(List<Named> documents, Named first, bool loose = false)
    {
        var all = new List<Named> { first };
        foreach (var next in documents.Where(document => document.Start >= first.End))
        {
            var gap = Text[all[^1].End..next.Start];
            if (!Joint.IsMatch(gap) && !(loose && gap.Length <= 16 && gap.IndexOfAny([',', ';', ':']) < 0)) break;
            all.Add(next);
        }
        return all;
    }

    private void Add(ProposalKind kind, Named document, bool isSure)
    {
        var name = text.Written(document.Start, document.NameEnd).Replace("\n", "", StringComparison.Ordinal);
        Add(kind, document.Number is { } number ? $"{name}（{number}）" : name, document.Start, document.End, isSure);
    }

    private void Add(ProposalKind kind, string value, int start, int end, bool isSure)
    {
        if (_seen.Add((kind, value))) _found.Add(text.Propose(kind, value, start, end, isSure));
    }
}
