namespace Gongkai.Plans.Grammar;

/// <summary>Codes of everything the grammar may doubt; their sentences stand in Words.resx.</summary>
internal static class DoubtCodes
{
    public const string NothingFound = "plans.nothing-found";
    public const string Truncated = "plans.truncated";
    public const string YearGuessed = "plans.year-guessed";
    public const string YearUnknown = "plans.year-unknown";
    public const string UploadDate = "plans.upload-date";
    public const string ForeignString = "plans.foreign-string";
    public const string HeadingRepeated = "plans.heading-repeated";
    public const string HeadingEmpty = "plans.heading-empty";
    public const string ChapterLeftOut = "plans.chapter-left-out";
    public const string NoUnit = "plans.no-unit";
    public const string NoUnitsAtAll = "plans.no-units-at-all";
    public const string UnitUnlike = "plans.unit-unlike";
    public const string UnitSlip = "plans.unit-slip";
    public const string RoleGuessed = "plans.role-guessed";
    public const string BareUnits = "plans.bare-units";
    public const string UnitFromRowAbove = "plans.unit-from-row-above";
    public const string LimitPast = "plans.limit-past";
    public const string LimitBeyondYear = "plans.limit-beyond-year";
    public const string CadenceMissing = "plans.cadence-missing";
    public const string QuotaAmbiguous = "plans.quota-ambiguous";
    public const string RhythmOdd = "plans.rhythm-odd";
    public const string LimitUnread = "plans.limit-unread";
    public const string RowShort = "plans.row-short";
    public const string RowUnmatched = "plans.row-unmatched";
    public const string RowLimitsDiffer = "plans.row-limits-differ";
    public const string RowUnitsDiffer = "plans.row-units-differ";
    public const string TableEmptied = "plans.table-emptied";
}
