using System.IO.Compression;
using System.Xml;
using Gongkai.Plans.Reading;

namespace Gongkai.Checks;

/// <summary>
/// The parts of an Office package, read as they lie in the archive and not as a document library understands them: what nothing refers to is looked at too.
/// The package has passed <see cref="PackageGuard.Check"/>.
/// </summary>
internal sealed class PackageParts : IDisposable
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _types = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _typesByEnding = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);

    public PackageParts(byte[] bytes)
    {
        _archive = new(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        foreach (var entry in _archive.Entries)
        {
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            // Of two parts of one name programs read now the one, now the other.
            if (name.Length > 0 && name[^1] != '/' && !_entries.TryAdd(name, entry)) throw new InvalidDataException($"The package holds {name} twice.");
        }

        ReadTypes();
    }

    /// <summary>True for a package of Office's kind.</summary>
    public bool IsOffice => _entries.ContainsKey("[Content_Types].xml");

    /// <summary>Names of the parts that nobody has opened yet, in a fixed order.</summary>
    public IEnumerable<string> Rest => _entries.Keys.Where(name => !_read.Contains(name)).Order(StringComparer.Ordinal).ToList();

    public bool Has(string name) => _entries.ContainsKey(name);

    /// <summary>Names of the parts whose content type holds a word, in a fixed order.</summary>
    public IEnumerable<string> OfType(string word) => _entries.Keys.Where(name => TypeOf(name).Contains(word, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);

    /// <summary>The content type of a part; empty for none.</summary>
    public string TypeOf(string name) => _types.GetValueOrDefault(name) ?? _typesByEnding.GetValueOrDefault(Path.GetExtension(name).TrimStart('.')) ?? "";

    /// <summary>Opens a part as XML.</summary>
    /// <returns>Null when there is none, or none that was checked as XML.</returns>
    public XmlReader? Open(string name)
    {
        if (!PackageGuard.IsXml(name) || !_entries.TryGetValue(name, out var entry)) return null;
        _read.Add(name);
        return XmlReader.Create(entry.Open(), Settings);
    }

    /// <summary>The bytes of a part.</summary>
    public byte[] Bytes(string name)
    {
        _read.Add(name);
        using var packed = _entries[name].Open();
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>What a part refers to.</summary>
    /// <param name="name">Name of the part; empty for the package.</param>
    public IReadOnlyList<Relation> Relations(string name)
    {
        var slash = name.LastIndexOf('/');
        var folder = name[..(slash + 1)];
        using var reader = Open($"{folder}_rels/{name[(slash + 1)..]}.rels");
        List<Relation> relations = [];
        while (reader?.Read() == true)
        {
            if (reader.LocalName != "Relationship" || reader.GetAttribute("Target") is not { } target) continue;
            var isOutside = reader.GetAttribute("TargetMode") == "External";
            var type = reader.GetAttribute("Type") ?? "";
            relations.Add(new(reader.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], isOutside ? target : Resolve(folder, target), isOutside));
        }

        return relations;
    }

    public void Dispose() => _archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in target.Split('/'))
        {
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or "..")) parts.Add(part);
        }

        return string.Join('/', parts);
    }

    private void ReadTypes()
    {
        using var reader = Open("[Content_Types].xml");
        while (reader?.Read() == true)
        {
            if (reader.GetAttribute("ContentType") is not { } type) continue;
            if (reader.GetAttribute("PartName") is { } part) _types[part.TrimStart('/')] = type;
            else if (reader.GetAttribute("Extension") is { } ending) _typesByEnding[ending] = type;
        }
    }
}

/// <summary>What a part of a package refers to.</summary>
/// <param name="Id">Its key in the part.</param>
/// <param name="Kind">Last word of its type, such as <c>comments</c>.</param>
/// <param name="Target">Name of a part, or an address outside.</param>
/// <param name="IsOutside">True for an address.</param>
internal sealed record Relation(string Id, string Kind, string Target, bool IsOutside);
