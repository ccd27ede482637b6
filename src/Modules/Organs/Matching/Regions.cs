namespace Gongkai.Organs.Matching;

/// <summary>What the place is called, learnt from the organs' own names: 云泽 from 市民政局, in full 云泽市民政局.</summary>
internal static class Regions
{
    /// <summary>Every name of the place, the longest first; none where no organ's full name tells.</summary>
    public static IReadOnlyList<string> In(IEnumerable<Organ> organs) =>
    [
        .. organs.SelectMany(organ => organ.Names).Select(Of).OfType<string>().Distinct().OrderByDescending(region => region.Length).ThenBy(region => region, StringComparer.Ordinal),
    ];

    private static string? Of(OrganName name) =>
        name.Full is { } full && full.Length > name.Name.Length && full.EndsWith(name.Name, StringComparison.Ordinal)
        && "省州市区县旗".Contains(name.Name[0], StringComparison.Ordinal) && full.Length - name.Name.Length <= 6
        && !full.StartsWith("中共", StringComparison.Ordinal) && !full.StartsWith("国家", StringComparison.Ordinal)
            ? full[..^name.Name.Length] : null;
}
