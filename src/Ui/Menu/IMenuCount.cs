using System.Security.Claims;

namespace Gongkai.Ui.Menu;

/// <summary>Counts what waits behind one line of the console's menu.</summary>
public interface IMenuCount
{
    /// <summary>Key of the <see cref="MenuItem"/> counted.</summary>
    string Key { get; }

    /// <summary>How many things wait there for this person; null or 0 shows no number. Asked for on every console page: keep it cheap.</summary>
    ValueTask<int?> Count(ClaimsPrincipal user, CancellationToken stop);
}
