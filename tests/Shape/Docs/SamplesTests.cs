namespace Gongkai.Shape;

public sealed class SamplesTests
{
    private static readonly SourceFile Rule = new("src/Law/Rule.cs", "static class Rule\n{\n    /// <summary>Days.</summary>\n    public const int Days = 20;\n}\n");

    [Fact]
    public void Samples_stand_in_the_source() => Guard.Holds(SamplesGuard.Breaches(Repository.Here.Files, [.. Repository.Here.Under("src/"), .. Repository.Here.Under("tests/")]));

    [Fact]
    public void Finds_a_sample_that_has_grown_old() => Guard.Bites(
        SamplesGuard.Breaches([new("docs/a.md", """
            # A

            ```csharp
            /// <summary>Days.</summary>
            public const int Days = 20;
            ```

            ```
            not C#
            ```

            ```csharp
            public const int Days = 15;
            ```
            """)], [Rule]),
        "docs/a.md:12 shows code");
}
