using Gongkai.Administration.Acts;
using Gongkai.Administration.Contracts;

namespace Gongkai.Administration;

/// <inheritdoc cref="IOwnInbox"/>
internal sealed class OwnInbox(ReadMessages read) : IOwnInbox
{
    public Task ReadAll(CancellationToken stop) => read.Run(id: null, stop);
}
