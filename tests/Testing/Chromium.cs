namespace Gongkai.Testing;

/// <summary>The browser of this machine that tests drive. Playwright's own cannot be downloaded everywhere, Debian's can be installed.</summary>
public static class Chromium
{
    /// <summary>Started so that it runs as root in a container, shows nothing, and calls nobody.</summary>
    public static IReadOnlyList<string> Flags { get; } =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Path of the program; null where there is none.</summary>
    public static string? Program { get; } =
        new[] { Environment.GetEnvironmentVariable("GONGKAI_TEST_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>Why tests in a browser are skipped; null where they run.</summary>
    public static string? WhyNot => Program is null ? "Chromium: not installed here (apt-get install chromium)" : null;
}
