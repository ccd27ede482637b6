using System.Xml;

namespace Gongkai.Checks;

/// <summary>Reads what Office's XML says, whatever namespace and prefix an edition of it uses.</summary>
internal static class XmlAttributes
{
    /// <summary>The attribute of this local name; null for none.</summary>
    public static string? Local(this XmlReader reader, string name)
    {
        for (var found = reader.MoveToFirstAttribute(); found; found = reader.MoveToNextAttribute())
        {
            if (reader.LocalName != name) continue;
            var value = reader.Value;
            reader.MoveToElement();
            return value;
        }

        reader.MoveToElement();
        return null;
    }

    /// <summary>True unless a switch element or attribute says no; one without a value is on.</summary>
    public static bool IsOn(string? value) => value is null or "1" or "true" or "on";
}
