namespace Gongkai.Shape;

/// <summary>How a guard speaks: it lists breaches, and a test says what should come of them.</summary>
internal static class Guard
{
    /// <summary>The repository keeps to it.</summary>
    public static void Holds(IEnumerable<string> breaches)
    {
        var found = breaches.Distinct().ToList();
        Assert.True(found.Count == 0, $"{found.Count} breaches:\n{string.Join('\n', found)}");
    }

    /// <summary>A planted breach is found, and nothing beside it.</summary>
    /// <param name="breaches">What the guard found.</param>
    /// <param name="names">A piece of each breach expected, in order.</param>
    public static void Bites(IEnumerable<string> breaches, params string[] names)
    {
        var found = breaches.Distinct().ToList();
        Assert.True(
            found.Count == names.Length && found.Zip(names).All(pair => pair.First.Contains(pair.Second, StringComparison.Ordinal)),
            $"Expected {names.Length} breaches naming {string.Join(", ", names)}; found {found.Count}:\n{string.Join('\n', found)}");
    }
}
