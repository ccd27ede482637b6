using Gongkai.Checks;
using Gongkai.Platform.Rights;
using Gongkai.Platform.Settings;
using Gongkai.Publishing.Acts;
using Gongkai.Publishing.Release;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Areas.Console.Pages;

/// <summary>What a site decides itself about publication (发布设置): the negative list, what checks stop, its own words, limits.</summary>
[Permission(PublishingPermissions.Settings)]
internal sealed class PublishingSettingsModel(SettingsStore store, ChangePublishingSettings change, IStringLocalizer<Words> words) : ActPage(words)
{
    private const string Here = "/console/publishing-settings";

    /// <summary>What can be found and either stop a draft or be told only.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        CheckCodes.IdNumber, CheckCodes.Mobile, CheckCodes.BankCard, CheckCodes.Address, CheckCodes.Minor, CheckCodes.Health, CheckCodes.Email, CheckCodes.SecrecyMark,
        CheckCodes.WrongWord, CheckCodes.ForbiddenWord, CheckCodes.HiddenSheet, CheckCodes.HiddenCells, CheckCodes.HiddenText, CheckCodes.HiddenChange, CheckCodes.HiddenComment,
        CheckCodes.HiddenSlide, CheckCodes.HiddenNotes, CheckCodes.HiddenPlace, CheckCodes.HiddenAuthor, CheckCodes.DatesContradict, CheckCodes.ImpossibleDate,
        CheckCodes.AttachmentMissing, CheckCodes.Doubled, CheckCodes.NumberForm, CheckCodes.OrganName, "publishing.number-twice",
    ];

    [BindProperty]
    public SettingsForm Input { get; set; } = new();

    /// <summary>Mark of the negative list in force.</summary>
    public string ListMark { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken stop) => Input = SettingsForm.Of(await InForce(stop));

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) => await After(await change.Run(Input.Typed(Codes), stop), Words["已保存。"], Here, () => Again(stop));

    protected override async Task<IActionResult> Again(CancellationToken stop)
    {
        await InForce(stop);
        return Page();
    }

    private async Task<PublishingSettings> InForce(CancellationToken stop)
    {
        var now = await store.Get<PublishingSettings>(stop);
        ListMark = now.NegativeList.Mark;
        return now;
    }
}
