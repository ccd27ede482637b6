namespace Gongkai.Shape;

/// <summary>A file of the repository, or one that a test makes up to see whether a guard bites.</summary>
internal sealed class SourceFile
{
    private readonly Lazy<string> _text;
    private readonly Lazy<string> _code, _bareCode;

    /// <summary>A file that a test makes up.</summary>
    /// <param name="path">Path from the top of the repository, divided by slashes.</param>
    /// <param name="text">What it holds.</param>
    public SourceFile(string path, string text) : this(path, text.Length, () => text)
    {
    }

    private SourceFile(string path, long size, Func<string> read)
    {
        (Path, Size) = (path, size);
        _text = new(read);
        _code = new(() => CodeText.WithoutComments(Text));
        _bareCode = new(() => CodeText.WithoutCommentsAndStrings(Text));
    }

    /// <summary>Path from the top of the repository, divided by slashes.</summary>
    public string Path { get; }

    /// <summary>Size in bytes.</summary>
    public long Size { get; }

    /// <summary>Name without folder.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Folder it lies in; empty at the top.</summary>
    public string Folder => Path.Contains('/') ? Path[..Path.LastIndexOf('/')] : "";

    /// <summary>Ending with its dot, such as <c>.cs</c>.</summary>
    public string Ending => System.IO.Path.GetExtension(Path);

    public string Text => _text.Value;

    /// <summary>C# with comments blanked out, of the same length and with the same lines.</summary>
    public string Code => _code.Value;

    /// <summary>C# with comments and the insides of strings blanked out, of the same length and with the same lines.</summary>
    public string BareCode => _bareCode.Value;

    public static SourceFile OnDisk(string root, string path, long size) =>
        new(path, size, () => File.ReadAllText(System.IO.Path.Combine(root, path)));

    /// <summary>Path and line, as editors understand it.</summary>
    /// <param name="offset">Offset in the text.</param>
    public string At(int offset) => $"{Path}:{Text.AsSpan(0, offset).Count('\n') + 1}";

    public override string ToString() => Path;
}
