using System.Globalization;

namespace Gongkai.Plans.Reading;

/// <summary>Every way in which a file cannot be read, each with what to do about it.</summary>
public static class ReadingFailures
{
    public static readonly ReadingFailure Empty =
        new("plans.empty", "文件里没有文字：请确认选对了文件，或打开原文件另存为 DOCX 后重试。");

    public static readonly ReadingFailure Binary =
        new("plans.binary", "文件不是文本也不是认识的文档格式：请打开原文件另存为 DOCX 后重试。");

    public static readonly ReadingFailure Encrypted =
        new("plans.encrypted", "文件设有密码：请打开后取消密码保护，另存一份再试。");

    public static readonly ReadingFailure Damaged =
        new("plans.damaged", "文件已损坏或不完整：请重新下载，或用 WPS、Word 打开修复后另存为 DOCX 再试。");

    public static readonly ReadingFailure Bomb =
        new("plans.zip-bomb", "压缩内容展开后大得异常，出于安全没有继续读取：请用 WPS、Word 打开后另存为新的 DOCX 或 XLSX 再试。");

    public static readonly ReadingFailure Unsafe =
        new("plans.unsafe-xml", "文件内含外部实体声明，出于安全没有读取：请用 WPS、Word 打开后另存为新的 DOCX 或 XLSX 再试。");

    public static readonly ReadingFailure TooDeep =
        new("plans.too-deep", "文件内部嵌套过深，出于安全没有读取：请把正文复制到新文档，另存为 DOCX 后再试。");

    public static readonly ReadingFailure OldFormat =
        new("plans.old-format", "这是旧式二进制文档（DOC、WPS、XLS、ET）：请打开后另存为 DOCX 或 XLSX 再试。");

    public static readonly ReadingFailure RichText =
        new("plans.old-format", "这是 RTF 文档：请打开后另存为 DOCX 再试。");

    public static readonly ReadingFailure WebArchive =
        new("plans.old-format", "这是网页归档（MHT）或 XML 文档：请打开后另存为 DOCX 再试。");

    public static readonly ReadingFailure Image =
        new("plans.image", "这是图片，里面没有可读的文字：请用文字识别软件转成 DOCX 后再试。");

    public static readonly ReadingFailure Archive =
        new("plans.archive", "这是压缩包：请先解压，再选择其中的文档。");

    public static readonly ReadingFailure Presentation =
        new("plans.unknown-format", "暂不支持演示文稿：请把内容另存为 DOCX 后再试。");

    public static readonly ReadingFailure OtherPackage =
        new("plans.unknown-format", "暂不支持 ODF、OFD 等格式：请打开后另存为 DOCX 再试。");

    public static readonly ReadingFailure NoPdfToText =
        new("plans.no-pdftotext", "本机没有安装读取 PDF 的 pdftotext：请安装 poppler-utils（Debian：apt-get install poppler-utils），或把文件另存为 DOCX 再试。");

    public static readonly ReadingFailure PdfTimeout =
        new("plans.pdf-timeout", "读取 PDF 超过时限，已停止：请把文件拆小，或另存为 DOCX 再试。");

    public static readonly ReadingFailure PdfScanned =
        new("plans.empty", "PDF 里没有文字，多半是扫描件：请用文字识别软件转成 DOCX 后再试。");

    public static ReadingFailure TooLarge(long limit) =>
        new("plans.too-large", string.Create(CultureInfo.InvariantCulture, $"文件超过 {limit >> 20} MB 的上限：请删去图片和附件，或拆分后再试。"));

    public static readonly ReadingFailure TooManyParts =
        new("plans.too-large", "文件内部的段落或单元格过多：请删去无关内容，或拆分后再试。");
}
