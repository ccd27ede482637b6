namespace Gongkai.Duties;

/// <summary>Names of files that came from outside.</summary>
internal static class FileNames
{
    private const int Longest = 120;

    /// <summary>The name without folder and without characters that a file system or a header could take for something else; never empty.</summary>
    public static string Clean(string name)
    {
        var last = name.Replace('\\', '/').Split('/')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && c is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or ';'))).Trim(' ', '.');
        return clean.Length == 0 ? "file" : clean.Length > Longest ? clean[^Longest..] : clean;
    }
}
