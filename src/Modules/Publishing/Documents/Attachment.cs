using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing.Documents;

/// <summary>A file that belongs to an edition: an attachment (附件), or a picture that stands in its text.</summary>
internal sealed class Attachment
{
    /// <summary>Most attachments of an edition.</summary>
    public const int Most = 50;

    /// <summary>Most pictures in a text.</summary>
    public const int MostPictures = 300;

    private Attachment() { }

    public Attachment(Guid id, EditionId edition, int place, string name, string hash, long size, bool isPicture) =>
        (Id, EditionId, Place, Name, Hash, Size, IsPicture) = (id, edition, place, name, hash, size, isPicture);

    public Guid Id { get; private init; }

    public EditionId EditionId { get; private init; }

    /// <summary>Place in the list, from 1.</summary>
    public int Place { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>Digest of the stored file.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private init; }

    /// <summary>True for a picture of the text, which no list of attachments names.</summary>
    public bool IsPicture { get; private init; }

    /// <summary>The same file in another edition.</summary>
    public Attachment CopyTo(Guid id, EditionId edition) => new(id, edition, Place, Name, Hash, Size, IsPicture);
}
