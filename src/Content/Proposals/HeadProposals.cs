using Gongkai.Content.Blocks;
using Gongkai.Content.Writing;
using Gongkai.Plans.Grammar;

namespace Gongkai.Content.Proposals;

/// <summary>Proposes what is recorded about a document from what its text says. Nothing is entered by itself: a person accepts it.</summary>
public static class HeadProposals
{
    private static readonly string[] Before = ["关于", "转发", "印发", "批转", "贯彻"];

    /// <summary>Reads a text.</summary>
    /// <param name="body">The text, title included.</param>
    /// <returns>Proposals by kind, in the order of the kinds; within a kind as they stand in the text.</returns>
    public static IReadOnlyList<Proposal> Of(Body body) => Of(body, PlainText.Of(body));

    /// <summary>Reads a text whose plain text is at hand.</summary>
    public static IReadOnlyList<Proposal> Of(Body body, PlainText plain)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(plain);
        var text = ReadText.Of(body, plain);
        if (text.Lines.Count == 0) return [];
        var front = FrontPart.Read(text);
        var back = BackPart.Read(text, front.BodyStart);
        var written = back.Day is { IsSure: true } ? back.Day : front.Day ?? back.Day;
        var found = new List<Proposal>();
        found.AddRange(Title(text, front));
        if (front.Number is { } number) found.Add(number);
        found.AddRange(Issuers(text, front, back));
        if (front.Addressees is { } addressees) found.Add(addressees);
        if (written is not null) found.Add(written);
        found.AddRange(new Terms(text, front.BodyStart, written?.Day).Find());
        found.AddRange(new Relations(text, front).Find());
        found.AddRange(back.Attachments);
        return [.. found.OrderBy(proposal => proposal.Kind)];
    }

    private static IEnumerable<Proposal> Title(ReadText text, FrontPart front)
    {
        if (front.Title.Next == front.Title.First) yield break;
        var lines = text.Lines.Skip(front.Title.First).Take(front.Title.Next - front.Title.First).ToList();
        var (start, end) = (lines[0].Start, lines[^1].End);
        var isNamed = (ReadLine line) => Names.All(text, line.Start, line.End).Count > 0;
        var title = "";
        for (var i = 0; i < lines.Count; i++) title += (i > 0 && isNamed(lines[i - 1]) && isNamed(lines[i]) ? " " : "") + text.Written(lines[i].Start, lines[i].End);
        yield return text.Propose(ProposalKind.Title, title, start, end, front.IsTitleSure);

        if (DocumentKinds.Of(front.TitleText) is not { } kind) yield break;
        var bare = DocumentKinds.Bare(front.TitleText);
        var last = lines.FindLast(line => bare.EndsWith(DocumentKinds.Bare(line.Text), StringComparison.Ordinal)) ?? lines[^1];
        var ending = last.Start + DocumentKinds.Bare(last.Text).Length;
        var length = kind == "函" || kind.StartsWith('命') && !bare.EndsWith("命令", StringComparison.Ordinal) ? 1 : 2;
        yield return text.Propose(ProposalKind.DocumentKind, kind, Math.Max(last.Start, ending - length), ending, bare.Contains("关于", StringComparison.Ordinal) || kind.StartsWith('命') || front.IsTitleSure && bare.Length <= 24);
    }

    /// <summary>Who issues: the signature, the letterhead and the beginning of the title. Sure where two of them say the same.</summary>
    private static IEnumerable<Proposal> Issuers(ReadText text, FrontPart front, BackPart back)
    {
        var titled = InTitle(text, front);
        (int Start, int End)[][] sources = [[.. back.Signature], [.. titled], [.. front.Letterhead]];
        var chosen = sources.FirstOrDefault(source => source.Length > 0) ?? [];
        var names = sources.Select(source => source.Select(place => Name(text, place)).ToHashSet(StringComparer.Ordinal)).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in chosen)
        {
            var name = Name(text, place);
            if (!seen.Add(name)) continue;
            var told = names.Count(source => source.Count > 0);
            var agreeing = names.Count(source => source.Contains(name));
            yield return text.Propose(ProposalKind.Issuer, name, place.Start, place.End, told == 1 ? back.Signature.Count > 0 || UnitNames.IsName(name) : agreeing > 1);
        }
    }

    private static List<(int Start, int End)> InTitle(ReadText text, FrontPart front)
    {
        var (first, next) = front.Title;
        if (next == first) return [];
        var (start, end) = (text.Lines[first].Start, text.Lines[next - 1].End);
        var title = text.Text[start..end];
        var cut = Before.Select(word => title.IndexOf(word, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        if (cut < 0)
        {
            // 云泽市人民政府通告
            if (DocumentKinds.Of(title) is not { } kind || kind.StartsWith('命')) return [];
            cut = DocumentKinds.Bare(title).Length - (kind == "函" ? 1 : 2);
        }
        return Names.All(text, start, start + title[..cut].TrimEnd().Length);
    }

    private static string Name(ReadText text, (int Start, int End) place) => text.Text[place.Start..place.End].Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
