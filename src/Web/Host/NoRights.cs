using Gongkai.Platform.Rights;

namespace Gongkai.Web.Host;

/// <summary>The rights of a site in which no module knows posts: nobody may do anything but look at what is public.</summary>
internal sealed class NoRights : IRights
{
    public Task<Rights> Of(Guid accountId, DateOnly today, CancellationToken stop) => Task.FromResult(new Rights(null, [], []));
}
