using System.Security.Claims;

namespace Gongkai.Ui.Menu;

/// <summary>Answers whether somebody holds a permission; whoever knows permissions implements it. Without one, lines that need a permission stay hidden.</summary>
public interface IMenuPermission
{
    /// <summary>True when the person holds the permission.</summary>
    ValueTask<bool> Holds(ClaimsPrincipal user, string permission, CancellationToken stop);
}
