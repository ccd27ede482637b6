namespace Gongkai.Checks;

/// <summary>What kind of Office document a package is, by the type of the part that its own list of relations calls the document.</summary>
internal static class PackageKind
{
    /// <summary>Has a package looked through.</summary>
    public static void Look(PackageParts package, OpenFile file)
    {
        var main = package.Relations("").FirstOrDefault(relation => relation.Kind == "officeDocument")?.Target ?? "";
        var type = package.TypeOf(main);
        if (!package.Has(main)) file.AddGap(package.IsOffice ? CheckCodes.Damaged : CheckCodes.NotLookedInto, "");
        else if (Holds(type, "word")) DocxTexts.Look(package, main, file);
        else if (Holds(type, "spreadsheet") || Holds(type, "excel")) XlsxTexts.Look(package, main, file);
        else if (Holds(type, "presentation") || Holds(type, "powerpoint")) PptxTexts.Look(package, main, file);
        else file.AddGap(CheckCodes.NotLookedInto, "");
    }

    private static bool Holds(string type, string word) => type.Contains(word, StringComparison.OrdinalIgnoreCase);
}
