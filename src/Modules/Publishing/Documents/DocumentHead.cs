using System.Text.Json.Serialization;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Library;
using Gongkai.Publishing.Numbers;
using Gongkai.Publishing.Types;

namespace Gongkai.Publishing.Documents;

/// <summary>What stands above a document's text.</summary>
/// <param name="Title">Title, in one line.</param>
internal sealed record DocumentHead(string Title)
{
    public const int LongestTitle = 300;

    public const int LongestField = 200;

    public const int MostEffects = 200;

    public string Number { get; init; } = "";

    public string Issuer { get; init; } = "";

    public DateOnly? WrittenOn { get; init; }

    /// <summary>First day on which it holds.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Last day on which it holds, inclusive.</summary>
    public DateOnly? ExpiresOn { get; init; }

    public string Topic { get; init; } = "";

    public string Genre { get; init; } = "";

    public string Keywords { get; init; } = "";

    public string Source { get; init; } = "";

    /// <summary>What it does to other documents, a line each (废止、修改、宣布失效).</summary>
    public IReadOnlyList<EffectLine> Effects { get; init; } = [];

    /// <summary>Lines that name no effect or no number, as typed; never stored.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> UnreadableEffects { get; init; } = [];

    /// <summary>What only its type has, by key.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>();

    /// <summary>Without blanks at the ends, in the standard signs of a document number, and without what its type does not ask for.</summary>
    public DocumentHead Tidy(DocumentType type) => new(Line(Title))
    {
        Number = type.Asks(HeadField.Number) ? Standard(Line(Number)) : "",
        Issuer = type.Asks(HeadField.Issuer) ? Line(Issuer) : "",
        WrittenOn = type.Asks(HeadField.WrittenOn) ? WrittenOn : null,
        EffectiveOn = type.Asks(HeadField.EffectiveOn) ? EffectiveOn : null,
        ExpiresOn = type.Asks(HeadField.ExpiresOn) ? ExpiresOn : null,
        Topic = type.Asks(HeadField.Topic) ? Line(Topic) : "",
        Genre = type.Asks(HeadField.Genre) ? Line(Genre) : "",
        Keywords = type.Asks(HeadField.Keywords) ? Line(Keywords) : "",
        Source = type.Asks(HeadField.Source) ? Line(Source) : "",
        Effects = type.HasValidity ? Effects : [],
        UnreadableEffects = type.HasValidity ? UnreadableEffects : [],
        Extra = new SortedDictionary<string, string>(type.Extra.Where(extra => Line(Extra.GetValueOrDefault(extra.Key) ?? "").Length > 0).ToDictionary(extra => extra.Key, extra => Line(Extra[extra.Key])), StringComparer.Ordinal),
    };

    /// <summary>Every reason against keeping it as a draft: a draft may lack what is not known yet, but must have a title.</summary>
    public IEnumerable<Refusal> AgainstKeeping()
    {
        if (Title.Length == 0) yield return new("publishing.title-missing");
        if (Title.Length > LongestTitle) yield return new("publishing.title-too-long") { Values = [LongestTitle] };
        if (new[] { Number, Issuer, Topic, Genre, Keywords, Source }.Concat(Extra.Values).Any(text => text.Length > LongestField)) yield return new("publishing.head-too-long") { Values = [LongestField] };
        foreach (var line in UnreadableEffects.Take(5)) yield return new("publishing.effect-unreadable") { Values = [line] };
        if (Effects.Count > MostEffects) yield return new("publishing.too-many-effects") { Values = [MostEffects] };
        if (new[] { WrittenOn, EffectiveOn, ExpiresOn }.Any(day => day is { } one && CatalogueItem.OutsideCalendar(one))) yield return CatalogueItem.BeyondCalendar;
    }

    /// <summary>Every reason against handing it in: what its type demands, and days that contradict each other.</summary>
    public IEnumerable<Refusal> AgainstSubmitting(DocumentType type)
    {
        foreach (var field in type.Required.Where(Lacks)) yield return new("publishing.head-missing") { Values = [HeadWords.Of(field)] };
        foreach (var extra in type.Extra.Where(extra => extra.IsRequired && !Extra.ContainsKey(extra.Key))) yield return new("publishing.head-missing") { Values = [extra.Name] };
        if (EffectiveOn is { } from && WrittenOn is { } written && from < written) yield return new("publishing.effective-before-written") { Values = [from, written] };
        if (ExpiresOn is { } last && (EffectiveOn ?? WrittenOn) is { } first && last < first) yield return new("publishing.expires-before-effective") { Values = [last, first] };
    }

    private bool Lacks(HeadField field) => field switch
    {
        HeadField.Number => Number.Length == 0,
        HeadField.Issuer => Issuer.Length == 0,
        HeadField.WrittenOn => WrittenOn is null,
        HeadField.EffectiveOn => EffectiveOn is null,
        HeadField.ExpiresOn => ExpiresOn is null,
        HeadField.Topic => Topic.Length == 0,
        HeadField.Genre => Genre.Length == 0,
        HeadField.Keywords => Keywords.Length == 0,
        _ => Source.Length == 0,
    };

    /// <summary>云政办发[2026]8号 is written 云政办发〔2026〕8号; what is no number that we know stays as it is.</summary>
    private static string Standard(string number) => NumberText.Standard(number) ?? number;

    private static string Line(string text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
