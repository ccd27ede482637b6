using Gongkai.Platform.Data;
using Gongkai.Publishing.Catalogue;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Tables;

/// <summary>How catalogues lie in the database.</summary>
internal sealed class PublishingTables : ITables
{
    public void Convert(ModelConfigurationBuilder types)
    {
        types.Id<CatalogueItemId>();
        types.Id<CatalogueDraftId>();
    }

    public void Map(ModelBuilder model)
    {
        model.Entity<OrganCatalogue>(catalogue =>
        {
            catalogue.ToTable("publishing_catalogues").HasKey(c => c.OrganId);
            catalogue.Property(c => c.OrganId).ValueGeneratedNever();
            catalogue.Property(c => c.Version).IsConcurrencyToken();
        });
        model.Entity<CatalogueItem>(item =>
        {
            item.ToTable("publishing_items").HasKey(i => i.Id);
            item.Property(i => i.Id).ValueGeneratedNever();
            item.HasIndex(i => new { i.OrganId, i.Place });
            item.HasMany(i => i.Wordings).WithOne().HasForeignKey(w => w.ItemId).OnDelete(DeleteBehavior.Restrict);
            item.Navigation(i => i.Wordings).HasField("_wordings").UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<ItemWording>(wording =>
        {
            wording.ToTable("publishing_wordings").HasKey(w => w.Id);
            wording.Property(w => w.Id).ValueGeneratedNever();
            wording.HasIndex(w => new { w.ItemId, w.From }).IsUnique();
            wording.Property(w => w.ScheduleKind).HasConversion<string>();
            wording.Property(w => w.DayUnit).HasConversion<string>();
            wording.Property(w => w.Recurrence).HasConversion<string>();
            wording.Ignore(w => w.Content).Ignore(w => w.Schedule);
        });
        model.Entity<CatalogueDraft>(draft =>
        {
            draft.ToTable("publishing_catalogue_drafts").HasKey(d => d.Id);
            draft.Property(d => d.Id).ValueGeneratedNever();
            draft.HasIndex(d => new { d.OrganId, d.ClosedAt, d.ReadAt });
            draft.Property(d => d.Version).IsConcurrencyToken();
        });
    }
}
