namespace Gongkai.Checks;

/// <summary>Looks for what contradicts itself between a document's head and its text, and for slips of form in the text.</summary>
public static class HeadChecks
{
    /// <summary>Where a finding about the head itself stands.</summary>
    public const string Head = "文件属性";

    /// <summary>Looks through a document.</summary>
    /// <param name="facts">The head.</param>
    /// <param name="text">The text without the head.</param>
    /// <returns>What was found: place <see cref="Head"/>, <c>标题</c> or <c>发文字号</c> and an empty span for the head, else an empty place and a span of the text.</returns>
    public static IReadOnlyList<Finding> Find(HeadFacts facts, string text)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(text);
        var findings = new FindingList(TextChecks.Most);
        foreach (var finding in HeadDates.Contradictions(facts)) findings.Add(finding);
        foreach (var finding in NumberForms.InHead(facts.DocumentNumber)) findings.Add(finding);
        var scanned = new ScannedText(text);
        HeadDates.LookForImpossible(scanned, findings);
        AttachmentMentions.Look(scanned, facts.AttachmentCount, findings);
        NumberForms.Look(text, findings);
        Doubles.Look(scanned, findings);
        OrganSlips.Look(scanned, facts.OrganNames, findings);
        foreach (var finding in InTitle(facts)) findings.Add(finding with { Place = "标题" });
        return findings.Build();
    }

    private static IReadOnlyList<Finding> InTitle(HeadFacts facts)
    {
        var findings = new FindingList(TextChecks.Most);
        var title = new ScannedText(facts.Title);
        Doubles.Look(title, findings);
        OrganSlips.Look(title, facts.OrganNames, findings);
        return findings.Build();
    }
}
