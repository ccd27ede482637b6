using Gongkai.Organs.Contracts;

namespace Gongkai.Publishing.Contracts;

/// <summary>Begins a catalogue with ready-made fields, as a person at the desk does: for those who set a site up.</summary>
public interface ICatalogueBeginning
{
    /// <summary>Puts the fields onto the desk, where they wait to be compared and adopted.</summary>
    /// <param name="organ">Whose catalogue.</param>
    /// <param name="fields">Names of standard fields.</param>
    /// <param name="bearer">Who publishes, in the words of the table.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    Task<Outcome> Propose(OrganId organ, IReadOnlyCollection<string> fields, string bearer, CancellationToken stop);

    /// <summary>Takes the fields and adopts them.</summary>
    /// <param name="organ">Whose catalogue.</param>
    /// <param name="fields">Names of standard fields.</param>
    /// <param name="bearer">Who publishes, in the words of the table.</param>
    /// <param name="from">First day on which they hold.</param>
    /// <param name="reason">Why.</param>
    /// <param name="stop">Stops before anything is adopted.</param>
    Task<Outcome> Begin(OrganId organ, IReadOnlyCollection<string> fields, string bearer, DateOnly from, string reason, CancellationToken stop);
}
