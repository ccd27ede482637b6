using System.Buffers.Text;
using System.Text;
using AngleSharp.Dom;
using Gongkai.Content.Blocks;

namespace Gongkai.Content.Importing;

/// <summary>Takes the pictures of a page: those of this site by their digest, those written into the page as files; nothing is ever fetched.</summary>
internal sealed class HtmlPictures(BodyBuilder builder, Func<string, string?>? digestAt)
{
    private const string Base64Mark = ";base64,";

    /// <summary>Takes one picture or reports why not.</summary>
    /// <param name="image">The element.</param>
    /// <param name="caption">What stands under it; null for nothing.</param>
    public void Take(IElement image, string? caption)
    {
        var (address, alt) = (image.GetAttribute("src")?.Trim() ?? "", image.GetAttribute("alt"));
        var under = RunLine.Plain(caption) is { Length: > 0 } words ? words : null;
        if (address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            if (Decode(address) is { } bytes && builder.Shelf.Take(bytes, alt) is { } taken) builder.AddPicture(taken with { Caption = under });
            else builder.Count("content.picture-skipped");
        }
        else if (digestAt?.Invoke(address) is { } digest && NormalForm.IsDigest(digest)) builder.AddPicture(new(digest, RunLine.Plain(alt), under));
        else builder.Count(address.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? "content.picture-skipped" : "content.picture-elsewhere");
    }

    private static byte[]? Decode(string address)
    {
        var mark = address.IndexOf(Base64Mark, StringComparison.OrdinalIgnoreCase);
        if (mark is < 0 or > 64) return null;
        var signs = Encoding.ASCII.GetBytes(address[(mark + Base64Mark.Length)..]);
        return Base64.IsValid(signs) ? Convert.FromBase64String(Encoding.ASCII.GetString(signs)) : null;
    }
}
