using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Gongkai.Ui.TagHelpers;

/// <summary>
/// Leads through a long list: <c>&lt;pager number="Model.P" size="20" total="128" /&gt;</c>. Each page has one stable
/// address that keeps the other query values; the first page has none of its own.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(IStringLocalizer<Words> words) : TagHelper
{
    private const int Neighbours = 2;

    /// <summary>The page shown, from 1; a number beyond the ends counts as the nearest.</summary>
    public int Number { get; set; } = 1;

    /// <summary>Rows a page, 1 or more.</summary>
    public int Size { get; set; } = 20;

    /// <summary>Rows in all.</summary>
    public int Total { get; set; }

    /// <summary>Name of the query value that holds the number.</summary>
    public string Name { get; set; } = "p";

    /// <summary>The view it stands in.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = default!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var last = Math.Max(1, (Total + Size - 1) / Size);
        var here = Math.Clamp(Number, 1, last);
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("pager");
        output.Attributes.SetAttribute("aria-label", words["翻页"].Value);
        output.Content.AppendHtml(Html.Tag("p", words["共 {0} 条", Total.ToString("N0", CultureInfo.InvariantCulture)], "pager-total n"));
        if (last == 1) return;

        var list = Html.Tag("ul", null);
        if (here > 1) list.InnerHtml.AppendHtml(Item(Link(here - 1, words["上一页"], "prev")));
        var before = 0;
        foreach (var page in Enumerable.Range(1, last).Where(page => page == 1 || page == last || Math.Abs(page - here) <= Neighbours))
        {
            if (page > before + 1) list.InnerHtml.AppendHtml(Item(Html.Tag("span", "…")));
            list.InnerHtml.AppendHtml(Item(page == here ? Here(page) : NumberLink(page)));
            before = page;
        }

        if (here < last) list.InnerHtml.AppendHtml(Item(Link(here + 1, words["下一页"], "next")));
        output.Content.AppendHtml(list);
    }

    private static TagBuilder Item(IHtmlContent content) => Html.Holding("li", null, content);

    private static string Digits(int page) => page.ToString(CultureInfo.InvariantCulture);

    private TagBuilder Here(int page) =>
        Html.Tag("span", Digits(page), "n").With("aria-current", "page").With("aria-label", words["第 {0} 页", page]).With("role", "link").With("aria-disabled", "true");

    private TagBuilder NumberLink(int page) =>
        Link(page, Digits(page), null).With("class", "n").With("aria-label", words["第 {0} 页", page]);

    private TagBuilder Link(int page, string text, string? rel) =>
        Html.Tag("a", text).With("href", AddressOf(page)).With("rel", rel);

    private string AddressOf(int page)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(pair => !pair.Key.Equals(Name, StringComparison.OrdinalIgnoreCase)));
        if (page > 1) query.Add(Name, Digits(page));
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
