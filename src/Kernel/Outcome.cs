namespace Gongkai;

/// <summary>What came of an act: done, or refused with every reason.</summary>
public sealed class Outcome
{
    private Outcome(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    /// <summary>The act was carried out and is stored.</summary>
    public static Outcome Done { get; } = new([]);

    /// <summary>Every reason against the act; empty when it was done.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when the act was carried out.</summary>
    public bool IsDone => Refusals.Count == 0;

    /// <summary>Nothing was changed, for these reasons.</summary>
    /// <exception cref="ArgumentException">No reason was given.</exception>
    public static Outcome Refused(params IReadOnlyList<Refusal> reasons) =>
        reasons.Count > 0 ? new(reasons) : throw new ArgumentException("A refusal needs a reason.", nameof(reasons));

    /// <summary>Nothing was changed, for this reason.</summary>
    public static Outcome Refused(string code, params IReadOnlyList<object> values) => Refused([new Refusal(code) { Values = values }]);
}

/// <summary>What came of an act that makes something: the thing made, or every reason against.</summary>
/// <typeparam name="T">What the act makes, mostly an id.</typeparam>
public sealed class Outcome<T>
{
    private readonly T? _made;

    private Outcome(T? made, IReadOnlyList<Refusal> refusals) => (_made, Refusals) = (made, refusals);

    /// <summary>Every reason against the act; empty when it was done.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>True when the act was carried out.</summary>
    public bool IsDone => Refusals.Count == 0;

    /// <summary>What was made.</summary>
    /// <exception cref="InvalidOperationException">The act was refused; ask <see cref="IsDone"/> first.</exception>
    public T Made => IsDone ? _made! : throw new InvalidOperationException($"Refused: {Refusals[0].Code}");

    /// <summary>The act was carried out and made this.</summary>
    public static implicit operator Outcome<T>(T made) => new(made, []);

    /// <summary>Carries the reasons of a refused outcome over.</summary>
    /// <exception cref="ArgumentException">The outcome was not refused.</exception>
    public static implicit operator Outcome<T>(Outcome refused) =>
        refused.IsDone ? throw new ArgumentException("Only a refusal carries over; return what was made.", nameof(refused)) : new(default, refused.Refusals);
}
