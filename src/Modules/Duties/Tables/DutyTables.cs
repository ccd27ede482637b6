using Gongkai.Duties.Contracts;
using Gongkai.Duties.Drafts;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Duties.Tables;

/// <summary>How plans, duties, lines and evidence lie in the database.</summary>
internal sealed class DutyTables : ITables
{
    public void Convert(ModelConfigurationBuilder types)
    {
        types.Id<PlanId>();
        types.Id<DutyId>();
        types.Id<AssignmentId>();
        types.Id<EvidenceId>();
        types.Id<DraftId>();
    }

    public void Map(ModelBuilder model)
    {
        MapPlans(model);
        MapLedger(model);
        MapEvidence(model);
    }

    private static void MapPlans(ModelBuilder model)
    {
        model.Entity<PlanDraft>(draft =>
        {
            draft.ToTable("duties_drafts").HasKey(d => d.Id);
            draft.HasIndex(d => new { d.ClosedAt, d.ReadAt });
            draft.Property(d => d.Version).IsConcurrencyToken();
        });
        model.Entity<AdoptedPlan>(plan =>
        {
            plan.ToTable("duties_plans").HasKey(p => p.Id);
            plan.HasIndex(p => new { p.Year, p.Issuer }).IsUnique();
            plan.Property(p => p.Version).IsConcurrencyToken();
            plan.Ignore(p => p.BindsFrom);
        });
        model.Entity<LookBack>(look =>
        {
            look.ToTable("duties_look_backs").HasKey(l => l.DutyId);
            look.HasIndex(l => l.PlanId);
            look.Property(l => l.Result).HasConversion<string>();
        });
    }

    private static void MapLedger(ModelBuilder model)
    {
        model.Entity<Duty>(duty =>
        {
            duty.ToTable("duties_duties").HasKey(d => d.Id);
            duty.HasIndex(d => new { d.PlanId, d.Number });
            duty.HasMany(d => d.Limits).WithOne().HasForeignKey(l => l.DutyId);
            duty.Navigation(d => d.Limits).UsePropertyAccessMode(PropertyAccessMode.Field);
            duty.Property(d => d.Version).IsConcurrencyToken();
        });
        model.Entity<DutyLimit>(limit =>
        {
            limit.ToTable("duties_limits").HasKey(l => l.Id);
            limit.Property(l => l.Id).ValueGeneratedNever();
            limit.HasIndex(l => l.DutyId);
            limit.Ignore(l => l.Rule);
            limit.Property(l => l.Kind).HasConversion<string>();
            limit.Property(l => l.Origin).HasConversion<string>();
            limit.Property(l => l.Recurrence).HasConversion<string>();
            limit.Property(l => l.DayUnit).HasConversion<string>();
            limit.Property(l => l.DayOfWeek).HasConversion<string>();
        });
        model.Entity<Assignment>(line =>
        {
            line.ToTable("duties_assignments").HasKey(a => a.Id);
            line.HasIndex(a => a.DutyId);
            line.HasIndex(a => new { a.DutyId, a.OrganId }).IsUnique().HasFilter("waived_on is null"); // one organ bears a duty once, however many hand it over at the same moment
            line.HasIndex(a => new { a.PlanId, a.OrganId, a.NextDueOn });
            line.HasIndex(a => new { a.OrganId, a.NextDueOn });
            line.HasMany(a => a.Occurrences).WithOne().HasForeignKey(o => o.AssignmentId);
            line.Navigation(a => a.Occurrences).UsePropertyAccessMode(PropertyAccessMode.Field);
            line.Property(a => a.Role).HasConversion<string>();
            line.Property(a => a.Version).IsConcurrencyToken();
            line.Ignore(a => a.Answers);
        });
        model.Entity<Occurrence>(occurrence =>
        {
            occurrence.ToTable("duties_occurrences").HasKey(o => o.Id);
            occurrence.Property(o => o.Id).ValueGeneratedNever();
            occurrence.HasIndex(o => new { o.AssignmentId, o.DueOn });
            occurrence.HasIndex(o => o.CalendarVersion);
            occurrence.Ignore(o => o.MetLate).Ignore(o => o.IsOnce);
        });
    }

    private static void MapEvidence(ModelBuilder model)
    {
        model.Entity<Evidence>(evidence =>
        {
            evidence.ToTable("duties_evidence").HasKey(e => e.Id);
            evidence.HasIndex(e => new { e.AssignmentId, e.HandedInOn });
            evidence.HasIndex(e => new { e.DutyId, e.State });
            evidence.HasIndex(e => new { e.State, e.HandedInOn });
            evidence.Property(e => e.State).HasConversion<string>().IsConcurrencyToken(); // judged once, however many try at the same moment
        });
        model.Entity<Notice>(notice =>
        {
            notice.ToTable("duties_notices").HasKey(n => n.Id);
            notice.HasIndex(n => new { n.OrganId, n.SeenAt, n.At });
            notice.Property(n => n.Kind).HasConversion<string>();
        });
    }
}
