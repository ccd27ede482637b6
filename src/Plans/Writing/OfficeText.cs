using System.Text;
using System.Xml;

namespace Gongkai.Plans.Writing;

/// <summary>Text as an office file can hold it.</summary>
public static class OfficeText
{
    /// <summary>The text without what XML cannot hold: control characters and halves of surrogate pairs.</summary>
    public static string Storable(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) kept.Append(text[i]).Append(text[++i]);
        }

        return kept.ToString();
    }
}
