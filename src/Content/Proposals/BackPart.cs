using System.Text.RegularExpressions;
using Gongkai.Content.Blocks;
using Gongkai.Law.Wording;

namespace Gongkai.Content.Proposals;

/// <summary>What stands below the text proper: named attachments, signature, day.</summary>
internal sealed class BackPart
{
    private const int MostSigners = 8;
    private const int Tail = 6;

    private static readonly Regex Attached = new(@"^附件?[0-9]{0,2}[:]", RegexOptions.NonBacktracking);
    private static readonly Regex AttachedPage = new(@"^附(件|表)[0-9一二三四五六七八九十]{0,3}[:]?$", RegexOptions.NonBacktracking);
    private static readonly Regex ItemStart = new(@"^[0-9]{1,2}[.、．]", RegexOptions.NonBacktracking);

    private readonly ReadText _text;

    private BackPart(ReadText text) => _text = text;

    /// <summary>The written date; null where none stands at the end.</summary>
    public Proposal? Day { get; private set; }

    /// <summary>Names in the signature.</summary>
    public List<(int Start, int End)> Signature { get; } = [];

    /// <summary>Attachments named below the text.</summary>
    public List<Proposal> Attachments { get; } = [];

    /// <summary>Number of the first line that is no part of the text proper any more.</summary>
    public int Start { get; private set; }

    private IReadOnlyList<ReadLine> Lines => _text.Lines;

    /// <summary>Reads it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Number of the first line of the text proper.</param>
    public static BackPart Read(ReadText text, int from)
    {
        var back = new BackPart(text) { Start = text.Lines.Count };
        back.ReadDay(from);
        if (back.Day is null) back.Start = back.FirstPage(from);
        back.ReadAttachments(from);
        return back;
    }

    /// <summary>The first line from the text on that is a day below a signature; one without a signature only at the very end.</summary>
    private void ReadDay(int from)
    {
        for (var i = from; i < Lines.Count; i++)
        {
            if (TakeSigned(from, i)) return;
            if (AttachedPage.IsMatch(Lines[i].Text) && i > from + 1) break;
        }
        for (var i = FirstPage(from) - 1; i >= Math.Max(from, Lines.Count - Tail); i--)
        {
            if (!IsDay(Lines[i], out var day)) continue;
            Take(i, Lines[i].Start, day, isSure: false);
            return;
        }
    }

    private bool TakeSigned(int from, int i)
    {
        var line = Lines[i];
        if (IsDay(line, out var day))
        {
            var first = i;
            while (first > from && i - first < MostSigners && Names.All(_text, Lines[first - 1].Start, Lines[first - 1].End) is { Count: > 0 } names)
            {
                Signature.InsertRange(0, names);
                first--;
            }
            if (first == i && line.Side != Side.End) return false;
            Take(i, line.Start, day, isSure: first < i || line.Side == Side.End);
            Start = first;
            return true;
        }
        // 云泽市人民政府 2026年3月1日 on one line
        if (line.Text.Length > 60 || ChineseDates.Find(line.Text) is not [.., var found] || found.Span.End != line.Text.Length || found.Span.Start < 3) return false;
        var signers = Names.All(_text, line.Start, line.Start + line.Text[..found.Span.Start].TrimEnd().Length);
        if (signers.Count == 0) return false;
        Signature.AddRange(signers);
        Take(i, line.Start + found.Span.Start, found.Date, isSure: true);
        Start = i;
        return true;
    }

    private void Take(int line, int start, DateOnly day, bool isSure)
    {
        var end = Lines[line].End;
        Day = _text.Propose(ProposalKind.WrittenOn, _text.Written(start, end), start, end, isSure, day);
        Start = line;
    }

    private static bool IsDay(ReadLine line, out DateOnly day)
    {
        day = default;
        return line.Text.Length is >= 8 and <= 14 && line.Text.Contains('年', StringComparison.Ordinal) && ChineseDates.TryParse(line.Text, null, out day);
    }

    private int FirstPage(int from)
    {
        for (var i = from + 1; i < Lines.Count; i++) if (AttachedPage.IsMatch(Lines[i].Text)) return i;
        return Lines.Count;
    }

    private void ReadAttachments(int from)
    {
        for (var i = from; i < Start; i++)
        {
            if (!Attached.IsMatch(Lines[i].Text)) continue;
            var first = i;
            var line = Lines[i];
            var colon = line.Start + line.Text.IndexOf(':', StringComparison.Ordinal) + 1;
            TakeItems(colon, line.End);
            for (i++; i < Start && (ItemStart.IsMatch(Lines[i].Text) || Attached.IsMatch(Lines[i].Text)) && Lines[i].Text.Length < 100 && Lines[i].Text[^1] != '。'; i++)
                TakeItems(Attached.IsMatch(Lines[i].Text) ? Lines[i].Start + Lines[i].Text.IndexOf(':', StringComparison.Ordinal) + 1 : Lines[i].Start, Lines[i].End);
            Start = Math.Min(Start, first);
            return;
        }
    }

    /// <summary>Items of a line: 1.申请表 2.汇总表, or one without a number.</summary>
    private void TakeItems(int start, int end)
    {
        var pieces = _text.Pieces(start, end).ToList();
        for (var i = 0; i < pieces.Count; i++)
        {
            // A blank within a name divides nothing: only a number begins the next.
            var (from, to) = pieces[i];
            while (i + 1 < pieces.Count && !ItemStart.IsMatch(_text.Text[pieces[i + 1].Start..pieces[i + 1].End])) to = pieces[++i].End;
            var number = ItemStart.Match(_text.Text[from..to]);
            if (number.Success) from += number.Length;
            while (from < to && _text.Text[from] == ' ') from++;
            while (to > from && _text.Text[to - 1] is '。' or ';' or ',' or ' ') to--;
            if (to - from >= 2 && _text.Text[from..to] is var name and not ("无" or "略" or "如文")) Attachments.Add(_text.Propose(ProposalKind.Attachment, _text.Written(from, to), from, to, isSure: true));
        }
    }
}
