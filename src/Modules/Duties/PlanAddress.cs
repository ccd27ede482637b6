using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Gongkai.Duties;

/// <summary>Public addresses of a plan and its parts. They carry the issuer only where a year has plans of several.</summary>
/// <param name="Year">Plan year.</param>
/// <param name="Issuer">The office that signs it; null where the year has one plan.</param>
internal sealed record PlanAddress(int Year, string? Issuer)
{
    private string Path => string.Create(CultureInfo.InvariantCulture, $"/plan/{Year}");

    /// <summary>The plan itself, narrowed down by query values; those that are null are left out.</summary>
    public string Plan(params IReadOnlyList<(string Name, string? Value)> filter) => With(Path, filter);

    public string Task(int number) => With(string.Create(CultureInfo.InvariantCulture, $"{Path}/{number}"));

    public string Organs => With(Path + "/organs");

    public string Organ(string key, params IReadOnlyList<(string Name, string? Value)> filter) => With($"{Path}/organs/{Uri.EscapeDataString(key)}", filter);

    public string Json(params IReadOnlyList<(string Name, string? Value)> filter) => With(Path + ".json", filter);

    public string Csv(params IReadOnlyList<(string Name, string? Value)> filter) => With(Path + ".csv", filter);

    private string With(string path, params IReadOnlyList<(string Name, string? Value)> filter)
    {
        var query = new QueryBuilder();
        if (Issuer is not null) query.Add("issuer", Issuer);
        foreach (var (name, value) in filter)
            if (!string.IsNullOrEmpty(value)) query.Add(name, value);
        return path + query.ToQueryString();
    }
}
