using Gongkai.Organs.Contracts;
using Gongkai.Platform.Rights;

namespace Gongkai.Shape;

public sealed class PermissionsTests
{
    private static readonly IReadOnlyList<RoleGrant> Planted = [new("clerk", "shape.see")];

    [Fact]
    public void Permissions_are_named_after_their_module() => Guard.Holds(PermissionsGuard.Misnamed(SourceTypes.OfModules));

    [Fact]
    public void Each_permission_is_held_by_some_role() => Guard.Holds(PermissionsGuard.Unheld(SourceTypes.All, PermissionsGuard.Grants(SourceTypes.All)));

    [Fact]
    public void Finds_a_permission_named_after_another_module() => Guard.Bites(PermissionsGuard.Misnamed([typeof(Seen), typeof(Foreign)]), "Foreign names duties.view");

    [Fact]
    public void Finds_a_permission_that_nobody_can_hold() =>
        Guard.Bites(PermissionsGuard.Unheld([typeof(Seen), typeof(Foreign)], PermissionsGuard.Grants([typeof(PermissionsTests)])), "duties.view of Gongkai.Shape");

    [Fact]
    public void Reads_grants_where_modules_declare_them() => Assert.Equal(Planted, PermissionsGuard.Grants([typeof(PermissionsTests)]));

    [Permission("shape.see")]
    private sealed class Seen;

    [Permission("duties.view")]
    private sealed class Foreign;
}
