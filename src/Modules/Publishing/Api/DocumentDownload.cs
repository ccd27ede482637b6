using Gongkai.Content.Blocks;
using Gongkai.Content.Writing;
using Gongkai.Platform.Data;
using Gongkai.Platform.Files;
using Gongkai.Platform.Rights;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Queries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Gongkai.Publishing.Api;

/// <summary>Hands out a public document as DOCX, in the manner of an official letter, and as plain text.</summary>
[Article("711", 24)]
internal static class DocumentDownload
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/documents/{address}/document.docx", Docx);
        site.MapGet("/documents/{address}/document.txt", Text);
    }

    [Public]
    private static async Task<IResult> Docx(string address, PublicDocuments documents, Db db, FileStore files, CancellationToken stop)
    {
        if (await documents.ByAddress(address, stop) is not { Edition: { } edition }) return Results.NotFound();
        var body = (await db.Get<EditionText>(edition.Id, stop)).Body;
        var pictures = await Pictures(body, files, stop);
        using var written = new MemoryStream();
        BodyDocx.Write(edition.Title, body, digest => pictures.GetValueOrDefault(digest), written);
        return Results.File(written.ToArray(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileNames.Clean($"{edition.Title}.docx", "文件.docx"));
    }

    [Public]
    private static async Task<IResult> Text(string address, PublicDocuments documents, Db db, CancellationToken stop)
    {
        if (await documents.ByAddress(address, stop) is not { Edition: { } edition }) return Results.NotFound();
        return Results.Text($"{edition.Title}\n\n{PlainText.Of((await db.Get<EditionText>(edition.Id, stop)).Body).Text}\n", "text/plain", System.Text.Encoding.UTF8);
    }

    private static async Task<Dictionary<string, byte[]>> Pictures(Body body, FileStore files, CancellationToken stop)
    {
        var pictures = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var digest in body.Pictures.Take(Attachment.MostPictures))
        {
            if (!files.Holds(new(digest))) continue;
            await using var content = await files.Open(new(digest), stop);
            using var bytes = new MemoryStream();
            await content.CopyToAsync(bytes, stop);
            pictures[digest] = bytes.ToArray();
        }
        return pictures;
    }
}
