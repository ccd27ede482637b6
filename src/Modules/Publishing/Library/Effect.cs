using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Numbers;

namespace Gongkai.Publishing.Library;

/// <summary>What one document does to another.</summary>
internal enum EffectKind
{
    /// <summary>废止.</summary>
    Repeals,

    /// <summary>修改; the other stays in force.</summary>
    Amends,

    /// <summary>宣布失效.</summary>
    DeclaresVoid,
}

/// <summary>What a document says that it does to another, which it names by its number: also to one that this site does not hold.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Number">Number of the other, in its normal form.</param>
internal sealed record EffectLine(EffectKind Kind, string Number)
{
    private static readonly (string Word, EffectKind Kind)[] Words = [("宣布失效", EffectKind.DeclaresVoid), ("失效", EffectKind.DeclaresVoid), ("废止", EffectKind.Repeals), ("修改", EffectKind.Amends)];

    /// <summary>The line as a person writes it: 废止 云民规〔2019〕3号.</summary>
    public override string ToString() => $"{Words.First(word => word.Kind == Kind).Word} {Number}";

    /// <summary>Reads lines.</summary>
    /// <param name="written">A line an effect; blank ones are passed over.</param>
    /// <param name="unreadable">Lines that name no effect or no document number.</param>
    public static IReadOnlyList<EffectLine> Read(string? written, out IReadOnlyList<string> unreadable)
    {
        var (lines, bad) = (new List<EffectLine>(), new List<string>());
        foreach (var line in (written ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var word = Words.FirstOrDefault(one => line.StartsWith(one.Word, StringComparison.Ordinal));
            if (word.Word is not null && NumberText.Standard(line[word.Word.Length..].Trim(' ', '：', ':', '　')) is { } number) lines.Add(new(word.Kind, number));
            else bad.Add(line);
        }
        unreadable = bad;
        return [.. lines.Distinct()];
    }
}

/// <summary>What a public document does to another, from a day on. It holds as long as the document that says so is public.</summary>
internal sealed class Effect
{
    private Effect() { }

    public Effect(Guid id, DocumentId source, EffectLine line, DateOnly from) => (Id, SourceId, Kind, TargetNumber, From) = (id, source, line.Kind, line.Number, from);

    public Guid Id { get; private init; }

    /// <summary>The document that says so.</summary>
    public DocumentId SourceId { get; private init; }

    public EffectKind Kind { get; private init; }

    /// <summary>Number of the document that it is done to.</summary>
    public string TargetNumber { get; private init; } = "";

    /// <summary>First day on which it holds.</summary>
    public DateOnly From { get; private init; }
}
