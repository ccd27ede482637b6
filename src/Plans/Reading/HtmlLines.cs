using System.Text;

namespace Gongkai.Plans.Reading;

/// <summary>Gathers running text into lines, folding blanks as a browser does.</summary>
internal sealed class HtmlLines
{
    private readonly StringBuilder _line = new();
    private char _gap;

    /// <summary>Adds text of the page.</summary>
    /// <param name="text">The text.</param>
    /// <param name="verbatim">True in preformatted text, where blanks stay.</param>
    public void Append(string text, bool verbatim)
    {
        foreach (var c in text)
        {
            if (verbatim && c is not ('\n' or '\r'))
            {
                Add(c);
                continue;
            }

            if (c is ' ' or '\t' or '\n' or '\r' or '\f') _gap = c == ' ' && _gap != '\n' || c == '\t' && _gap != '\n' ? ' ' : '\n';
            else Add(c);
        }
    }

    /// <summary>Takes the finished line, trimmed at its end; empty when there is none.</summary>
    public string Take()
    {
        _gap = '\0';
        if (_line.Length == 0) return "";
        var line = _line.ToString();
        _line.Clear();
        return line.TrimEnd();
    }

    private void Add(char c)
    {
        // A line break in the middle of Chinese text is the editor's, not the author's.
        if (_gap != '\0' && _line.Length > 0 && !(_gap == '\n' && HtmlLooks.IsOneWord(_line[^1], c))) _line.Append(' ');
        _gap = '\0';
        _line.Append(c);
    }
}
