using Gongkai.Platform.Proofs;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Shape;

/// <summary>
/// A public page that takes a form asks for a proof, or a program could send it by the thousand; what does without says why. Who asks shows the field and
/// can be shown again.
/// </summary>
internal static class PublicFormsGuard
{
    /// <summary>Full names of the page models that do without, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Without = new Dictionary<string, string>
    {
        ["Gongkai.Administration.Pages.SignInCodeModel"] = "opens only to a browser that has just shown a right password, and a wrong code counts against the account",
        ["Gongkai.Administration.Pages.LinkModel"] = "does something only behind a one-time link, which nobody can guess",
        ["Gongkai.Administration.Pages.SetupModel"] = "does something only behind the link of the first start",
        ["Gongkai.Administration.Pages.SignOutModel"] = "ends the sender's own session and stores nothing for anybody else",
    };

    /// <param name="types">Page models.</param>
    /// <param name="without">Those that do without.</param>
    public static IEnumerable<string> Breaches(IEnumerable<Type> types, IReadOnlyDictionary<string, string> without)
    {
        var pages = types.Where(type => typeof(PageModel).IsAssignableFrom(type) && !type.IsAbstract).ToList();
        foreach (var page in pages)
        {
            var asks = page.GetCustomAttributes(typeof(AsksProofAttribute), inherit: true).OfType<AsksProofAttribute>().SingleOrDefault();
            var isExcused = without.ContainsKey(page.FullName!);
            if (asks is null && !isExcused && page.IsDefined(typeof(PublicAttribute), inherit: true) && TakesForms(page)) yield return $"{page.FullName} takes forms from everybody and asks for no proof";
            if (asks is not null && isExcused) yield return $"{page.FullName} asks for a proof and stands on the list of those that do not";
            if (asks is not null && !Proofs.CanBeForm(asks.Form)) yield return $"{page.FullName} gives its form a name that it cannot have: {asks.Form}";
            if (asks is not null && !typeof(IShownAgain).IsAssignableFrom(page)) yield return $"{page.FullName} asks for a proof and cannot be shown again";
        }
        foreach (var gone in without.Keys.Except(pages.Select(page => page.FullName!))) yield return $"{gone} is excused and is no page";
    }

    /// <summary>Pages whose model asks and that do not show the field, which would let nobody in.</summary>
    /// <param name="pages">Pages and their models.</param>
    public static IEnumerable<string> WithoutField(IEnumerable<SourceFile> pages)
    {
        var all = pages.ToDictionary(page => page.Path);
        return from model in all.Values
               where model.Path.EndsWith(".cshtml.cs", StringComparison.Ordinal) && model.BareCode.Contains("AsksProof(", StringComparison.Ordinal)
               where !all.TryGetValue(model.Path[..^".cs".Length], out var page) || !page.Text.Contains("<proof-of-work", StringComparison.Ordinal)
               select $"{model.Path} asks for a proof and its page has no <proof-of-work />";
    }

    private static bool TakesForms(Type page) =>
        page.GetMethods().Any(method => new[] { "OnPost", "OnPut", "OnPatch", "OnDelete" }.Any(verb => method.Name.StartsWith(verb, StringComparison.Ordinal)));
}
