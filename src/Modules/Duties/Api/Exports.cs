using System.Globalization;
using Gongkai.Duties.Contracts;
using Gongkai.Duties.Export;
using Gongkai.Duties.Queries;
using Gongkai.Organs.Contracts;
using Gongkai.Plans;
using Gongkai.Plans.Writing;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Frame;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Gongkai.Duties.Api;

/// <summary>Files that the office takes away: ledger and breakdown table as workbooks, the bulletin as a letter.</summary>
internal static class Exports
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/console/exports/ledger.xlsx", ExportLedger);
        site.MapGet("/console/exports/breakdown.xlsx", ExportBreakdown);
        site.MapGet("/console/bulletins/{month}.docx", ExportBulletin);
    }

    /// <summary>The lines that the ledger's page shows with the same query, all of its pages at once.</summary>
    [Permission(DutyPermissions.Report)]
    private static async Task<IResult> ExportLedger([AsParameters] LedgerQuery query, Ledger ledger, PlanList plans, IOrgans organs, Clock clock, IStringLocalizer<Words> words, CancellationToken stop)
    {
        if (await Find(plans, query.Plan, stop) is not { } plan || await query.Filter(plan.Id, organs, clock, stop) is not { } filter) return Results.NotFound();
        var lines = (await ledger.Page(filter, 0, Ledger.Most, stop)).Lines;
        return Made(output => LedgerSheet.Write(plan, clock.Today, lines, words, output), Workbook, string.Create(CultureInfo.InvariantCulture, $"{plan.Year}年政务公开任务台账（{clock.Today:yyyyMMdd}）.xlsx"));
    }

    [Permission(DutyPermissions.Report)]
    private static async Task<IResult> ExportBreakdown([FromQuery] string? plan, PlanList plans, PublicPlan tasks, IStringLocalizer<Words> words, CancellationToken stop)
    {
        if (await Find(plans, plan, stop) is not { } found) return Results.NotFound();
        var list = await tasks.Tasks(found.Id, null, null, stop);
        return Made(output => BreakdownSheet.Write(found, list, words, output), Workbook, string.Create(CultureInfo.InvariantCulture, $"{found.Year}年政务公开任务分解表.xlsx"));
    }

    [Permission(DutyPermissions.Report)]
    private static async Task<IResult> ExportBulletin(string month, [FromQuery] string? plan, PlanList plans, Bulletin bulletin, Clock clock, IOptionsSnapshot<SiteFrame> site, CancellationToken stop)
    {
        if (!DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day > clock.Today || await Find(plans, plan, stop) is not { } found) return Results.NotFound();
        var letter = BulletinLetter.Of(await bulletin.Of(found.Id, day, stop), clock.Today, site.Value.Owner);
        return Made(output => LetterFile.Write(letter, output), Document, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy年M月}政务公开督查通报.docx"));
    }

    /// <summary>The plan that an address names by its id, or the present one; null where there is none.</summary>
    private static async Task<PlanCard?> Find(PlanList plans, string? id, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(id)) return await plans.Current(stop);
        return Guid.TryParse(id, out var named) ? (await plans.Adopted(stop)).FirstOrDefault(plan => plan.Id.Value == named) : null;
    }

    private static IResult Made(Action<Stream> write, string type, string name)
    {
        var file = new MemoryStream();
        write(file);
        file.Position = 0;
        return Results.Stream(file, type, name);
    }

    /// <summary>The query of the ledger's page.</summary>
    internal readonly record struct LedgerQuery(
        [FromQuery] string? Plan, [FromQuery] string? Chapter, [FromQuery] string? Organ, [FromQuery] string? Role, [FromQuery] string? State, [FromQuery] string? Limit, [FromQuery] string? Search)
    {
        /// <summary>The filter; null where a value names nothing, for a file of other lines than asked for would mislead.</summary>
        public async Task<LedgerFilter?> Filter(PlanId plan, IOrgans organs, Clock clock, CancellationToken stop)
        {
            if (!Known<UnitRole>(Role, out var role) || !Known<DutyState>(State, out var state) || !Known<LimitKind>(Limit, out var limit)) return null;
            var organ = string.IsNullOrEmpty(Organ) ? null : await organs.ByKey(Organ, clock.Today, stop);
            if (organ is null && !string.IsNullOrEmpty(Organ)) return null;
            return new() { Plan = plan, Chapter = string.IsNullOrEmpty(Chapter) ? null : Chapter, Organ = organ?.Id, Role = role, State = state, Limit = limit, Words = Search?.Trim() };
        }

        private static bool Known<T>(string? word, out T? value) where T : struct, Enum
        {
            value = null;
            if (string.IsNullOrEmpty(word)) return true;
            if (!Enum.TryParse<T>(word, ignoreCase: true, out var read) || !Enum.IsDefined(read)) return false;
            value = read;
            return true;
        }
    }
}
