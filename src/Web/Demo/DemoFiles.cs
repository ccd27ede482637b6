namespace Gongkai.Web.Demo;

/// <summary>The files of the invented city, which lie beside the program.</summary>
internal static class DemoFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "demo");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Opens a file for reading; the stream can seek.</summary>
    public static Stream Open(string name) => File.OpenRead(Path.Combine(Folder, name));
}
