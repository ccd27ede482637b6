using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using DrawnPicture = DocumentFormat.OpenXml.Drawing.Pictures.Picture;
using MathText = DocumentFormat.OpenXml.Math.Text;
using Placement = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Vml = DocumentFormat.OpenXml.Vml;

namespace Gongkai.Plans.Reading;

/// <summary>What the runs of one paragraph say, and what lay beside them.</summary>
public sealed class DocxRuns
{
    private readonly StringBuilder _text = new();
    private readonly List<DocxPiece> _pieces = [];
    private readonly DocxStyles _styles;
    private readonly DocxStyle _paragraph;
    private readonly DocxLinks _links;
    private readonly StringBuilder _field = new();
    private int _fields;
    private string? _link;
    private bool _strong;
    private int _rise;

    internal DocxRuns(DocxStyles styles, DocxStyle paragraph, DocxLinks links) => (_styles, _paragraph, _links) = (styles, paragraph, links);

    /// <summary>The text; line breaks are <c>\n</c>.</summary>
    public string Text => _text.ToString();

    /// <summary>The same text with how it stands, in order.</summary>
    public IReadOnlyList<DocxPiece> Pieces => _pieces;

    /// <summary>Text boxes anchored here; their text belongs after the paragraph.</summary>
    public List<OpenXmlElement> Boxes { get; } = [];

    /// <summary>Footnotes and endnotes called here, in order.</summary>
    public List<DocxNote> Notes { get; } = [];

    /// <summary>Number that the first of <see cref="Notes"/> bears in the document, from 1.</summary>
    public int FirstNote { get; internal set; }

    /// <summary>Pictures anchored here, in order.</summary>
    public List<DocxPicture> Pictures { get; } = [];

    /// <summary>Matters to report: codes of doubts.</summary>
    public HashSet<string> Matters { get; } = new(StringComparer.Ordinal);

    /// <summary>The one of several equal contents that is read, so that a text box is not read twice.</summary>
    internal static OpenXmlElement? Chosen(AlternateContent alternate) =>
        (OpenXmlElement?)alternate.GetFirstChild<AlternateContentChoice>() ?? alternate.GetFirstChild<AlternateContentFallback>();

    /// <summary>Reads everything inside an element.</summary>
    internal void Read(OpenXmlElement parent)
    {
        foreach (var child in parent.ChildElements) ReadOne(child);
    }

    private void Append(string text)
    {
        if (text.Length == 0) return;
        _text.Append(text);
        _pieces.Add(new(text, _strong, _rise, _link));
    }

    private void ReadOne(OpenXmlElement element)
    {
        switch (element)
        {
            case Run run:
                ReadRun(run);
                break;
            case Text text:
                Append(text.Text);
                break;
            case MathText math:
                Append(math.Text);
                break;
            case TabChar:
                Append("\t");
                break;
            case Break or CarriageReturn:
                Append("\n");
                break;
            case NoBreakHyphen:
                Append("-");
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
                Notes.Add(new(_text.Length, false, id));
                break;
            case EndnoteReference { Id.Value: var id }:
                Notes.Add(new(_text.Length, true, id));
                break;
            case Ruby ruby:
                // The base is the text; what stands above it only tells how to say it.
                if (ruby.GetFirstChild<RubyBase>() is { } said) Read(said);
                break;
            case EmbeddedObject:
                Matters.Add("plans.embedded-object");
                Read(element);
                break;
            case Hyperlink hyperlink:
                ReadLinked(hyperlink, _links.Of(hyperlink.Id?.Value));
                break;
            case SimpleField field:
                ReadLinked(field, DocxLinks.OfField(field.Instruction?.Value));
                break;
            case FieldChar field:
                ReadField(field.FieldCharType?.InnerText);
                break;
            case FieldCode code:
                if (_fields == 1) _field.Append(code.Text);
                break;
            case DrawnPicture picture:
                Pictures.Add(new(_text.Length, picture.BlipFill?.Blip?.Embed?.Value, Alt(picture)));
                break;
            case Vml.ImageData image:
                // What an embedded object looks like is no picture of the text.
                if (!image.Ancestors<EmbeddedObject>().Any()) Pictures.Add(new(_text.Length, image.RelationshipId?.Value, image.Title?.Value));
                break;
            case RunProperties or ParagraphProperties or DeletedText or DeletedFieldCode:
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
        var style = _styles.OfRun(properties?.RunStyle?.Val?.Value);
        var hidden = properties?.Vanish is { } vanish ? DocxStyles.IsOn(vanish) : _paragraph.Hidden || style.Hidden;
        if (!hidden)
        {
            _strong = properties?.Bold is { } bold ? DocxStyles.IsOn(bold) : style.Strong ?? _paragraph.Strong ?? false;
            _rise = (properties?.VerticalTextAlignment?.Val?.InnerText ?? style.Rise ?? _paragraph.Rise) switch { "superscript" => 1, "subscript" => -1, _ => 0 };
            Read(run);
            return;
        }

        if (run.InnerText.Length > 0) Matters.Add("plans.hidden-text");
    }

    private void ReadLinked(OpenXmlElement element, string? address)
    {
        var outer = _link;
        _link = address ?? outer;
        Read(element);
        _link = outer;
    }

    /// <summary>A field in pieces: its code, then what it shows. One inside another's code says nothing for itself.</summary>
    private void ReadField(string? part)
    {
        if (part == "begin" && ++_fields == 1) _field.Clear();
        else if (part == "separate" && _fields == 1) _link = DocxLinks.OfField(_field.ToString());
        else if (part == "end" && _fields > 0 && --_fields == 0) _link = null;
    }

    // The description stands at the frame that places the picture; the picture's own is what the program called the file.
    private static string? Alt(DrawnPicture picture)
    {
        foreach (var around in picture.Ancestors().Take(8))
        {
            if (around is Placement.Inline or Placement.Anchor) return around.GetFirstChild<Placement.DocProperties>()?.Description?.Value;
        }

        return picture.NonVisualPictureProperties?.NonVisualDrawingProperties?.Description?.Value;
    }

    // Symbol fonts keep their signs in the private area; without the font they mean nothing.
    private void ReadSymbol(SymbolChar symbol)
    {
        if (int.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 0x20 and < 0xD800) Append(((char)code).ToString());
    }
}
