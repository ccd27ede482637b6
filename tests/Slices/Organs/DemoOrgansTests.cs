using Gongkai.Organs.Contracts;
using Gongkai.Platform.Data;
using Gongkai.Testing;
using Xunit;

namespace Gongkai.Slices.Organs;

/// <summary>The invented city of demo/ is the largest file of organs at hand: it must go in whole, and its plans must find their units.</summary>
public sealed class DemoOrgansTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task The_demo_city_goes_in_whole_and_once(Site site)
    {
        var file = OrganFile.Read(await File.ReadAllTextAsync(Demo("organs.json"), Stop));
        Assert.Empty(file.Refusals);
        var first = await site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportOrgans(file.Made, Stop));
        Assert.Empty(first.Refusals);
        Assert.Equal(file.Made.Organs.Count + file.Made.Groups!.Count, first.Made.Added);
        var second = await site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportOrgans(file.Made, Stop));
        Assert.Equal((0, 0), (second.Made.Added, second.Made.Changed));

        var names = file.Made.Organs.Where(organ => organ.Until is null).SelectMany(organ => (IEnumerable<string>)[organ.Name, organ.FullName!, .. organ.Aliases ?? []]).ToList();
        var matches = await site.Do<IOrgans, IReadOnlyList<OrganMatch>>(organs => organs.Match(names, County.Today, Stop));
        Assert.All(matches, match => Assert.Equal(1, match.Score));
    }

    [Theory]
    [InlineData("市市场监局", "市市场监管局")]
    [InlineData("市发展和改革委员会", "市发展改革局")]
    [InlineData("市教育体育局", "市教育局")]
    [InlineData("市工商局", "市市场监管局")]
    [InlineData("市环保局", "市生态环境局云泽分局")]
    [InlineData("云溪街道办", "云溪街道办事处")]
    [InlineData("各乡镇<街道>", "各镇街")]
    [InlineData("市级各有关部门", "市直有关部门")]
    public async Task A_plan_of_the_demo_city_finds_its_units(string written, string meant)
    {
        await using var site = new Site(Engine.Sqlite);
        var file = OrganFile.Read(await File.ReadAllTextAsync(Demo("organs.json"), Stop)).Made;
        await site.Do<IStaffing, Outcome<ImportTally>>(staffing => staffing.ImportOrgans(file, Stop));
        var match = Assert.Single(await site.Do<IOrgans, IReadOnlyList<OrganMatch>>(organs => organs.Match([written], County.Today, Stop)));
        Assert.Equal(meant, match.Proposed);
        Assert.InRange(match.Score, 0.4, 0.99);
    }

    private static string Demo(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "demo", name) is var file && File.Exists(file)) return file;
        throw new FileNotFoundException($"demo/{name} lies above no folder of the tests.");
    }
}
