using Gongkai.Platform.Rights;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Shape;

/// <summary>Every page says who may see it. At run time a page that does not is shown to nobody; here it is found earlier.</summary>
internal static class PagesGuard
{
    /// <summary>Page models that name neither a permission nor the public, and those that name both.</summary>
    public static IEnumerable<string> Breaches(IEnumerable<Type> types) =>
        from type in types
        where typeof(PageModel).IsAssignableFrom(type) && !type.IsAbstract
        let named = PermissionAttribute.Of(type) is not null || type.IsDefined(typeof(OwnAffairAttribute), inherit: true)
        let open = type.IsDefined(typeof(PublicAttribute), inherit: true)
        where named == open
        select named ? $"{type.FullName} names a permission and says that it is public" : $"{type.FullName} names no permission and does not say that it is public";

    /// <summary>Pages without a model that do not say it themselves.</summary>
    public static IEnumerable<string> WithoutModel(IEnumerable<SourceFile> pages) =>
        from page in pages
        where page.Ending == ".cshtml" && Has(page, "@page")
        where !Has(page, "@model") && !Has(page, "@attribute [Public]") && !Has(page, "@attribute [Permission(")
        select $"{page.Path} has no model that says who may see it";

    private static bool Has(SourceFile page, string directive) =>
        page.Text.Split('\n').Any(line => line.StartsWith(directive, StringComparison.Ordinal));
}
