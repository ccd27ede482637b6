using Gongkai.Platform.Data;
using Gongkai.Publishing.CleanUps;
using Gongkai.Publishing.Contracts;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Library;
using Gongkai.Publishing.Numbers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing.Tables;

/// <summary>How documents lie in the database.</summary>
internal sealed class DocumentTables : ITables
{
    public void Convert(ModelConfigurationBuilder types)
    {
        types.Id<DocumentId>();
        types.Id<EditionId>();
    }

    public void Map(ModelBuilder model)
    {
        model.Entity<Document>(document =>
        {
            document.ToTable("publishing_documents").HasKey(d => d.Id);
            document.Property(d => d.Id).ValueGeneratedNever();
            document.Property(d => d.Version).IsConcurrencyToken();
            document.Ignore(d => d.Disclosure);
            document.HasIndex(d => d.Address).IsUnique();
            document.HasIndex(d => d.WishedAddress).IsUnique();
            document.HasIndex(d => d.IndexNumber).IsUnique();
            document.HasIndex(d => d.FirstPublishedAt);
            document.HasIndex(d => new { d.OrganId, d.FirstPublishedAt });
            document.HasIndex(d => new { d.Type, d.FirstPublishedAt });
            document.HasIndex(d => new { d.ItemId, d.FirstPublishedAt });
            document.HasIndex(d => new { d.ItemId, d.LastPublishedAt });
            document.HasIndex(d => d.ExplainsId);
            document.HasIndex(d => d.OpenEditionId);
            document.HasIndex(d => d.InterpretationBy);
            document.HasIndex(d => d.ReassessOn);
        });
        model.Entity<Edition>(edition =>
        {
            edition.ToTable("publishing_editions").HasKey(e => e.Id);
            edition.Property(e => e.Id).ValueGeneratedNever();
            edition.Property(e => e.Version).IsConcurrencyToken();
            edition.Ignore(e => e.Head).Ignore(e => e.Authors);
            edition.HasOne<Document>().WithMany().HasForeignKey(e => e.DocumentId).OnDelete(DeleteBehavior.Restrict);
            edition.HasIndex(e => new { e.DocumentId, e.Number }).IsUnique();
            edition.HasIndex(e => new { e.State, e.PublishAt });
            edition.HasIndex(e => e.ExpiresOn);
            edition.HasIndex(e => e.NumberYear);
            edition.HasIndex(e => e.DocumentNumber);
            edition.HasIndex(e => e.ReviewAfterwardsBy);
        });
        model.Entity<EditionText>(text =>
        {
            text.ToTable("publishing_texts").HasKey(t => t.EditionId);
            text.Property(t => t.EditionId).ValueGeneratedNever();
            text.Ignore(t => t.Body).Ignore(t => t.Proposals);
            text.HasOne<Edition>().WithOne().HasForeignKey<EditionText>(t => t.EditionId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Effect>(effect =>
        {
            effect.ToTable("publishing_effects").HasKey(e => e.Id);
            effect.Property(e => e.Id).ValueGeneratedNever();
            effect.HasOne<Document>().WithMany().HasForeignKey(e => e.SourceId).OnDelete(DeleteBehavior.Restrict);
            effect.HasIndex(e => e.TargetNumber);
        });
        model.Entity<NumberNote>(note =>
        {
            note.ToTable("publishing_number_notes").HasKey(n => n.Id);
            note.Property(n => n.Id).ValueGeneratedNever();
            note.Property(n => n.Version).IsConcurrencyToken();
            note.HasIndex(n => new { n.OrganId, n.Year, n.Code, n.Serial }).IsUnique();
        });
        model.Entity<CleanUp>(round =>
        {
            round.ToTable("publishing_clean_ups").HasKey(r => r.Id);
            round.Property(r => r.Id).ValueGeneratedNever();
            round.Property(r => r.Version).IsConcurrencyToken();
            round.HasOne<Document>().WithMany().HasForeignKey(r => r.ResultId).OnDelete(DeleteBehavior.Restrict);
            round.HasIndex(r => r.OpenFor).IsUnique();
            round.HasIndex(r => new { r.OrganId, r.BegunAt });
        });
        model.Entity<CleanUpLine>(line =>
        {
            line.ToTable("publishing_clean_up_lines").HasKey(l => l.Id);
            line.Property(l => l.Id).ValueGeneratedNever();
            line.Property(l => l.Version).IsConcurrencyToken();
            line.HasOne<CleanUp>().WithMany().HasForeignKey(l => l.CleanUpId).OnDelete(DeleteBehavior.Restrict);
            line.HasOne<Document>().WithMany().HasForeignKey(l => l.DocumentId).OnDelete(DeleteBehavior.Restrict);
            line.HasIndex(l => new { l.CleanUpId, l.Number });
            line.HasIndex(l => l.DocumentId);
        });
        model.Entity<DocumentSeries>().ToTable("publishing_series").HasKey(series => new { series.OrganId, series.Year });
        OfEdition<Attachment>(model, "publishing_attachments", nameof(Attachment.Place));
        OfEdition<Review>(model, "publishing_reviews", nameof(Review.At));
        OfEdition<KeptFinding>(model, "publishing_kept_findings", nameof(KeptFinding.Mark), isUnique: true);
    }

    /// <summary>What hangs on an edition, found by it and one thing more.</summary>
    private static void OfEdition<T>(ModelBuilder model, string table, string then, bool isUnique = false) where T : class => model.Entity<T>(one =>
    {
        one.ToTable(table).HasKey("Id");
        one.Property<Guid>("Id").ValueGeneratedNever();
        one.HasOne<Edition>().WithMany().HasForeignKey(nameof(Attachment.EditionId)).OnDelete(DeleteBehavior.Restrict);
        one.HasIndex(nameof(Attachment.EditionId), then).IsUnique(isUnique);
    });
}
