using System.Globalization;

namespace Gongkai.Checks;

/// <summary>Plain text and CSV, line by line.</summary>
internal static class PlainTexts
{
    public static void Look(string text, bool isCsv, OpenFile file)
    {
        var located = new LocatedText();
        var number = 0;
        foreach (var line in (isCsv ? Tabbed(text) : text).Split('\n'))
        {
            number++;
            located.Add(line, new(string.Create(CultureInfo.InvariantCulture, $"第{number}行")));
            located.Divide('\n');
        }

        file.Look(located);
    }

    // Commas outside quotation marks divide cells; a line break inside them does not end a row.
    private static string Tabbed(string text)
    {
        var isQuoted = false;
        return string.Create(text.Length, text, (into, from) =>
        {
            for (var i = 0; i < into.Length; i++)
            {
                if (from[i] == '"') isQuoted = !isQuoted;
                into[i] = (from[i], isQuoted) switch
                {
                    (',' or ';', false) => '\t',
                    ('\n', true) => ' ',
                    ('"', _) => ' ',
                    var (c, _) => c,
                };
            }
        });
    }
}
