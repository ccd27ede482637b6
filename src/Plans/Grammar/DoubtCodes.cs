namespace Gongkai.Plans.Grammar;

/// <summary>Codes of everything the grammar may doubt; their sentences stand in Words.resx.</summary>
internal static class DoubtCodes
{
    public const string UnitFromRowAbove = "plans.unit-from-row-above";
}
