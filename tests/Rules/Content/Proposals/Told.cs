using System.Globalization;
using Gongkai.Content.Proposals;
using Gongkai.Content.Writing;
using Xunit;

namespace Gongkai.Rules.Content.Proposals;

/// <summary>What a text tells of itself, as lines that a test can show.</summary>
internal static class Told
{
    /// <summary>All proposals of some kinds, or of every kind: value, then <c>=day</c>, then <c>?</c> where it is not sure.</summary>
    public static string[] By(string written, params ProposalKind[] kinds)
    {
        var body = Texts.Of(written.Split('\n'));
        var plain = PlainText.Of(body);
        var found = HeadProposals.Of(body, plain);
        Assert.All(found, proposal => Assert.True(proposal.Span.Start >= 0 && proposal.Span.Length > 0 && proposal.Span.End <= plain.Text.Length));
        return [.. found.Where(proposal => kinds.Length == 0 || kinds.Contains(proposal.Kind)).Select(proposal => (kinds.Length == 1 ? "" : proposal.Kind + " ") + Line(proposal))];
    }

    /// <summary>An invented notice with some sentences in it.</summary>
    public static string Notice(string sentences) =>
        $"<> 云泽县人民政府\n<> 关于做好某项工作的通知\n<> 云政发〔2026〕3号\n各乡镇人民政府，县政府各部门：\n为做好有关工作，现将有关事项通知如下。\n{sentences}\n>> 云泽县人民政府\n>> 2026年1月20日";

    private static string Line(Proposal proposal) =>
        proposal.Value + (proposal.Day is { } day ? "=" + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "") + (proposal.IsSure ? "" : "?");
}
