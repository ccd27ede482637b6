using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Content.Writing;

/// <summary>Numbers the lists of a Word document; every counted one begins at 1.</summary>
internal sealed class DocxLists(MainDocumentPart main)
{
    private const int Bullets = 0;
    private const int Counted = 1;

    private Numbering? _numbering;
    private int _last;

    /// <summary>Begins a list.</summary>
    /// <returns>The number of its numbering in the file.</returns>
    public int Begin(bool isOrdered)
    {
        if (_numbering is null)
        {
            _numbering = new(Kind(Bullets, NumberFormatValues.Bullet, "•"), Kind(Counted, NumberFormatValues.Decimal, "%1."));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = _numbering;
        }
        var instance = new NumberingInstance(new AbstractNumId { Val = isOrdered ? Counted : Bullets }) { NumberID = ++_last };
        if (isOrdered) instance.Append(new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 });
        _numbering.Append(instance);
        return _last;
    }

    private static AbstractNum Kind(int id, NumberFormatValues format, string text) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelSuffix { Val = LevelSuffixValues.Nothing }, new LevelText { Val = text }, new LevelJustification { Val = LevelJustificationValues.Left }, new PreviousParagraphProperties(new Indentation { Left = "0", LeftChars = 0, FirstLine = "640", FirstLineChars = 200 })) { LevelIndex = 0 })
    { AbstractNumberId = id };
}
