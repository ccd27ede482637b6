using Gongkai.Plans.Reading;

namespace Gongkai.Checks;

/// <summary>One look through one file and all that is packed into it: what it may cost, what was found, what was left.</summary>
internal sealed class Inspection(CheckLists lists, ReadingLimits limits)
{
    private const int DeepestFile = 2;
    private const int MostFiles = 100;
    private const int MostGaps = 100;
    private const int MostRemembered = 20_000;

    private readonly FindingList _findings = new(TextChecks.Most);
    private readonly List<FileGap> _gaps = [];
    private readonly HashSet<(string Code, string Place, string Shown)> _seen = [];
    private int _files;
    private long _bytes;

    public CheckLists Lists { get; } = lists;

    public ReadingLimits Limits { get; } = limits;

    /// <summary>Looks for everything in a text.</summary>
    public void Look(LocatedText text, string within)
    {
        foreach (var finding in text.Find(Lists, 4 * TextChecks.Most)) Add(finding with { Place = within + finding.Place });
    }

    /// <summary>Adds a finding, unless the same stands there at the same place: a text box is kept twice, a header once for each kind of page.</summary>
    public void Add(Finding finding)
    {
        // Past this many all are only counted, and what is counted twice does no harm.
        if (_seen.Count >= MostRemembered || _seen.Add((finding.Code, finding.Place, finding.Shown))) _findings.Add(finding);
    }

    /// <summary>Says that something lies hidden in a file, whatever it says.</summary>
    public void AddHidden(string code, string place, string shown) => Add(new(code, place, default, shown));

    public void AddGap(string code, string place)
    {
        var gap = new FileGap(code, place);
        if (_gaps.Count < MostGaps && !_gaps.Contains(gap)) _gaps.Add(gap);
    }

    /// <summary>Looks into a file that lies in another.</summary>
    /// <param name="name">Its name, whose ending tells plain text formats apart.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="within">Its place in words, put before every place inside it.</param>
    /// <param name="depth">How many files it lies in.</param>
    public void LookInto(string name, byte[] bytes, string within, int depth)
    {
        _bytes += bytes.Length;
        if (depth > DeepestFile || ++_files > MostFiles || _bytes > Limits.ExpandedBytes) AddGap(CheckCodes.NestedTooDeep, within);
        else FileContents.Look(name, bytes, new(this, within, depth));
    }

    public FileReport Report() => new(_findings.Build(inOrder: false), _gaps);
}

/// <summary>A file being looked through.</summary>
/// <param name="All">The look it belongs to.</param>
/// <param name="Within">Its place in the outer file, in words; empty for the outer file itself.</param>
/// <param name="Depth">How many files it lies in; 0 for the outer file.</param>
internal sealed record OpenFile(Inspection All, string Within, int Depth)
{
    public void Look(LocatedText text) => All.Look(text, Within);

    public void AddHidden(string code, string place, string shown) => All.AddHidden(code, Within + place, shown);

    public void AddGap(string code, string place) => All.AddGap(code, Within + place);

    public void LookInto(string name, byte[] bytes, string place) => All.LookInto(name, bytes, Within + place + "：", Depth + 1);
}
