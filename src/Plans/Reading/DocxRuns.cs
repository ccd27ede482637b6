using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using MathText = DocumentFormat.OpenXml.Math.Text;

namespace Gongkai.Plans.Reading;

/// <summary>What the runs of one paragraph say, and what lay beside them.</summary>
internal sealed class DocxRuns(DocxStyles styles, bool hiddenByParagraph)
{
    private readonly StringBuilder _text = new();

    /// <summary>The text; line breaks are <c>\n</c>.</summary>
    public string Text => _text.ToString();

    /// <summary>Text boxes anchored here; their text belongs after the paragraph.</summary>
    public List<OpenXmlElement> Boxes { get; } = [];

    /// <summary>Footnotes and endnotes called here, in order.</summary>
    public List<(bool IsEndnote, long Id)> Notes { get; } = [];

    /// <summary>Matters to report: codes of doubts.</summary>
    public HashSet<string> Matters { get; } = new(StringComparer.Ordinal);

    /// <summary>The one of several equal contents that is read, so that a text box is not read twice.</summary>
    public static OpenXmlElement? Chosen(AlternateContent alternate) =>
        (OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate.GetFirstChild<AlternateContentFallback>();

    /// <summary>Reads everything inside an element.</summary>
    public void Read(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements) ReadOne(child);
    }

    private void ReadOne(OpenXmlElement element)
    {
        switch (element)
        {
            case Run run:
                ReadRun(run);
                break;
            case Text text:
                _text.Append(text.Text);
                break;
            case MathText math:
                _text.Append(math.Text);
                break;
            case TabChar:
                _text.Append('\t');
                break;
            case Break or CarriageReturn:
                _text.Append('\n');
                break;
            case NoBreakHyphen:
                _text.Append('-');
                break;
            case SymbolChar symbol:
                ReadSymbol(symbol);
                break;
            case InsertedRun or MoveToRun:
                Matters.Add("plans.tracked-changes");
                Read(element);
                break;
            case DeletedRun or MoveFromRun:
                Matters.Add("plans.tracked-changes");
                break;
            case AlternateContent alternate:
                if (Chosen(alternate) is { } chosen) Read(chosen);
                break;
            case TextBoxContent box:
                Boxes.Add(box);
                break;
            case FootnoteReference { Id.Value: var id }:
                Notes.Add((false, id));
                break;
            case EndnoteReference { Id.Value: var id }:
                Notes.Add((true, id));
                break;
            case Ruby ruby:
                // The base is the text; what stands above it only tells how to say it.
                if (ruby.GetFirstChild<RubyBase>() is { } said) Read(said);
                break;
            case EmbeddedObject:
                Matters.Add("plans.embedded-object");
                Read(element);
                break;
            case RunProperties or ParagraphProperties or FieldCode or DeletedText or DeletedFieldCode:
                break;
            default:
                if (element.LocalName is "pic" or "imagedata") Matters.Add("plans.image-skipped");
                Read(element);
                break;
        }
    }

    private void ReadRun(Run run)
    {
        var properties = run.RunProperties;
        var hidden = properties?.Vanish is { } vanish
            ? DocxStyles.IsOn(vanish)
            : hiddenByParagraph || styles.OfRun(properties?.RunStyle?.Val?.Value).Hidden;
        if (!hidden)
        {
            Read(run);
            return;
        }

        if (run.InnerText.Length > 0) Matters.Add("plans.hidden-text");
    }

    // Symbol fonts keep their signs in the private area; without the font they mean nothing.
    private void ReadSymbol(SymbolChar symbol)
    {
        if (int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0x20 and < 0xD800) _text.Append((char)code);
    }
}
