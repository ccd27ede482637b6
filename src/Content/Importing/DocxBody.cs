using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Gongkai.Content.Blocks;
using Gongkai.Plans.Reading;

namespace Gongkai.Content.Importing;

/// <summary>Makes blocks of a Word document.</summary>
internal sealed class DocxBody(OpenXmlPart part, BodyBuilder builder) : IDocxTarget
{
    private readonly List<DocxPicture> _inTable = [];

    public bool KeepsCellLines => true;

    public void AddParagraph(DocxRuns runs, Setting setting)
    {
        foreach (var matter in runs.Matters) builder.Count(matter);
        var side = setting.Right ? Side.End : setting.Centred ? Side.Centre : Side.Start;
        var isBullet = setting.Label == "•";
        var line = new RunLine();
        if (!isBullet) line.Append(setting.Opening, IsStrong(runs) ? RunStyle.Strong : RunStyle.Plain);
        var (at, picture, note) = (0, 0, 0);
        foreach (var piece in runs.Pieces)
        {
            var from = 0;
            for (var i = 0; i <= piece.Text.Length; i++)
            {
                // What is anchored within the words cuts them there.
                var isBreak = i < piece.Text.Length && piece.Text[i] == '\n';
                var isAnchor = picture < runs.Pictures.Count && runs.Pictures[picture].At == at + i || note < runs.Notes.Count && runs.Notes[note].At == at + i;
                if (!isBreak && !isAnchor && i < piece.Text.Length) continue;
                line.Append(piece.Text[from..i], StyleOf(piece), piece.Link);
                from = isBreak ? i + 1 : i;
                for (; note < runs.Notes.Count && runs.Notes[note].At == at + i; note++) line.Append(string.Create(CultureInfo.InvariantCulture, $"注{runs.FirstNote + note}"), RunStyle.Superscript);
                for (; picture < runs.Pictures.Count && runs.Pictures[picture].At == at + i; picture++)
                {
                    End();
                    Take(runs.Pictures[picture]);
                }
                if (isBreak) End();
            }
            at += piece.Text.Length;
        }
        for (; note < runs.Notes.Count; note++) line.Append(string.Create(CultureInfo.InvariantCulture, $"注{runs.FirstNote + note}"), RunStyle.Superscript);
        End();
        for (; picture < runs.Pictures.Count; picture++) Take(runs.Pictures[picture]);

        void End()
        {
            var words = line.Take();
            if (isBullet) builder.AddItem(isOrdered: false, words);
            else builder.AddParagraph(words, side, setting.Level);
        }
    }

    public string InCell(DocxRuns runs)
    {
        _inTable.AddRange(runs.Pictures);
        return string.Concat(runs.Pieces.Select(piece => RaisedSigns.Of(piece.Text, piece.Rise)));
    }

    public void AddTable(TableDraft table, IReadOnlyCollection<string> matters)
    {
        foreach (var matter in matters) builder.Count(matter);
        builder.AddTable(table);
        // A cell holds words only; its pictures come below the table.
        foreach (var picture in _inTable) Take(picture);
        _inTable.Clear();
    }

    public void AddNote(int number, string text)
    {
        var line = new RunLine();
        line.Append(string.Create(CultureInfo.InvariantCulture, $"注{number}：{text}"));
        builder.AddParagraph(line.Take(), Side.Start);
        foreach (var picture in _inTable) builder.Count("plans.image-skipped");
        _inTable.Clear();
    }

    public void Count(string code) => builder.Count(code);

    private void Take(DocxPicture picture)
    {
        if (Open(picture.Relationship) is { } content)
        {
            using (content)
            {
                if (builder.Shelf.Take(content, picture.Alt) is { } taken)
                {
                    builder.AddPicture(taken);
                    return;
                }
            }
        }
        builder.Count("content.picture-skipped");
    }

    private Stream? Open(string? relationship) =>
        relationship is not null && part.TryGetPartById(relationship, out var found) && found is ImagePart image ? image.GetStream(FileMode.Open, FileAccess.Read) : null;

    private static bool IsStrong(DocxRuns runs) => runs.Pieces.Count > 0 && runs.Pieces.All(piece => piece.Strong || string.IsNullOrWhiteSpace(piece.Text));

    private static RunStyle StyleOf(DocxPiece piece) => (piece.Strong ? RunStyle.Strong : RunStyle.Plain) | (piece.Rise > 0 ? RunStyle.Superscript : piece.Rise < 0 ? RunStyle.Subscript : RunStyle.Plain);
}
