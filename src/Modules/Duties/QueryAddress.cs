using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Gongkai.Duties;

/// <summary>Addresses that keep the query they came with.</summary>
internal static class QueryAddress
{
    /// <summary>A local address with the query of a request, some values replaced; a null value takes its name out.</summary>
    public static string Of(string path, HttpRequest request, params IReadOnlyList<(string Name, string? Value)> values)
    {
        var query = new QueryBuilder(request.Query
            .Where(pair => values.All(value => !string.Equals(value.Name, pair.Key, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(pair => pair.Value.OfType<string>(), (pair, value) => KeyValuePair.Create(pair.Key, value)));
        foreach (var (name, value) in values)
            if (value is not null) query.Add(name, value);
        return path + query.ToQueryString();
    }
}
