using System.Globalization;

namespace Gongkai.Rules.Law;

/// <summary>Days in tests, written as a clerk reads them.</summary>
internal static class Days
{
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
