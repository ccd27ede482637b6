namespace Gongkai.Organs.Contracts;

/// <summary>Teaches the register how others write the names of organs.</summary>
public interface IOrganNames
{
    /// <summary>Remembers that a name means an organ, so that the next plan needs no eye on it. Asks for the permission <c>organs.learn-name</c>.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="organ">The organ a person chose for it.</param>
    /// <param name="stop">Stops before anything is stored.</param>
    /// <returns>Done, also where it was known already; refused where the name belongs to another organ or group.</returns>
    Task<Outcome> Learn(string name, OrganId organ, CancellationToken stop);

    /// <summary>Remembers that a collective name means a group; otherwise the same.</summary>
    Task<Outcome> Learn(string name, OrganGroupId group, CancellationToken stop);
}
