using FsCheck;
using FsCheck.Fluent;
using Gongkai.Law.Wording;
using Xunit;

namespace Gongkai.Rules.Law;

public class WordingTests
{
    [Theory]
    [InlineData("市发改委﹐人社局：ＡＢＣ（１２）", "市发改委,人社局:ABC(12)")]
    [InlineData("［2017］﹝2018﹞「要點」", "[2017]〔2018〕“要点”")]
    [InlineData("各 有 关 部 门", "各有关部门")]
    [InlineData("文件公布后 3 个工作日内", "文件公布后3个工作日内")]
    [InlineData("2 0 2 6 年 6 月底", "2026年6月底")]
    [InlineData("热线12345 12315", "热线12345 12315")]
    [InlineData("发文机关\t文号    日期", "发文机关 文号 日期")]
    [InlineData("　　第一行\u00A0\r\n\u3000第二行  \f第三行", "第一行\n第二行\n第三行")]
    [InlineData("發(fā)展(zhǎn)的（de）(jié)", "发展的")]
    [InlineData("市教育局(de)", "市教育局(de)")]
    [InlineData("政務公開與陝西廣東職責", "政务公开与陕西广东职责")]
    [InlineData("著名的乾县瞭望台覆盖面", "著名的乾县瞭望台覆盖面")]
    [InlineData("公\u200B开\uFEFF", "公开")]
    [InlineData("⼈⺠政府⾨户", "人⺠政府门户")]
    [InlineData("栏目设置。 市直部门:上传", "栏目设置。 市直部门:上传")]
    [InlineData("《 关于公开 》 ( 试行 )", "《关于公开》 (试行)")]
    [InlineData("Web site 2 pages", "Web site 2 pages")]
    public void One_spelling_for_all(string source, string text) => Assert.Equal(text, NormalisedText.Of(source).Text);

    [Fact]
    public void Spans_lead_back_without_what_was_removed()
    {
        var normal = NormalisedText.Of("由 市 政 府（ 辦 公 室 ）發(fā)布 。");
        Assert.Equal("由市政府(办公室)发布。", normal.Text);
        Assert.Equal("市 政 府", Source(normal, "市政府"));
        Assert.Equal("發(fā)布", Source(normal, "发布"));
        Assert.Equal("發", Source(normal, "发"));
        Assert.Equal("（ 辦 公 室 ）", Source(normal, "(办公室)"));
        Assert.True(normal.BlankBefore(1));
        Assert.Equal(normal.Source.Length, normal.ToSource(normal.Text.Length));
    }

    private static string Source(NormalisedText normal, string part)
    {
        var span = normal.ToSource(new TextSpan(normal.Text.IndexOf(part, StringComparison.Ordinal), part.Length));
        return normal.Source.Substring(span.Start, span.Length);
    }

    [Fact]
    public void The_map_is_ordered_and_points_at_what_was_folded()
    {
        var pieces = Gen.Elements("公", "開", " ", "　", "１", "2", "(fā)", "（", "）", "\r\n", "\t", "\u200B", "a", "，", "〔", "😀", "(", "\n");
        var texts = Gen.ArrayOf(pieces).Select(parts => string.Concat(parts));
        Check.QuickThrowOnFailure(Prop.ForAll(texts.ToArbitrary(), source =>
        {
            var normal = NormalisedText.Of(source);
            var last = -1;
            for (var i = 0; i < normal.Text.Length; i++)
            {
                var origin = normal.ToSource(i);
                if (origin <= last || normal.FromSource(origin) != i) return false;
                if (normal.ToSource(new TextSpan(i, 1)) != new TextSpan(origin, 1)) return false;
                if (normal.Text[i] != ' ' && normal.Text[i] != '\n' && NormalisedText.Of(source[origin].ToString()).Text != normal.Text[i].ToString()) return false;
                last = origin;
            }

            return normal.Text.Length <= source.Length && NormalisedText.Of(normal.Text).Text.Length <= normal.Text.Length;
        }));
    }

    [Fact]
    public void Traditional_pairs_lead_to_simplified_characters_only()
    {
        var pairs = TraditionalCharacters.Pairs.Chunk(2).ToList();
        var written = pairs.Select(p => p[0]).ToHashSet();
        Assert.Equal(pairs.Count, written.Count);
        Assert.True(pairs.Count >= 600);
        Assert.DoesNotContain(pairs, p => written.Contains(p[1]));
    }

    [Theory]
    [InlineData("一", 1)]
    [InlineData("十", 10)]
    [InlineData("十五", 15)]
    [InlineData("二十", 20)]
    [InlineData("九十九", 99)]
    [InlineData("廿三", 23)]
    [InlineData("卅", 30)]
    [InlineData("两百", 200)]
    [InlineData("一百零五", 105)]
    [InlineData("一百〇五", 105)]
    [InlineData("一百五", 150)]
    [InlineData("一百一十", 110)]
    [InlineData("一百十五", 115)]
    [InlineData("一千零一十", 1010)]
    [InlineData("一千零二十三", 1023)]
    [InlineData("二〇二六", 2026)]
    [InlineData("二○一七", 2017)]
    [InlineData("二OO八", 2008)]
    [InlineData("三万", 30000)]
    [InlineData("三万零五百", 30500)]
    [InlineData("十二万三千四百五十六", 123456)]
    [InlineData("壹佰贰拾", 120)]
    [InlineData("15", 15)]
    [InlineData("０１５", 15)]
    [InlineData("3万", 30000)]
    [InlineData("零", 0)]
    public void Numerals_are_read(string text, int value)
    {
        Assert.True(ChineseNumerals.TryParse(text, out var read), text);
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("三个工作日", 3, 1)]
    [InlineData("十五日内", 15, 2)]
    [InlineData("20个", 20, 2)]
    [InlineData("二十一百", 21, 3)]
    [InlineData("五零", 50, 2)]
    [InlineData("十零", 10, 1)]
    public void A_numeral_is_read_as_far_as_it_goes(string text, int value, int consumed)
    {
        Assert.True(ChineseNumerals.TryRead(text, out var read, out var length));
        Assert.Equal((value, consumed), (read, length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("百")]
    [InlineData("工作")]
    [InlineData("99999999999999999999")]
    [InlineData("99999万")]
    public void What_is_no_number_is_refused(string text) => Assert.False(ChineseNumerals.TryRead(text, out _, out _));

    [Fact]
    public void Written_numerals_read_back()
    {
        foreach (var value in Enumerable.Range(0, 12_000).Concat([20_000, 20_001, 100_010, 1_010_203, 10_000_000, ChineseNumerals.Largest]))
        {
            Assert.True(ChineseNumerals.TryParse(ChineseNumerals.Write(value), out var read), ChineseNumerals.Write(value));
            Assert.Equal(value, read);
        }

        Assert.Equal("二〇二六", ChineseNumerals.WriteDigits(2026));
        Assert.Equal(("十五", "一百一十五", "一万零五十"), (ChineseNumerals.Write(15), ChineseNumerals.Write(115), ChineseNumerals.Write(10_050)));
    }

    [Theory]
    [InlineData("2026年6月30日")]
    [InlineData("２０２６年６月３０日")]
    [InlineData("二〇二六年六月三十日")]
    [InlineData("2026 年 06 月 30 日")]
    [InlineData("2026-06-30")]
    [InlineData("2026.6.30")]
    [InlineData("2026/6/30")]
    [InlineData("6月30日")]
    [InlineData("六月三十号")]
    public void Dates_are_read(string text)
    {
        Assert.True(ChineseDates.TryParse(text, 2026, out var date), text);
        Assert.Equal(new DateOnly(2026, 6, 30), date);
    }

    [Theory]
    [InlineData("2026年2月30日")]
    [InlineData("2026年13月1日")]
    [InlineData("12026-06-30")]
    [InlineData("2026.6.30.1")]
    [InlineData("2026-06-301")]
    [InlineData("2026年6月")]
    [InlineData("6月30日")]
    [InlineData("1, 2-3")]
    public void What_is_no_day_is_not_found(string text) => Assert.Empty(ChineseDates.Find(text));

    [Fact]
    public void Dates_are_found_with_their_places()
    {
        const string Text = "自2026年3月1日起至十二月三十一日止，2026-05-01发布";
        var found = ChineseDates.Find(Text, 2026);
        Assert.Equal(["2026年3月1日", "十二月三十一日", "2026-05-01"], found.Select(f => Text.Substring(f.Span.Start, f.Span.Length)));
        Assert.Equal([true, false, true], found.Select(f => f.YearGiven));
        Assert.Equal(new DateOnly(2026, 12, 31), found[1].Date);
    }
}
