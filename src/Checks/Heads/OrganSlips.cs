namespace Gongkai.Checks;

/// <summary>
/// Finds names of organs with one character too few, one too many or two exchanged. Only names of six characters or more are held against the text,
/// and only stretches that begin with the same two and end with the same one: shorter ones meet by chance.
/// </summary>
internal static class OrganSlips
{
    private const int Shortest = 6;

    public static void Look(ScannedText text, IReadOnlyList<string> names, FindingList findings)
    {
        var known = names.Where(name => name.Length >= Shortest).Distinct(StringComparer.Ordinal).ToList();
        if (known.Count == 0) return;
        var beginnings = known.ToLookup(name => name[..2], StringComparer.Ordinal);
        var starts = new WordSet([.. beginnings.Select(group => group.Key)]);
        var right = new WordSet(known);
        for (var at = 0; at < text.Length;)
        {
            var hit = starts.First(text.Folded[at..]);
            if (hit.At < 0) return;
            var start = at + hit.At;
            at = start + 1;
            var exact = right.First(text.Folded[start..Math.Min(text.Length, start + 60)]);
            if (exact.At == 0)
            {
                at = start + exact.Word.Length;
                continue;
            }

            foreach (var name in beginnings[hit.Word])
            {
                if (SlipLength(text, start, name) is not (> 0 and var length)) continue;
                findings.Add(CheckCodes.OrganName, start, start + length, text.Words(start, start + length), name);
                at = start + length;
                break;
            }
        }
    }

    /// <summary>The length of a stretch that differs from a name by one slip; 0 for none.</summary>
    private static int SlipLength(ScannedText text, int start, string name)
    {
        foreach (var length in (int[])[name.Length, name.Length - 1, name.Length + 1])
        {
            if (start + length > text.Length) continue;
            var written = text.Folded.Slice(start, length);
            if (!written.EndsWith(name.AsSpan(name.Length - 1)) || !IsOneSlip(written, name)) continue;
            return length;
        }

        return 0;
    }

    // One character wrong is left out: 教育局 and 体育局 are two organs and no slip.
    private static bool IsOneSlip(ReadOnlySpan<char> written, string name)
    {
        var first = written.CommonPrefixLength(name);
        var (rest, right) = (written[first..].ToString(), name[first..]);
        return (rest.Length - right.Length) switch
        {
            0 => rest.Length > 1 && rest[0] == right[1] && rest[1] == right[0] && rest[2..] == right[2..],
            -1 => rest == right[1..],
            1 => rest[1..] == right,
            _ => false,
        };
    }
}
