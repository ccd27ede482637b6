namespace Gongkai.Shape;

/// <summary>A document made from the source. It is committed, so that it can be read without a build, and a test keeps it fresh.</summary>
internal static class GeneratedDocument
{
    /// <summary>Set to 1, it makes the tests write generated documents instead of comparing them.</summary>
    private const string WriteSetting = "GONGKAI_WRITE_DOCS";

    private const string HowToWrite = $"run: {WriteSetting}=1 dotnet run --project tests/Shape";

    /// <summary>Compares a document with what the source says now, or writes it where that was asked for.</summary>
    public static void IsFresh(string path, string expected)
    {
        var full = Path.Combine(Repository.Here.Root, path);
        if (Environment.GetEnvironmentVariable(WriteSetting) == "1") File.WriteAllText(full, expected);
        var found = File.Exists(full) ? File.ReadAllText(full) : "";
        Assert.True(Differs(found, expected) is null, $"{path} is not what the source says ({Differs(found, expected)}); {HowToWrite}");
    }

    /// <summary>The first line that differs, in words; null where none does.</summary>
    internal static string? Differs(string found, string expected)
    {
        if (found == expected) return null;
        string[] old = found.Split('\n'), now = expected.Split('\n');
        var line = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1} should be: {(line < now.Length ? now[line] : "the end")}";
    }
}
