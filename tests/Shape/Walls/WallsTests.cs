namespace Gongkai.Shape
{
    public sealed class WallsTests
    {
        [Fact]
        public void Modules_show_their_contracts_and_their_front_door() =>
            Guard.Holds(SourceTypes.OfModules.GroupBy(SourceTypes.ProjectOf).SelectMany(module => WallsGuard.Breaches(module.Key, module)));

        [Fact]
        public void Finds_a_public_type_behind_the_wall() => Guard.Bites(
            WallsGuard.Breaches("Planted", [typeof(Planted.Ledger), typeof(Planted.Hidden), typeof(Planted.PlantedModule), typeof(Planted.Contracts.IPlanted)]),
            "Gongkai.Planted.Ledger is public");
    }
}

namespace Gongkai.Planted
{
    public sealed class Ledger;

    internal sealed class Hidden;

    public static class PlantedModule;
}

namespace Gongkai.Planted.Contracts
{
    public interface IPlanted;
}
