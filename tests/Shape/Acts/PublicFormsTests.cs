using Gongkai.Platform.Proofs;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Shape;

public sealed class PublicFormsTests
{
    [Fact]
    public void Public_forms_ask_for_a_proof_or_say_why_not() => Guard.Holds(PublicFormsGuard.Breaches(SourceTypes.All, PublicFormsGuard.Without));

    [Fact]
    public void Pages_that_ask_show_the_field() => Guard.Holds(PublicFormsGuard.WithoutField(Repository.Here.Under("src/", ".cshtml").Concat(Repository.Here.Under("src/", ".cs"))));

    [Fact]
    public void Finds_a_form_that_asks_nobody_and_one_that_cannot_ask() => Guard.Bites(
        PublicFormsGuard.Breaches(
            [typeof(ReadOnlyPage), typeof(StaffPage), typeof(ProvenPage), typeof(OpenPage), typeof(ExcusedPage), typeof(LastWordPage), typeof(MisnamedPage)],
            new Dictionary<string, string> { [typeof(ExcusedPage).FullName!] = "planted", ["Gongkai.Gone"] = "planted" }),
        "OpenPage takes forms from everybody",
        "LastWordPage asks for a proof and cannot be shown again",
        "MisnamedPage gives its form a name",
        "Gongkai.Gone is excused and is no page");

    [Fact]
    public void Finds_a_page_without_the_field() => Guard.Bites(
        PublicFormsGuard.WithoutField([
            new("src/Web/Pages/Letter.cshtml", "<form><proof-of-work /></form>"),
            new("src/Web/Pages/Letter.cshtml.cs", "[Public, AsksProof(\"letter\")] class LetterModel;"),
            new("src/Web/Pages/Wish.cshtml", "<form></form>"),
            new("src/Web/Pages/Wish.cshtml.cs", "[Public, AsksProof(\"wish\")] class WishModel;")]),
        "src/Web/Pages/Wish.cshtml.cs asks for a proof");

    [Public]
    private sealed class ReadOnlyPage : PageModel;

    [Permission("planted.write")]
    private sealed class StaffPage : PageModel
    {
        public void OnPost() => HttpContext.Abort();
    }

    [Public]
    private sealed class OpenPage : PageModel
    {
        public void OnPostSend() => HttpContext.Abort();
    }

    [Public]
    private sealed class ExcusedPage : PageModel
    {
        public void OnPost() => HttpContext.Abort();
    }

    [Public, AsksProof("letter")]
    private sealed class ProvenPage : PageModel, IShownAgain
    {
        public void OnPost() => HttpContext.Abort();

        public Task<IActionResult> ShowAgain(CancellationToken stop) => Task.FromResult<IActionResult>(Page());
    }

    [Public, AsksProof("letter")]
    private sealed class LastWordPage : PageModel
    {
        public void OnPost() => HttpContext.Abort();
    }

    [Public, AsksProof("A Letter")]
    private sealed class MisnamedPage : PageModel, IShownAgain
    {
        public Task<IActionResult> ShowAgain(CancellationToken stop) => Task.FromResult<IActionResult>(Page());
    }
}
