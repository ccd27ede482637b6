using DocumentFormat.OpenXml.Packaging;

namespace Gongkai.Plans.Reading;

/// <summary>How packages are opened for reading.</summary>
public static class OfficePackages
{
    /// <summary>
    /// Settings that accept what Word and WPS accept. A link whose address is no address (typed by hand, pasted from a page)
    /// would otherwise make the whole document unreadable; the link is not wanted, so it is replaced in memory.
    /// </summary>
    public static OpenSettings Settings() => new()
    {
        AutoSave = false,
        RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory(static (_, _, _) => "about:blank"),
    };
}
