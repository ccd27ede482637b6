using Gongkai.Duties.Contracts;
using Gongkai.Duties.Queries;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Duties.Api;

/// <summary>
/// Hands out the file of a piece of public evidence. Always as a download under a plain type: what a stranger uploaded is never shown
/// as a page of this site.
/// </summary>
internal static class EvidenceFile
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/evidence/{id:guid}/file", Download);

    [Public]
    private static async Task<IResult> Download(Guid id, PublicProof proof, FileStore files, HttpContext http, CancellationToken stop)
    {
        if (await proof.File(EvidenceId.From(id), stop) is not { } file) return Results.NotFound();

        var content = await files.Open(new(file.Hash), stop);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-cache"; // it may be withdrawn
        return Results.Stream(content, "application/octet-stream", FileNames.Clean(file.Name, "佐证附件"), entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }
}
