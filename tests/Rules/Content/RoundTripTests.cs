using FsCheck;
using FsCheck.Fluent;
using Gongkai.Content.Blocks;
using Gongkai.Content.Importing;
using Gongkai.Content.Markup;
using Gongkai.Content.Writing;
using Xunit;

namespace Gongkai.Rules.Content;

public sealed class RoundTripTests
{
    private const string Pictures = "/files/pictures/";

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2_000);

    private static string Html(Body body) => HtmlWriter.Write(body, digest => Pictures + digest);

    private static Body FromHtml(string html)
    {
        var outcome = HtmlBody.Read(html, HtmlOrigin.Editor, address => address.StartsWith(Pictures, StringComparison.Ordinal) ? address[Pictures.Length..] : null);
        Assert.True(outcome.IsRead);
        Assert.DoesNotContain(outcome.Text.Doubts, doubt => doubt.Code != "plans.empty-table");
        return outcome.Text.Body;
    }

    [Fact]
    public void The_normal_form_is_normal() => Check.One(Many, Prop.ForAll(AnyBody.Arbitrary, body =>
    {
        var normal = body.Normalised();
        Assert.Equal(normal.ToJson(), normal.Normalised().ToJson());
    }));

    [Fact]
    public void Html_is_read_back_as_written() => Check.One(Many, Prop.ForAll(AnyBody.Arbitrary, body =>
    {
        var normal = body.Normalised();
        Assert.Equal(normal.ToJson(), FromHtml(Html(normal)).ToJson());
    }));

    [Fact]
    public void The_plain_form_is_read_back_as_written() => Check.One(Many, Prop.ForAll(AnyBody.Arbitrary, body =>
    {
        var normal = body.Normalised();
        Assert.Equal(normal.ToJson(), MarkupReader.Read(MarkupWriter.Write(normal)).ToJson());
    }));

    [Fact]
    public void Json_is_read_back_as_written() => Check.QuickThrowOnFailure(Prop.ForAll(AnyBody.Arbitrary, body =>
    {
        var json = body.Normalised().ToJson();
        Assert.Equal(json, Body.FromJson(json).ToJson());
    }));

    [Fact]
    public void Any_html_is_some_text_in_normal_form()
    {
        var pieces = Gen.Elements("<p>", "</p>", "<b>", "</a>", "<a href='/x'>", "<table>", "<tr>", "<td rowspan=3>", "<th colspan=2>", "</table>", "<ol start=3>", "<ul>", "<li>", "<img src=x>", "<figure>", "<h2>", "<sup>", "<pre>", "甲", " 乙", "\n", "<", "&lt;", "<script>", "-->", "<!--", "<br>", "<![if !x]>");
        Check.One(Many, Prop.ForAll(Gen.ListOf(pieces).Select(string.Concat).ToArbitrary(), Gen.Elements(HtmlOrigin.Editor, HtmlOrigin.Elsewhere).ToArbitrary(), (html, origin) =>
        {
            var outcome = HtmlBody.Read(html, origin);
            Assert.True(outcome.IsRead);
            Assert.Equal(outcome.Text.Body.Normalised().ToJson(), outcome.Text.Body.ToJson());
        }));
    }

    [Fact]
    public void Any_line_of_the_plain_form_is_some_text()
    {
        var pieces = Gen.Elements("|", "^", "<", "!", "甲", " ", "\n", "- ", "+ ", "# ", ">> ", "<> ", "\\", "**", "~", "[", "](", ")", "![", "https://a.example", AnyBody.Digest);
        Check.One(Many, Prop.ForAll(Gen.ListOf(pieces).Select(string.Concat).ToArbitrary(), written =>
        {
            var body = MarkupReader.Read(written);
            Assert.Equal(body.ToJson(), MarkupReader.Read(MarkupWriter.Write(body)).ToJson());
        }));
    }

    [Theory]
    [InlineData("**")]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("^")]
    [InlineData("~a")]
    [InlineData("**a*")]
    [InlineData("![")]
    public void A_line_of_signs_without_partners_is_read_in_one_go(string sign)
    {
        var line = string.Concat(Enumerable.Repeat(sign, 300_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(MarkupReader.Read(line + "]").Blocks);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), clock.Elapsed.ToString());
    }
}
