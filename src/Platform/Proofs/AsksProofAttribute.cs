namespace Gongkai.Platform.Proofs;

/// <summary>
/// Says that the forms of a page are taken only with a proof of work or a ticket that was waited for. The page shows
/// <c>&lt;proof-of-work /&gt;</c> inside its form and can be shown again; the handler runs for a form that has proved itself and for no other.
/// </summary>
/// <param name="form">Name of the form: lower-case letters, digits and hyphens. A proof for one form is good for no other.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AsksProofAttribute(string form) : Attribute
{
    public string Form { get; } = form;

    /// <summary>True asks only after <see cref="ProofSettings.Failures"/> forms of the same sender led nowhere.</summary>
    public bool AfterFailures { get; init; }
}
