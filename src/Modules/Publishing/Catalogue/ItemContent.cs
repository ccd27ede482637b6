namespace Gongkai.Publishing.Catalogue;

/// <summary>For whom an item is published (公开对象).</summary>
[Flags]
internal enum Audience
{
    None = 0,

    /// <summary>Everybody (全社会).</summary>
    Everybody = 1,

    /// <summary>Those whom it concerns (特定群体).</summary>
    Group = 2,
}

/// <summary>How an item is made public (公开方式).</summary>
[Flags]
internal enum Manner
{
    None = 0,

    /// <summary>Of the organ's own accord (主动).</summary>
    Active = 1,

    /// <summary>When somebody asks (依申请).</summary>
    OnRequest = 2,
}

/// <summary>At which levels of government an item is made public (公开层级).</summary>
[Flags]
internal enum Levels
{
    None = 0,
    City = 1,
    County = 2,
    Town = 4,
    Village = 8,
}

/// <summary>
/// What an item of a catalogue says: one row of the standard table of grassroots disclosure (基层政务公开标准目录, 国办发〔2019〕54号), a property a column.
/// </summary>
/// <param name="Field">The field (领域) whose table the row stands in, such as 义务教育.</param>
/// <param name="First">一级事项.</param>
/// <param name="Second">二级事项.</param>
/// <param name="Content">What is published: its elements (公开内容).</param>
internal sealed record ItemContent(string Field, string First, string Second, string Content)
{
    public const int LongestField = 60, LongestName = 200, LongestText = 4_000, MostChannels = 20, LongestChannel = 60;

    /// <summary>What obliges to it (公开依据); empty where the table says nothing.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Until when, in the table's words (公开时限); <see cref="Schedule"/> is what is made of them.</summary>
    public string Limit { get; init; } = "";

    /// <summary>Who publishes, in the table's words (公开主体).</summary>
    public string Bearer { get; init; } = "";

    /// <summary>Where it is published (公开渠道和载体), those that must be used.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    public Audience Audience { get; init; } = Audience.Everybody;

    /// <summary>Whom it concerns, where it is not everybody's; empty where the table does not say.</summary>
    public string Group { get; init; } = "";

    public Manner Manner { get; init; } = Manner.Active;

    public Levels Levels { get; init; }

    /// <summary>What two rows of one catalogue never share: they would be one item.</summary>
    public string Key => string.Join('\u001f', Folded(Field), Folded(First), Folded(Second));

    /// <summary>The same without blanks at the ends, without channels named twice, and with the field called as it is, not …领域.</summary>
    public ItemContent Tidy() => new(BareField, First.Trim(), Second.Trim(), Content.Trim())
    {
        Basis = Basis.Trim(),
        Limit = Limit.Trim(),
        Bearer = Bearer.Trim(),
        Channels = [.. Channels.Select(channel => channel.Trim()).Where(channel => channel.Length > 0).Distinct()],
        Audience = Audience,
        Group = Group.Trim(),
        Manner = Manner,
        Levels = Levels,
    };

    /// <summary>Every reason against it.</summary>
    public IEnumerable<Refusal> Against()
    {
        if (Missing(Field) || Missing(First) || Missing(Second)) yield return new("publishing.item-unnamed");
        if (Missing(Content)) yield return new("publishing.content-missing");
        if (Field.Length > LongestField) yield return new("publishing.too-long") { Values = ["领域", LongestField] };
        if (First.Length > LongestName || Second.Length > LongestName) yield return new("publishing.too-long") { Values = ["事项", LongestName] };
        if (new[] { Content, Basis, Limit, Bearer, Group }.Any(text => text.Length > LongestText)) yield return new("publishing.too-long") { Values = ["每一栏", LongestText] };
        if (Channels.Count > MostChannels || Channels.Any(channel => channel.Length > LongestChannel)) yield return new("publishing.channels-unusable") { Values = [MostChannels, LongestChannel] };
        if (Audience == Audience.None) yield return new("publishing.audience-missing");
        if (Manner == Manner.None) yield return new("publishing.manner-missing");
    }

    /// <summary>Two rows say the same where nothing but blanks and line breaks tells them apart: an office program that saves a table changes those.</summary>
    public bool Equals(ItemContent? other) =>
        other is not null && Texts.Zip(other.Texts).All(pair => Folded(pair.First) == Folded(pair.Second)) && (Audience, Manner, Levels) == (other.Audience, other.Manner, other.Levels) && Channels.SequenceEqual(other.Channels);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    private IEnumerable<string> Texts => [Field, First, Second, Content, Basis, Limit, Bearer, Group];

    private string BareField => Field.Trim() is { Length: > 4 } named && named.EndsWith("领域", StringComparison.Ordinal) ? named[..^2] : Field.Trim();

    private static bool Missing(string text) => string.IsNullOrWhiteSpace(text);

    /// <summary>Without blanks, and with signs of full width at half of it.</summary>
    private static string Folded(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)).Select(sign => sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - 0xFEE0) : sign));
}
