using Gongkai.Law.Wording;
using Xunit;

namespace Gongkai.Rules.Law;

public class DocumentNumbersTests
{
    [Theory]
    [InlineData("国办发〔2017〕47号", "国办发〔2017〕47号")]
    [InlineData("国办公开办函〔2021〕30号", "国办公开办函〔2021〕30号")]
    [InlineData("建办厅函[2021]531号", "建办厅函〔2021〕531号")]
    [InlineData("惠府［2017］46号", "惠府〔2017〕46号")]
    [InlineData("惠府【２０１７】４６号", "惠府〔2017〕46号")]
    [InlineData("惠府(2017)46号", "惠府〔2017〕46号")]
    [InlineData("惠府（2017）第046号", "惠府〔2017〕46号")]
    [InlineData("惠府<2017>46号", "惠府〔2017〕46号")]
    [InlineData("惠府《2017》46号", "惠府〔2017〕46号")]
    [InlineData("惠府〈2017〉46号", "惠府〔2017〕46号")]
    [InlineData("惠府〔2017］46号", "惠府〔2017〕46号")]
    [InlineData(" 惠府 〔 2017 〕 46 号 ", "惠府〔2017〕46号")]
    [InlineData("惠 府﹝2017﹞46號", "惠府〔2017〕46号")]
    [InlineData("惠府〔二〇一七〕四十六号", "惠府〔2017〕46号")]
    [InlineData("和政办发〔2020〕1号", "和政办发〔2020〕1号")]
    [InlineData("發改經體〔2020〕12號", "发改经体〔2020〕12号")]
    public void Every_style_of_a_document_number_has_one_normal_form(string written, string normal)
    {
        Assert.True(DocumentNumber.TryParse(written, out var number), written);
        Assert.Equal(normal, number.ToString());
        Assert.False(OrderNumber.TryParse(written, out _));
    }

    [Theory]
    [InlineData("粤府令第277号", "粤府令第277号")]
    [InlineData("令第711号", "令第711号")]
    [InlineData("和政县人民政府令第12号", "和政县人民政府令第12号")]
    [InlineData("国务院令第713号", "国务院令第713号")]
    [InlineData("中华人民共和国国务院令（第711号）", "国务院令第711号")]
    [InlineData("中华人民共和国主席令第四十八号", "主席令第48号")]
    [InlineData("国务院第713号令", "国务院令第713号")]
    [InlineData("国家发展和改革委员会令2026年第3号", "国家发展和改革委员会令2026年第3号")]
    [InlineData("命令 第 007 号", "令第7号")]
    public void Orders_are_told_apart(string written, string normal)
    {
        Assert.True(OrderNumber.TryParse(written, out var number), written);
        Assert.Equal(normal, number.ToString());
        Assert.False(DocumentNumber.TryParse(written, out _));
    }

    [Theory]
    [InlineData("HFGS—2017—9", NumberForm.Unified, "HFGS-2017-9")]
    [InlineData("ZJSP01-2020-0005", NumberForm.Unified, "ZJSP01-2020-5")]
    [InlineData("(2016年)第3号", NumberForm.YearSerial, "2016年第3号")]
    [InlineData("2026年第3号", NumberForm.YearSerial, "2026年第3号")]
    [InlineData("〔2016〕17号", NumberForm.YearSerial, "2016年第17号")]
    public void What_only_looks_like_a_document_number_is_named(string written, NumberForm form, string normal)
    {
        Assert.False(DocumentNumber.TryParse(written, out _));
        var found = Assert.Single(DocumentNumbers.Find(written));
        Assert.Equal((form, normal), (found.Form, found.Normal));
    }

    [Theory]
    [InlineData("（2020）云01民初15号")]
    [InlineData("云〔2020〕不动产权第0000123号")]
    [InlineData("责令第3号车间停业")]
    [InlineData("国办发〔2017〕号")]
    [InlineData("国办发〔17〕47号")]
    [InlineData("国办发〔2017〕0号")]
    [InlineData("云政发〔2020〕1、2号")]
    [InlineData("第十四个五年规划")]
    [InlineData("2026年6月30号")]
    [InlineData("")]
    public void Other_strings_hold_no_number(string written) => Assert.Empty(DocumentNumbers.Find(written));

    [Theory]
    [InlineData("根据云政办发〔2026〕17号和市府函（2025）3号，按国务院令第711号办理。", "云政办发〔2026〕17号", "市府函（2025）3号", "国务院令第711号")]
    [InlineData("《云泽市档案目录》(云政发〔2026〕1号)、HFGS-2017-9", "云政发〔2026〕1号", "HFGS-2017-9")]
    [InlineData("贯彻落实云政发〔2026〕1号文件精神", "云政发〔2026〕1号")]
    [InlineData("参照和政办发〔2026〕8号执行", "和政办发〔2026〕8号")]
    public void Numbers_are_cut_free_from_their_sentence(string text, params string[] written) =>
        Assert.Equal(written, DocumentNumbers.Find(text).Select(f => text.Substring(f.Span.Start, f.Span.Length)));

    [Fact]
    public void A_null_is_no_number() => Assert.False(DocumentNumber.TryParse(null, out _));

    [Fact]
    public void Finding_looks_at_each_character_a_bounded_number_of_times()
    {
        // A quadratic search would need hours for this; here it only has to end.
        var text = string.Concat(Enumerable.Repeat("令第", 300_000)) + string.Concat(Enumerable.Repeat("(2026", 200_000)) + new string('政', 500_000) + "〔2026〕1号";
        Assert.Equal(1, DocumentNumbers.Find(text).Count(f => f.Form == NumberForm.Document));
    }
}
