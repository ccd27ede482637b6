using System.Text.Json;

namespace Gongkai.Browser;

/// <summary>Who can sign in to the demo: one person of each role, for whom the file of its people is asked.</summary>
internal static class DemoPeople
{
    /// <summary>Login of a person by role: whoever holds it with the fewest other posts, and without end.</summary>
    public static IReadOnlyDictionary<string, string> ByRole { get; } = Read();

    private static Dictionary<string, string> Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "demo", "people.json")));
        var people = file.RootElement.GetProperty("people").EnumerateArray()
            .Select(person => (Login: person.GetProperty("login").GetString()!, Posts: person.GetProperty("posts").EnumerateArray().ToList()))
            .Where(person => person.Posts.TrueForAll(post => !post.TryGetProperty("until", out _)))
            .OrderBy(person => person.Posts.Count);
        return people
            .SelectMany(person => person.Posts.Select(post => (Role: post.GetProperty("role").GetString()!, person.Login)))
            .GroupBy(held => held.Role)
            .ToDictionary(role => role.Key, role => role.First().Login);
    }
}
