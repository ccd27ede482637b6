using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Gongkai.Plans.Reading;

/// <summary>
/// Unpacks a whole package once, counting what really comes out, before any library sees it.
/// What the headers of an archive say about sizes is the attacker's word and is not asked.
/// </summary>
public static class PackageGuard
{
    private static readonly string[] XmlEndings = [".xml", ".rels", ".vml"];

    /// <summary>Checks a package: all its entries are unpacked, and those named as XML are read to their end.</summary>
    /// <exception cref="UnreadableException">It is too large inside, nested too deeply, declares entities or holds damaged XML.</exception>
    /// <exception cref="InvalidDataException">It is no archive, or a damaged one.</exception>
    public static void Check(ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > limits.Entries) throw new UnreadableException(ReadingFailures.Bomb);
            var expanded = 0L;
            foreach (var entry in archive.Entries)
            {
                using var packed = entry.Open();
                using var counted = new CountedStream(packed, limits, entry.CompressedLength, expanded);
                if (IsXml(entry.FullName)) CheckXml(counted, limits);
                else counted.Drain();
                expanded += counted.Count;
            }
        }
        catch (XmlException damage)
        {
            // The reader is told to refuse DTDs and says so in its message only.
            var isDtd = damage.Message.Contains("DTD", StringComparison.Ordinal);
            throw new UnreadableException(isDtd ? ReadingFailures.Unsafe : ReadingFailures.Damaged);
        }
    }

    /// <summary>The part, if it was among those checked as XML; a part of another name has not been and is not opened.</summary>
    /// <exception cref="UnreadableException">The part bears the name of something else.</exception>
    internal static T Checked<T>(T part) where T : OpenXmlPart =>
        IsXml(part.Uri.OriginalString) ? part : throw new UnreadableException(ReadingFailures.Damaged);

    /// <summary>True for a name whose part <see cref="Check"/> reads as XML; a part of another name has only been measured.</summary>
    public static bool IsXml(string name) => XmlEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static void CheckXml(Stream stream, ReadingLimits limits)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = false };
        using var reader = XmlReader.Create(stream, settings);
        var elements = 0;
        while (reader.Read())
        {
            if (reader.Depth > limits.Depth) throw new UnreadableException(ReadingFailures.TooDeep);
            if (reader.NodeType == XmlNodeType.Element && ++elements > limits.Elements) throw new UnreadableException(ReadingFailures.TooManyParts);
        }
    }

    /// <summary>Counts what is read and stops where the limits are passed.</summary>
    private sealed class CountedStream(Stream packed, ReadingLimits limits, long packedLength, long before) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Count;
            set => throw new NotSupportedException();
        }

        public void Drain()
        {
            var buffer = new byte[1 << 16];
            while (Read(buffer, 0, buffer.Length) > 0)
            {
                // Only the count matters.
            }
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = packed.Read(buffer, offset, count);
            Count += read;
            if (before + Count > limits.ExpandedBytes) throw new UnreadableException(ReadingFailures.Bomb);
            if (Count > limits.RatioFrom && Count / Math.Max(1, packedLength) > limits.Ratio) throw new UnreadableException(ReadingFailures.Bomb);
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
