namespace Gongkai.Publishing.Library;

/// <summary>Whether a document holds on a day (有效性). Worked out from days and from what other documents say, never stored.</summary>
internal enum Validity
{
    /// <summary>Holds from a later day on (尚未施行).</summary>
    NotYet,

    /// <summary>有效.</summary>
    InForce,

    /// <summary>Holds as amended (已修改).</summary>
    Amended,

    /// <summary>废止.</summary>
    Repealed,

    /// <summary>Its time ran out (期满失效).</summary>
    Expired,

    /// <summary>宣布失效.</summary>
    DeclaredVoid,
}

/// <summary>The rule for it. No national statute sets one; this is how offices count: whatever ended it first decides.</summary>
internal static class ValidityRule
{
    /// <param name="effective">First day on which it holds; null for since ever.</param>
    /// <param name="expires">Last day on which it holds, inclusive; null for no end.</param>
    /// <param name="effects">What other public documents do to it, with the first day of each.</param>
    /// <param name="day">The day asked for.</param>
    public static Validity Of(DateOnly? effective, DateOnly? expires, IEnumerable<(EffectKind Kind, DateOnly From)> effects, DateOnly day)
    {
        var known = effects.Where(effect => effect.From <= day).OrderBy(effect => effect.From).ToList();
        var ended = known.FirstOrDefault(effect => effect.Kind != EffectKind.Amends);
        var isEnded = known.Exists(effect => effect.Kind != EffectKind.Amends);
        if (expires is { } last && day > last && (!isEnded || last < ended.From)) return Validity.Expired;
        if (isEnded) return ended.Kind == EffectKind.Repeals ? Validity.Repealed : Validity.DeclaredVoid;
        if (effective is { } first && day < first) return Validity.NotYet;
        return known.Count > 0 ? Validity.Amended : Validity.InForce;
    }
}
