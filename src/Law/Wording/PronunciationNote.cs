namespace Gongkai.Law.Wording;

/// <summary>Notes of pronunciation that copying from a dictionary-minded page leaves behind a character: 發(fā).</summary>
internal static class PronunciationNote
{
    /// <summary>The longest syllable is six letters (zhuang); room for a combining mark and blanks beside it.</summary>
    private const int Longest = 10;

    private const string Toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0304\u0301\u030C\u0300";

    /// <summary>Syllables without a tone are noise only after the character they belong to; elsewhere (de) could be a word.</summary>
    private static readonly string[] Unstressed = ["的de", "地de", "得de", "了le", "着zhe", "子zi", "么me", "们men", "吗ma", "吧ba", "呢ne", "个ge", "头tou"];

    /// <summary>Number of characters of the note that begins here, brackets included; 0 when there is none.</summary>
    /// <param name="text">Folded text from the opening bracket on.</param>
    /// <param name="before">The character before it.</param>
    internal static int LengthAt(ReadOnlySpan<char> text, char before)
    {
        var close = text.IsEmpty ? '\0' : text[0] switch { '(' => ')', '[' => ']', '〔' => '〕', '【' => '】', _ => '\0' };
        if (close == '\0') return 0;
        var within = text[1..Math.Min(text.Length, Longest + 2)];
        var end = within.IndexOf(close);
        if (end < 1) return 0;
        var note = within[..end].Trim(' ');
        if (note.IsEmpty) return 0;

        var toned = false;
        foreach (var c in note)
        {
            if (Toned.Contains(c)) toned = true;
            else if (c is not (>= 'a' and <= 'z' or 'ü' or 'ɡ' or 'ɑ' or '\u0308' or '\'')) return 0;
        }

        return toned || IsUnstressed(before, note) ? end + 2 : 0;
    }

    private static bool IsUnstressed(char before, ReadOnlySpan<char> note)
    {
        foreach (var entry in Unstressed)
            if (entry[0] == before && note.SequenceEqual(entry.AsSpan(1))) return true;
        return false;
    }
}
