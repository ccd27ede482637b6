using Gongkai.Organs.Contracts;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Contracts;

namespace Gongkai.Publishing;

/// <inheritdoc cref="ICatalogueBeginning"/>
internal sealed class CatalogueBeginning(BeginCatalogue begin, AdoptCatalogue adopt, CatalogueStore store) : ICatalogueBeginning
{
    public async Task<Outcome> Propose(OrganId organ, IReadOnlyCollection<string> fields, string bearer, CancellationToken stop)
    {
        var begun = await begin.Run(organ, fields, bearer, stop);
        return begun.IsDone ? Outcome.Done : Outcome.Refused(begun.Refusals);
    }

    public async Task<Outcome> Begin(OrganId organ, IReadOnlyCollection<string> fields, string bearer, DateOnly from, string reason, CancellationToken stop)
    {
        var begun = await begin.Run(organ, fields, bearer, stop);
        return begun.IsDone ? await adopt.Run(begun.Made, from, endMissing: false, reason, await store.Changes(organ, stop), stop) : Outcome.Refused(begun.Refusals);
    }
}
