namespace Gongkai.Plans.Reading;

/// <summary>Takes what a Word document says, in reading order.</summary>
public interface IDocxTarget
{
    /// <summary>True where the lines of a cell stay lines.</summary>
    bool KeepsCellLines { get; }

    /// <summary>Takes a paragraph.</summary>
    /// <param name="runs">What it says; may be nothing.</param>
    /// <param name="setting">How it is set, with the number that Word puts before it.</param>
    void AddParagraph(DocxRuns runs, Setting setting);

    /// <summary>What a paragraph within a cell says.</summary>
    string InCell(DocxRuns runs);

    /// <summary>Takes a table.</summary>
    /// <param name="table">Its cells.</param>
    /// <param name="matters">Codes of what is to be reported about it.</param>
    void AddTable(TableDraft table, IReadOnlyCollection<string> matters);

    /// <summary>Takes a footnote or endnote; they come after everything else.</summary>
    /// <param name="number">Its number in the document, from 1.</param>
    /// <param name="text">What it says, on one line.</param>
    void AddNote(int number, string text);

    /// <summary>Takes a matter to report.</summary>
    void Count(string code);
}
