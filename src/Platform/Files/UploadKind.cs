namespace Gongkai.Platform.Files;

/// <summary>Kinds of files that may be brought, each told by its bytes. What is not named here is not taken.</summary>
public enum UploadKind
{
    Pdf,
    Word,
    Workbook,
    OldOffice,
    Ofd,
    Text,
    Html,
    Png,
    Jpeg,
}

/// <summary>What a form takes.</summary>
/// <param name="Kinds">Kinds it takes.</param>
public sealed record UploadRules(params IReadOnlyList<UploadKind> Kinds)
{
    /// <summary>Evidence, attachments: documents and pictures, never anything a browser would run.</summary>
    public static UploadRules Attachment { get; } = new(UploadKind.Pdf, UploadKind.Word, UploadKind.Workbook, UploadKind.OldOffice, UploadKind.Ofd, UploadKind.Text, UploadKind.Png, UploadKind.Jpeg);

    /// <summary>A document that is read and taken apart, never handed out: pages of the web too.</summary>
    public static UploadRules Source { get; } = new(UploadKind.Pdf, UploadKind.Word, UploadKind.Workbook, UploadKind.OldOffice, UploadKind.Text, UploadKind.Html);

    /// <summary>Data that is read at once and not kept.</summary>
    public static UploadRules Data { get; } = new(UploadKind.Text);

    /// <summary>The kind that an ending claims.</summary>
    /// <returns>Null for an ending that no kind has.</returns>
    public static UploadKind? Claimed(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".pdf" => UploadKind.Pdf,
        ".docx" => UploadKind.Word,
        ".xlsx" => UploadKind.Workbook,
        ".doc" or ".xls" or ".wps" or ".et" => UploadKind.OldOffice,
        ".ofd" => UploadKind.Ofd,
        ".txt" or ".md" or ".markdown" or ".csv" or ".json" => UploadKind.Text,
        ".htm" or ".html" or ".xhtml" or ".shtml" => UploadKind.Html,
        ".png" => UploadKind.Png,
        ".jpg" or ".jpeg" => UploadKind.Jpeg,
        _ => null,
    };
}

/// <summary>The largest file that is taken.</summary>
/// <param name="Megabytes">In MiB.</param>
public sealed record UploadLimit(int Megabytes);
