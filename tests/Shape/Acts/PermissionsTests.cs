using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;

namespace Gongkai.Shape;

public sealed class PermissionsTests
{
    [Fact]
    public void Permissions_are_named_after_their_module() => Guard.Holds(PermissionsGuard.Misnamed(SourceTypes.OfModules));

    [Fact]
    public void Each_permission_is_held_by_some_role() => Guard.Holds(PermissionsGuard.Unheld(SourceTypes.OfModules, Registered.Instances<RoleGrant>()));

    [Fact]
    public void Finds_a_permission_named_after_another_module() => Guard.Bites(PermissionsGuard.Misnamed([typeof(Seen), typeof(Foreign)]), "Foreign names duties.view");

    [Fact]
    public void Finds_a_permission_that_nobody_can_hold() =>
        Guard.Bites(PermissionsGuard.Unheld([typeof(Seen), typeof(Foreign)], [new("clerk", "shape.see")]), "duties.view of Gongkai.Shape");

    [Permission("shape.see")]
    private sealed class Seen;

    [Permission("duties.view")]
    private sealed class Foreign;
}
