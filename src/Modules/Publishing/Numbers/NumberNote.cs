using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Publishing.Documents;

namespace Gongkai.Publishing.Numbers;

/// <summary>What became of a number that no document of this site bears.</summary>
internal enum NumberFate
{
    /// <summary>Never used, or the document was given up (空号、作废).</summary>
    Void,

    /// <summary>The document is kept back and not held here (不予公开).</summary>
    Withheld,
}

/// <summary>An account given of a document number (缺号说明): why nothing can be read under it.</summary>
internal sealed class NumberNote : IVersioned
{
    private NumberNote() { }

    public NumberNote(Guid id, OrganId organ, string code, int year, int serial) => (Id, OrganId, Code, Year, Serial) = (id, organ, code, year, serial);

    public Guid Id { get; private init; }

    /// <summary>Whose series it is.</summary>
    public OrganId OrganId { get; private init; }

    /// <summary>机关代字, such as 云民规.</summary>
    public string Code { get; private init; } = "";

    public int Year { get; private init; }

    public int Serial { get; private init; }

    public NumberFate Fate { get; private set; }

    /// <summary>Ground on which it is kept back; none for a void number.</summary>
    public WithholdingGround Ground { get; private set; }

    public string Reason { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>Says what became of it.</summary>
    public void Say(NumberFate fate, WithholdingGround ground, string reason) => (Fate, Ground, Reason) = (fate, fate == NumberFate.Withheld ? ground : WithholdingGround.None, reason.Trim());
}
