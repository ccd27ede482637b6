using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.Content.Blocks;

namespace Gongkai.Publishing.Documents;

/// <summary>The digest by which reviews name the exact text that they are about: head, text, attachments, and for whom it is.</summary>
internal static class EditionDigest
{
    /// <summary>SHA-256, lower-case hex, 64 characters.</summary>
    /// <param name="type">Key of the type.</param>
    /// <param name="head">What stands above the text.</param>
    /// <param name="body">The text.</param>
    /// <param name="disclosure">For whom it is.</param>
    /// <param name="files">Its attachments and pictures.</param>
    public static string Of(string type, DocumentHead head, Body body, Disclosure disclosure, IEnumerable<Attachment> files)
    {
        var whole = JsonSerializer.Serialize(new
        {
            type,
            head,
            body = body.ToJson(),
            disclosure = disclosure with { ReassessOn = null }, // the day moves on without a word of the text changing
            files = files.OrderBy(file => file.IsPicture).ThenBy(file => file.Place).ThenBy(file => file.Hash, StringComparer.Ordinal).Select(file => new[] { file.Name, file.Hash }),
        });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)));
    }
}
