namespace Gongkai.Duties.Queries;

/// <summary>A plan on show, and what its address has to say.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="OfYear">Every plan of its year, this one included.</param>
internal sealed record PlanOnShow(PlanCard Plan, IReadOnlyList<PlanCard> OfYear)
{
    /// <summary>Addresses of everything about it.</summary>
    public PlanAddress Address => new(Plan.Year, OfYear.Count > 1 ? Plan.Issuer : null);
}

/// <summary>Finds the plan that an address means.</summary>
internal sealed class PublicPlans(PlanList plans)
{
    /// <summary>The plan of a year; null where there is none, or none of that issuer.</summary>
    /// <param name="year">Plan year.</param>
    /// <param name="issuer">The office that signs it; null for the first of the year.</param>
    /// <param name="stop">Stops the query.</param>
    public async Task<PlanOnShow?> Of(int year, string? issuer, CancellationToken stop)
    {
        var ofYear = (await plans.Adopted(stop)).Where(plan => plan.Year == year).ToList();
        return ofYear.Find(plan => string.IsNullOrEmpty(issuer) || plan.Issuer == issuer) is { } plan ? new(plan, ofYear) : null;
    }
}
