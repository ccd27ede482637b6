using System.Globalization;

namespace Gongkai.Plans.Reading;

/// <summary>Makes one text of a Word document; pictures say nothing in it and are reported.</summary>
internal sealed class DocxSource(string name) : IDocxTarget
{
    private readonly SourceBuilder _builder = new(name);
    private bool _hasPictures;

    public bool KeepsCellLines => false;

    public void AddParagraph(DocxRuns runs, Setting setting)
    {
        var start = _builder.Here;
        _builder.AddParagraph(runs.Text, setting);
        var span = TextSpan.Between(start, Math.Max(start, _builder.Last.End));
        foreach (var matter in runs.Matters) _builder.Count(matter, span);
        if (runs.Pictures.Count > 0 && !runs.Matters.Contains("plans.image-skipped")) _builder.Count("plans.image-skipped", span);
    }

    public string InCell(DocxRuns runs)
    {
        _hasPictures |= runs.Pictures.Count > 0;
        return runs.Text;
    }

    public void AddTable(TableDraft table, IReadOnlyCollection<string> matters)
    {
        var start = _builder.Here;
        _builder.AddTable(table);
        var span = TextSpan.Between(start, Math.Max(start, _builder.Last.End));
        foreach (var matter in matters) _builder.Count(matter, span);
        if (_hasPictures && !matters.Contains("plans.image-skipped")) _builder.Count("plans.image-skipped", span);
        _hasPictures = false;
    }

    public void AddNote(int number, string text) => _builder.AddParagraph(string.Create(CultureInfo.InvariantCulture, $"注{number}：{text}"));

    public void Count(string code) => _builder.Count(code, new(_builder.Here, 0));

    /// <summary>The text so far.</summary>
    public Blocks.SourceText Build() => _builder.Build();
}
