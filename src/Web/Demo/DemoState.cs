namespace Gongkai.Web.Demo;

/// <summary>How far the loading of the demo has come in a database; kept with the settings.</summary>
internal sealed record DemoState
{
    /// <summary>True from the moment before the first act.</summary>
    public bool Begun { get; init; }

    /// <summary>True from the moment after the last.</summary>
    public bool Loaded { get; init; }
}
