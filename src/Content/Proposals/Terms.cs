using System.Text.RegularExpressions;
using Gongkai.Law.CivilCode;
using Gongkai.Law.Wording;

namespace Gongkai.Content.Proposals;

/// <summary>From when to when a text says that it is in force (施行日期、有效期).</summary>
/// <param name="text">The text.</param>
/// <param name="from">Number of the first line of the text proper.</param>
/// <param name="written">Written date; null where unknown.</param>
internal sealed class Terms(ReadText text, int from, DateOnly? written)
{
    /// <summary>Days of one kind that are weighed against each other; a text that names more says nothing by them.</summary>
    private const int Most = 50;

    private const string InForce = "(正式|开始|全面)*(施行|实施|执行|生效|试行)";

    private static readonly Regex FromDay = new($"^(之日)?起?{InForce}", RegexOptions.NonBacktracking);
    private static readonly Regex Other = new("^(以来|以后|后|的|前|期间|情况|至今)", RegexOptions.NonBacktracking);
    private static readonly Regex FromEvent = new($"((自|从)(本[^,。自从]{{1,6}})?)?(印发|发布|公布|颁布|签发|下发|发文|通过|批准|签署)(之日)?起?(的?(第|满)?[0-9一二三四五六七八九十百]+(个工作日|个月|日|天)(后|之后|以后|起)?起?)?{InForce}", RegexOptions.NonBacktracking);
    private static readonly Regex DaysLater = new("(满)?[0-9一二三四五六七八九十百]+(日|天)(后|之后|以后)?", RegexOptions.NonBacktracking);
    private static readonly Regex Lasting = new("(有效期限|有效期|施行期限|施行期|试行期限|试行期|实施期限|执行期限|执行期)(为|是|:)?([0-9一二三四五六七八九十两]+)(年|个月)", RegexOptions.NonBacktracking);
    private static readonly Regex Until = new("(有效期限|有效期|施行期限|试行期限|试行期|实施期限|执行期限|执行期|施行|实施|执行|试行|有效|生效|起|,)(为|是|:)?(截至|截止到|截止|至|到)$", RegexOptions.NonBacktracking);
    private static readonly Regex Span = new("(有效期限|有效期|试行期|施行期|执行期|实施期限|执行期限)(为|是|:)?(自|从)?[^,。]{0,4}$", RegexOptions.NonBacktracking);
    private static readonly Regex Article = new("^第[0-9一二三四五六七八九十百]{1,5}条 ?", RegexOptions.NonBacktracking);
    private static readonly Regex Own = new("^(本|该|此)[^,。]{0,40}$", RegexOptions.NonBacktracking);

    private readonly List<Proposal> _effective = [];
    private readonly List<Proposal> _expiry = [];

    private string Text => text.Text;

    /// <summary>Finds the first and the last day.</summary>
    public IEnumerable<Proposal> Find()
    {
        for (var i = from; i < text.Lines.Count; i++)
        {
            var (line, isAboutForce) = (text.Lines[i], false);
            foreach (var (start, end) in Sentences.Of(Text, line.Start, line.End))
            {
                var before = _effective.Count;
                ReadDays(start, end);
                ReadEvents(start, end);
                isAboutForce |= _effective.Count > before;
                ReadExpiry(start, end, isAboutForce);
            }
        }
        return Best(_effective).Concat(Best(_expiry));
    }

    /// <summary>One proposal a day; sure only where no other day is as good.</summary>
    private static IEnumerable<Proposal> Best(List<Proposal> found)
    {
        var sure = found.Where(proposal => proposal.IsSure).DistinctBy(proposal => proposal.Day).ToList();
        if (sure.Count > 0) return sure.Select(proposal => proposal with { IsSure = sure.Count == 1 });
        return found.DistinctBy(proposal => proposal.Day).Take(1);
    }

    private void ReadDays(int start, int end)
    {
        foreach (var found in ChineseDates.Find(Text[start..end]))
        {
            var (at, behind) = (start + found.Span.Start, start + found.Span.End);
            var verb = FromDay.Match(Text[behind..end]);
            if (!verb.Success || Other.IsMatch(Text[(behind + verb.Length)..end])) continue;
            var subject = Subject(start, at).TrimEnd('自', '从', '于', '将', '拟');
            var isOwn = subject.Length == 0 || subject is "现" or "并" or "现予公布" or "特此通知" || Own.IsMatch(subject);
            // 《…》自2020年1月1日起施行 is said of another document unless it is the one that this text sends out.
            if (!isOwn && subject.Contains('》', StringComparison.Ordinal) && Text[behind..end].Contains("废止", StringComparison.Ordinal)) continue;
            Add(_effective, ProposalKind.EffectiveOn, at, behind + verb.Length, found.Date, isOwn);
        }
    }

    private void ReadEvents(int start, int end)
    {
        foreach (Match found in FromEvent.Matches(Text[start..end]))
        {
            var (at, behind) = (start + found.Index, start + found.Index + found.Length);
            if (!found.Value.Contains('起', StringComparison.Ordinal) && !found.Value.Contains('后', StringComparison.Ordinal) || Other.IsMatch(Text[behind..end])) continue;
            var subject = Subject(start, at);
            if (subject.Length > 0 && !Own.IsMatch(subject)) continue;
            Add(_effective, ProposalKind.EffectiveOn, at, behind, EventDay(found.Value), isSure: false);
        }
    }

    /// <summary>The written date where the text takes effect when it is issued; days later where it says how many; null for what cannot be told here.</summary>
    private DateOnly? EventDay(string words)
    {
        if (written is not { } day || words.Contains("通过", StringComparison.Ordinal) || words.Contains("批准", StringComparison.Ordinal)) return null;
        if (words.Contains("工作日", StringComparison.Ordinal) || words.Contains("个月", StringComparison.Ordinal)) return null;
        var later = DaysLater.Match(words);
        if (!later.Success) return day;
        return later.Value.Contains('后', StringComparison.Ordinal) && ChineseNumerals.TryRead(later.Value.AsSpan().TrimStart('满'), out var days, out _) && days is >= 1 and <= 1_000 ? Article201Counting.DayAfter(day, days) : null;
    }

    private void ReadExpiry(int start, int end, bool isAboutForce)
    {
        foreach (Match found in Lasting.Matches(Text[start..end]))
        {
            var (at, behind) = (start + found.Index, start + found.Index + found.Length);
            if (!IsOwnTerm(start, at, isAboutForce) || Months(found) is not { } months) continue;
            var effective = _effective.LastOrDefault(proposal => proposal.IsSure) ?? _effective.LastOrDefault();
            var day = effective?.Day is { } first && first.Year + months / 12 < ChineseDates.LastYear ? Article202CorrespondingDay.LastDayFrom(first, months) : (DateOnly?)null;
            Add(_expiry, ProposalKind.ExpiresOn, at, behind, day, day is not null && effective!.IsSure);
        }
        var days = ChineseDates.Find(Text[start..end]);
        for (var i = 0; i < days.Count; i++)
        {
            var (at, behind) = (start + days[i].Span.Start, start + days[i].Span.End);
            var isSpan = i > 0 && Text[(start + days[i - 1].Span.End)..at].TrimStart('起') is "至" or "到" or "-" or "—";
            var before = Text[start..(isSpan ? start + days[i - 1].Span.Start : at)];
            var until = isSpan ? Span.Match(before) : Until.Match(before);
            if (!until.Success || Other.IsMatch(Text[behind..end]) || !(until.Value.StartsWith("有效期", StringComparison.Ordinal) ? IsOwnTerm(start, start + until.Index, isAboutForce) : isAboutForce || Own.IsMatch(Subject(start, start + until.Index)) && until.Index > 0)) continue;
            Add(_expiry, ProposalKind.ExpiresOn, start + until.Index + (until.Value[0] == ',' ? 1 : 0), behind, days[i].Date, isSure: true);
            if (isSpan) Add(_effective, ProposalKind.EffectiveOn, start + days[i - 1].Span.Start, start + days[i - 1].Span.End, days[i - 1].Date, isSure: true);
        }
    }

    /// <summary>True where a term is that of the text itself and not of some licence that it speaks of.</summary>
    private bool IsOwnTerm(int start, int at, bool isAboutForce)
    {
        var subject = Subject(start, at);
        return subject.Length == 0 ? isAboutForce : Own.IsMatch(subject) && !subject.Contains('证', StringComparison.Ordinal);
    }

    private static int? Months(Match found)
    {
        var number = found.Groups[3].Value.Replace('两', '二');
        if (!ChineseNumerals.TryParse(number, out var count) || count is < 1 or > 600) return null;
        return found.Groups[4].Value == "年" ? count > 100 ? null : count * 12 : count;
    }

    /// <summary>What stands before a place in its clause, without the number of an article.</summary>
    private string Subject(int start, int at)
    {
        var clause = at;
        while (clause > start && Text[clause - 1] is not (',' or ':' or '(' or '\n')) clause--;
        var words = Text[clause..at];
        return words[Article.Match(words).Length..];
    }

    private void Add(List<Proposal> to, ProposalKind kind, int start, int end, DateOnly? day, bool isSure)
    {
        if (to.Count < Most) to.Add(text.Propose(kind, text.Written(start, end), start, end, isSure, day));
    }
}
