using System.Text.Json;

namespace Gongkai.Web.Demo;

/// <summary>Which organs of the invented city begin their catalogues with which fields.</summary>
/// <param name="On">Day on which it is done.</param>
/// <param name="By">Login of who does it.</param>
/// <param name="Reason">The document that orders it.</param>
/// <param name="Catalogues">A line an organ.</param>
/// <param name="Waiting">What lies on the desk still.</param>
internal sealed record CatalogueFile(DateOnly On, string By, string Reason, IReadOnlyList<CatalogueLine> Catalogues, IReadOnlyList<CatalogueLine> Waiting)
{
    public static CatalogueFile Read(string json) => JsonSerializer.Deserialize<CatalogueFile>(json, JsonSerializerOptions.Web)!;
}

/// <summary>The fields of one organ.</summary>
internal sealed record CatalogueLine(string Organ, IReadOnlyList<string> Fields);
