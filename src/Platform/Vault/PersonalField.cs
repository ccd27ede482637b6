using System.Text;

namespace Gongkai.Platform.Vault;

/// <summary>
/// A column of personal data. Each is registered with <c>AddPersonalField</c>, or its values would stay behind when keys are changed;
/// a test compares the mapping with what is registered. The table's key is a UUID called <c>id</c>.
/// </summary>
/// <param name="Table">Table.</param>
/// <param name="Column">Column that holds the <see cref="Sealed"/>.</param>
/// <param name="Label">Its name for the record of reads, in Chinese.</param>
/// <param name="Index">Column of the keyed digest by which equal values are found; null where nobody looks for any.</param>
public sealed record PersonalField(string Table, string Column, string Label, string? Index = null)
{
    /// <summary>Where a value lies; sealed for one place, it opens in no other.</summary>
    internal byte[] Place(Guid row) => Encoding.UTF8.GetBytes($"{Table}.{Column}/{row:D}");

    /// <summary>What is the same for somebody who looks: letter case, width and white space around do not count.</summary>
    internal byte[] Sought(string plain) => Encoding.UTF8.GetBytes($"{Table}.{Column}/{plain.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant()}");
}
