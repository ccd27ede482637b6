using System.Globalization;
using Gongkai.Platform.Audit;

namespace Gongkai.Administration;

/// <summary>What of the record is asked for; null leaves a question open.</summary>
/// <param name="Person">Name or login of the person, whole.</param>
/// <param name="Act">Code of the act.</param>
/// <param name="Kind">Kind of thing.</param>
/// <param name="Result">What came of it.</param>
/// <param name="Address">Network address, whole.</param>
/// <param name="From">First local day, inclusive.</param>
/// <param name="Until">Last local day, inclusive.</param>
internal sealed record RecordFilter(string? Person, string? Act, string? Kind, AuditResult? Result, string? Address, DateOnly? From, DateOnly? Until)
{
    /// <summary>True where anything is asked at all.</summary>
    public bool IsSet => this != new RecordFilter(null, null, null, null, null, null, null);

    /// <summary>The questions as the record of reading the record holds them; null where the whole was read.</summary>
    public string? InWords() => IsSet ? string.Join('，', Parts()) : null;

    private IEnumerable<string> Parts()
    {
        if (Person is not null) yield return $"人员 {Person}";
        if (Act is not null) yield return $"事项 {Act}";
        if (Kind is not null) yield return $"对象 {Kind}";
        if (Result is { } result) yield return $"结果 {result.Word()}";
        if (Address is not null) yield return $"地址 {Address}";
        if (From is { } from) yield return $"自 {from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        if (Until is { } until) yield return $"至 {until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }
}
