using System.Globalization;
using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Queries;
using Gongkai.Publishing.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Publishing.Api;

/// <summary>The catalogue of an organ as a workbook in the layout of the standard tables, which can be imported again.</summary>
internal static class CatalogueFile
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/catalogue/{organ}/catalogue.xlsx", Download);

    /// <param name="organ">Address part of the organ.</param>
    /// <param name="field">Only this field; null for all.</param>
    /// <param name="on">Day, <c>2026-03-01</c>; null for today.</param>
    /// <param name="catalogues">The catalogues.</param>
    /// <param name="organs">The organs.</param>
    /// <param name="time">Today.</param>
    /// <param name="stop">Stops the queries.</param>
    [Public]
    private static async Task<IResult> Download(string organ, [FromQuery] string? field, [FromQuery] string? on, Catalogues catalogues, IOrgans organs, TimeProvider time, CancellationToken stop)
    {
        if (CatalogueDay.Read(on, time) is not { } day || day > time.LocalDay() || await organs.ByKey(organ, day, stop) is not { } card) return Results.NotFound();
        var view = await catalogues.Of(card, day, new(field), 0, CatalogueStore.Most, stop);
        if (view.Total == 0) return Results.NotFound();

        var file = new MemoryStream();
        CatalogueSheet.Write(view, file);
        file.Position = 0;
        return Results.Stream(file, Workbook, string.Create(CultureInfo.InvariantCulture, $"{card.Name}政务公开目录（{day:yyyyMMdd}）.xlsx"));
    }
}
