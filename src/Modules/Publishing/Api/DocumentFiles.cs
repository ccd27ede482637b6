using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Gongkai.Publishing.Api;

/// <summary>
/// Hands out attachments and pictures: those of a public edition to everybody, those of a draft to whoever may see it. Attachments always come as
/// downloads under a plain type; pictures are PNG or JPEG by their bytes and nothing else.
/// </summary>
internal static class DocumentFiles
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/documents/{address}/files/{hash}/{name}", PublicFile);
        site.MapGet("/documents/{address}/pictures/{hash}", PublicPicture);
        site.MapGet("/console/documents/{id:guid}/files/{file:guid}", DraftFile);
        site.MapGet("/console/documents/{id:guid}/pictures/{hash}", DraftPicture);
    }

    [Public]
    private static async Task<IResult> PublicFile(string address, string hash, PublicDocuments documents, FileStore files, HttpContext http, CancellationToken stop) =>
        await documents.File(address, hash, isPicture: false, stop) is { } file ? await Download(file, files, http, stop) : Results.NotFound();

    [Public]
    private static async Task<IResult> PublicPicture(string address, string hash, PublicDocuments documents, FileStore files, HttpContext http, CancellationToken stop) =>
        await documents.File(address, hash, isPicture: true, stop) is { } file ? await Show(file, files, http, stop) : Results.NotFound();

    [Permission(PublishingPermissions.SeeDrafts)]
    private static async Task<IResult> DraftFile(Guid id, Guid file, Db db, DocumentPage pages, FileStore files, HttpContext http, CancellationToken stop) =>
        await Of(new(id), db, pages, one => one.Id == file, stop) is { } found ? await Download(found, files, http, stop) : Results.NotFound();

    [Permission(PublishingPermissions.SeeDrafts)]
    private static async Task<IResult> DraftPicture(Guid id, string hash, Db db, DocumentPage pages, FileStore files, HttpContext http, CancellationToken stop) =>
        await Of(new(id), db, pages, one => one.Hash == hash && one.IsPicture, stop) is { } found ? await Show(found, files, http, stop) : Results.NotFound();

    private static async Task<Attachment?> Of(DocumentId id, Db db, DocumentPage pages, System.Linq.Expressions.Expression<Func<Attachment, bool>> which, CancellationToken stop)
    {
        pages.Demand(await db.Get<Document>(id, stop));
        return await (from edition in db.Set<Edition>().AsNoTracking() join file in db.Set<Attachment>().AsNoTracking().Where(which) on edition.Id equals file.EditionId where edition.DocumentId == id select file).FirstOrDefaultAsync(stop);
    }

    private static async Task<IResult> Download(Attachment file, FileStore files, HttpContext http, CancellationToken stop)
    {
        var content = await files.Open(new(file.Hash), stop);
        Guard(http);
        return Results.Stream(content, "application/octet-stream", FileNames.Clean(file.Name, "附件"), entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> Show(Attachment file, FileStore files, HttpContext http, CancellationToken stop)
    {
        var content = await files.Open(new(file.Hash), stop);
        Guard(http);
        return Results.Stream(content, UploadRules.Claimed(file.Name) == UploadKind.Png ? "image/png" : "image/jpeg", entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""));
    }

    private static void Guard(HttpContext http)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-cache"; // it may be withdrawn
    }
}
