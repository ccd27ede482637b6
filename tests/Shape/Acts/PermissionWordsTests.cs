using Gongkai.Organs.Contracts;

namespace Gongkai.Shape;

public sealed class PermissionWordsTests
{
    [Fact]
    public void Each_permission_has_a_Chinese_name() => Guard.Holds(PermissionWordsGuard.Breaches(Registered.Instances<RoleGrant>(), [.. Registered.Instances<ModuleWords>()]));

    [Fact]
    public void Finds_a_permission_without_a_name() =>
        Guard.Bites(PermissionWordsGuard.Breaches([new("clerk", "organs.forgotten")], [.. Registered.Instances<ModuleWords>()]), "organs.forgotten has no Chinese name");

    [Fact]
    public void Finds_a_module_that_names_none() => Guard.Bites(PermissionWordsGuard.Breaches([new("clerk", "elsewhere.look")], []), "elsewhere.look belongs to a module");
}
