using Gongkai.Organs.Acts;
using Gongkai.Organs.Contracts;

namespace Gongkai.Organs;

/// <summary>The acts of this module that others may carry out: each goes to its act and adds nothing.</summary>
internal sealed class ActsForOthers(AddAlias addAlias, ImportOrgans importOrgans, ImportPeople importPeople, CreateAccount createAccount, AppointPost appointPost)
    : IOrganNames, IStaffing
{
    public Task<Outcome> Learn(string name, OrganId organ, CancellationToken stop) => addAlias.Run(name, organ, group: null, stop);

    public Task<Outcome> Learn(string name, OrganGroupId group, CancellationToken stop) => addAlias.Run(name, organ: null, group, stop);

    public Task<Outcome<ImportTally>> ImportOrgans(OrganFile file, CancellationToken stop) => importOrgans.Run(file, stop);

    public Task<Outcome<ImportTally>> ImportPeople(PeopleFile file, Func<string, string> passwordFor, CancellationToken stop) => importPeople.Run(file, passwordFor, stop);

    public Task<Outcome<Guid>> CreateAccount(string login, string name, string? password, CancellationToken stop) => createAccount.Run(login, name, password, stop);

    public Task<Outcome<Guid>> Appoint(Guid account, OrganId organ, string role, bool primary, DateOnly from, CancellationToken stop) =>
        appointPost.Run(new(account, organ, role, primary, from), stop);
}
