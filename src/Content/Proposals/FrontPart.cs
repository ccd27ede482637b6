using System.Text.RegularExpressions;
using Gongkai.Content.Blocks;
using Gongkai.Law.Wording;
using Gongkai.Plans.Grammar;

namespace Gongkai.Content.Proposals;

/// <summary>What stands above the text proper: letterhead, number, title, notes in brackets, addressees.</summary>
internal sealed class FrontPart
{
    /// <summary>Lines among which a title begins.</summary>
    private const int Top = 12;

    private const int LongestTitle = 160;
    private const int LongestLine = 80;

    private static readonly Regex Label = new(@"^(索引号|主题分类|发文机关|发文机构|发布机构|成文日期|发布日期|生成日期|文号|发文字号|标题|名称|有效性|主题词|密级|签发人|份号|公开方式|信息分类)[:]", RegexOptions.NonBacktracking);
    private static readonly Regex Furniture = new(@"^([0-9]{6}|特急|加急|机密.*|秘密.*|内部.*|[-_=*—─★]+)$", RegexOptions.NonBacktracking);

    private readonly ReadText _text;

    private FrontPart(ReadText text) => _text = text;

    /// <summary>Lines of the title: its first, and the one behind its last; equal where no title was found.</summary>
    public (int First, int Next) Title { get; private set; }

    /// <summary>True where the title reads like one and stands like one.</summary>
    public bool IsTitleSure { get; private set; }

    /// <summary>The title on one line, in one spelling.</summary>
    public string TitleText { get; private set; } = "";

    /// <summary>The number, with where it stands; null for none.</summary>
    public Proposal? Number { get; private set; }

    /// <summary>Names in the letterhead (云泽市人民政府文件, 云泽市人民政府令).</summary>
    public List<(int Start, int End)> Letterhead { get; } = [];

    /// <summary>Addressees; null for none.</summary>
    public Proposal? Addressees { get; private set; }

    /// <summary>A day in brackets under the title or behind a label; null for none.</summary>
    public Proposal? Day { get; private set; }

    /// <summary>Number of the first line of the text proper.</summary>
    public int BodyStart { get; private set; }

    /// <summary>Reads it.</summary>
    public static FrontPart Read(ReadText text)
    {
        var front = new FrontPart(text);
        var at = front.ReadAbove();
        at = front.ReadTitle(at);
        front.ReadBelow(at);
        return front;
    }

    private IReadOnlyList<ReadLine> Lines => _text.Lines;

    private int ReadAbove()
    {
        var at = 0;
        for (; at < Math.Min(Top, Lines.Count); at++)
        {
            var line = Lines[at];
            if (TakeNumber(at) is > 0 and var taken) at += taken - 1;
            else if (Label.IsMatch(line.Text)) TakeLabel(line);
            else if (line.EndsWith("文件") && line.Text.Length <= 40 && Names.All(_text, line.Start, line.End - 2) is { Count: > 0 } names) Letterhead.AddRange(names);
            else if (!Furniture.IsMatch(line.Text) && !IsJointHead(at)) break;
        }
        return at;
    }

    /// <summary>Names above one another that end in 文件 only at the last of them, as joint letterheads do.</summary>
    private bool IsJointHead(int at)
    {
        var names = Names.All(_text, Lines[at].Start, Lines[at].End);
        for (var next = at + 1; names.Count > 0 && next < Math.Min(at + 6, Lines.Count); next++)
        {
            var line = Lines[next];
            if (line.Text == "文件" || line.EndsWith("文件") && Names.All(_text, line.Start, line.End - 2).Count > 0)
            {
                Letterhead.AddRange(names);
                return true;
            }
            if (Names.All(_text, line.Start, line.End).Count == 0) return false;
        }
        return Letterhead.Count > 0 && Lines[at].Text == "文件";
    }

    private int ReadTitle(int at)
    {
        for (; at < Math.Min(Top, Lines.Count); at++) if (CanBegin(Lines[at])) break;
        if (at >= Lines.Count || !CanBegin(Lines[at])) return Math.Min(at, Lines.Count);
        var next = at + 1;
        while (next < Lines.Count && next - at < 6 && GoesOn(at, next)) next++;
        var title = Joined(at, next);
        if (title.Length > LongestTitle || !DocumentKinds.EndsTitle(title) && Lines[at].Side != Side.Centre) return at;
        (Title, TitleText) = ((at, next), title);
        IsTitleSure = DocumentKinds.EndsTitle(title) && (Lines[at].Side == Side.Centre || title.Contains("关于", StringComparison.Ordinal));
        return next;
    }

    private static bool CanBegin(ReadLine line) => line.Side != Side.End && line.Text.Length is >= 2 and <= LongestLine && line.Text[^1] is not ('。' or ':' or ';' or ',') && !line.Text.Contains('。', StringComparison.Ordinal) && line.Text[0] != '(';

    private bool GoesOn(int first, int next)
    {
        var (line, soFar) = (Lines[next], Joined(first, next));
        var isOpen = soFar.Count(sign => sign == '《') > soFar.Count(sign => sign == '》');
        if (line.Side != Lines[first].Side || !CanBegin(line) && !IsSuffix(line) && !isOpen || IsNumberLine(line) || ChineseDates.TryParse(line.Text.Trim('(', ')'), null, out _)) return false;
        if (DocumentKinds.EndsTitle(soFar) && !isOpen) return IsSuffix(line) || line.StartsWith("的");
        if (isOpen) return true;
        // Where nothing is centred, only half a title goes on: a name, or words that cannot end one.
        if (Lines[first].Side == Side.Centre) return true;
        return line.Text.Length <= 40 && Numbering.ReadLine(line.Text).Mark == Mark.None && (Names.All(_text, Lines[next - 1].Start, Lines[next - 1].End).Count > 0 || soFar.Contains("关于", StringComparison.Ordinal) && DocumentKinds.EndsTitle(soFar + line.Text));
    }

    private static bool IsSuffix(ReadLine line) => line.Text.Length <= 12 && line.Text[0] == '(' && line.Text[^1] == ')' && !line.Text.Any(char.IsAsciiDigit) && !line.Text.Contains('号', StringComparison.Ordinal);

    private string Joined(int first, int next)
    {
        var title = "";
        for (var i = first; i < next; i++) title += i > first && Names.All(_text, Lines[i - 1].Start, Lines[i - 1].End).Count > 0 && Names.All(_text, Lines[i].Start, Lines[i].End).Count > 0 ? " " + Lines[i].Text : Lines[i].Text;
        return title;
    }

    private void ReadBelow(int at)
    {
        for (; at < Lines.Count; at++)
        {
            var line = Lines[at];
            if (TakeNumber(at) is > 0 and var taken) at += taken - 1;
            else if (Label.IsMatch(line.Text)) TakeLabel(line);
            else if (line.Text[0] == '(' && line.Text[^1] == ')' && line.Side != Side.End)
            {
                if (ChineseDates.TryParse(line.Text.AsSpan(1, line.Text.Length - 2), null, out var day)) Day ??= _text.Propose(ProposalKind.WrittenOn, _text.Written(line.Start + 1, line.End - 1), line.Start + 1, line.End - 1, isSure: true, day);
            }
            else break;
        }
        if (at < Lines.Count && IsAddress(Lines[at]))
        {
            var line = Lines[at];
            Addressees = _text.Propose(ProposalKind.Addressees, _text.Written(line.Start, line.End - 1), line.Start, line.End - 1, isSure: Title.Next > Title.First);
            at++;
        }
        BodyStart = at;
    }

    private static bool IsAddress(ReadLine line)
    {
        var text = line.Text;
        if (text.Length is < 4 or > 200 || text[^1] != ':' || line.Side != Side.Start || text.Contains('。', StringComparison.Ordinal) || text.Contains("如下", StringComparison.Ordinal) || Numbering.ReadLine(text).Mark != Mark.None) return false;
        var words = text[..^1].Split('、', ',', ';');
        return words.Any(word => word.StartsWith('各') || word.Contains("有关", StringComparison.Ordinal) && (word.EndsWith("单位", StringComparison.Ordinal) || word.EndsWith("部门", StringComparison.Ordinal)) || Names.IsOne(word) || UnitNames.EndsLikeName(word));
    }

    /// <summary>Takes the number of a line that holds nothing else, or of two lines that hold an order and its number.</summary>
    /// <returns>How many lines it took; 0 for none.</returns>
    private int TakeNumber(int at)
    {
        var line = Lines[at];
        if (line.EndsWith("令") && line.Text.Length <= 40)
        {
            var next = at + 1 < Lines.Count ? Lines[at + 1] : null;
            var isSplit = next is not null && OrderNumber.TryParse(line.Text + next.Text.Trim('(', ')'), out _);
            Letterhead.AddRange(Names.All(_text, line.Start, line.End - 1));
            if (!isSplit) return Letterhead.Count > 0 ? 1 : 0;
            _ = OrderNumber.TryParse(line.Text + next!.Text.Trim('(', ')'), out var order);
            Number ??= _text.Propose(ProposalKind.DocumentNumber, order.ToString(), line.Start, next.End, isSure: true);
            return 2;
        }
        if (!IsNumberLine(line)) return 0;
        var found = DocumentNumbers.Find(line.Text)[0];
        if (found.Form is NumberForm.Document or NumberForm.Order) Number ??= _text.Propose(ProposalKind.DocumentNumber, found.Normal, line.Start + found.Span.Start, line.Start + found.Span.End, isSure: true);
        else if (found.Form == NumberForm.YearSerial) Number ??= _text.Propose(ProposalKind.DocumentNumber, found.Normal, line.Start + found.Span.Start, line.Start + found.Span.End, isSure: false);
        if (found.Order is { Issuer.Length: > 0 } given && line.Text.IndexOf('令', StringComparison.Ordinal) is > 0 and var ling && line.Text.StartsWith(given.Issuer, StringComparison.Ordinal)) Letterhead.AddRange(Names.All(_text, line.Start, line.Start + ling));
        return 1;
    }

    private static bool IsNumberLine(ReadLine line)
    {
        if (line.Text.Length > 60 || DocumentNumbers.Find(line.Text) is not [var found, ..]) return false;
        var rest = line.Text.Length - found.Span.Length;
        return rest <= 4 || found.Span.Start == 0 && line.Text[found.Span.End..].TrimStart().StartsWith("签发人", StringComparison.Ordinal);
    }

    private void TakeLabel(ReadLine line)
    {
        var value = line.Text.IndexOf(':', StringComparison.Ordinal) + 1;
        if ((line.StartsWith("文号") || line.StartsWith("发文字号")) && DocumentNumbers.Find(line.Text[value..]) is [{ Document: not null } found, ..])
            Number ??= _text.Propose(ProposalKind.DocumentNumber, found.Normal, line.Start + value + found.Span.Start, line.Start + value + found.Span.End, isSure: true);
        if (line.StartsWith("成文日期") && ChineseDates.TryParse(line.Text.AsSpan(value), null, out var day))
            Day ??= _text.Propose(ProposalKind.WrittenOn, _text.Written(line.Start + value, line.End), line.Start + value, line.End, isSure: true, day);
    }
}
