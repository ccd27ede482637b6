using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Starting;
using Xunit;

namespace Gongkai.Slices.Publishing;

/// <summary>The catalogues to begin with hold what the Regulations and the standards name.</summary>
public sealed class StandardFieldsTests
{
    [Fact]
    public void Article_20_has_its_fifteen_items_in_order()
    {
        var items = StandardFields.All.Single(field => field.Name == "主动公开（条例第二十条）").Items;
        string[] numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"];

        Assert.Equal(numbers.Length, items.Count);
        Assert.All(items.Zip(numbers), pair => Assert.StartsWith($"《中华人民共和国政府信息公开条例》第二十条第（{pair.Second}）项", pair.First.Basis, StringComparison.Ordinal));
    }

    [Fact]
    public void There_are_twenty_six_fields_beside_the_Regulations() => Assert.Equal(26, StandardFields.Names.Count(name => !name.Contains("条例", StringComparison.Ordinal)));

    [Fact]
    public void Every_item_stands_its_own_test_and_none_is_there_twice()
    {
        var items = StandardFields.All.SelectMany(field => field.Items).ToList();

        Assert.Empty(items.SelectMany(item => item.Against().Select(reason => $"{item.Field} {item.Second}: {reason.Code}")));
        Assert.Equal(items.Count, items.Select(item => item.Key).Distinct().Count());
        Assert.All(items, item => Assert.Equal(item, item.Tidy()));
        Assert.All(items, item => Assert.True(item.Audience != Audience.Group || item.Group.Length > 0, item.Second));
    }
}
