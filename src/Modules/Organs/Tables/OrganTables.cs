using Gongkai.Organs.Contracts;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Organs.Tables;

/// <summary>How organs, their names, groups and posts lie in the database.</summary>
internal sealed class OrganTables : ITables
{
    public void Convert(ModelConfigurationBuilder types)
    {
        types.Id<OrganId>();
        types.Id<OrganGroupId>();
        types.Properties<OrganKind>().HaveConversion<string>();
        types.Properties<IReadOnlyList<OrganKind>>().HaveConversion<KindsConverter, KindsComparer>();
    }

    public void Map(ModelBuilder model)
    {
        model.Entity<Organ>(organ =>
        {
            organ.ToTable("organs_organs").HasKey(o => o.Id);
            organ.Property(o => o.Id).ValueGeneratedNever();
            organ.HasIndex(o => o.Key).IsUnique();
            organ.HasOne<Organ>().WithMany().HasForeignKey(o => o.MergedInto).OnDelete(DeleteBehavior.Restrict);
            organ.HasOne<Organ>().WithMany().HasForeignKey(o => o.ParentId).OnDelete(DeleteBehavior.Restrict);
            organ.HasMany(o => o.Names).WithOne().HasForeignKey(n => n.OrganId).OnDelete(DeleteBehavior.Restrict);
            organ.Navigation(o => o.Names).HasField("_names").UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<OrganName>(name =>
        {
            name.ToTable("organs_names").HasKey(n => n.Id);
            name.Property(n => n.Id).ValueGeneratedNever();
            name.HasIndex(n => new { n.OrganId, n.From }).IsUnique();
        });
        model.Entity<OrganAlias>(alias =>
        {
            alias.ToTable("organs_aliases").HasKey(a => a.Id);
            alias.Property(a => a.Id).ValueGeneratedNever();
            alias.HasIndex(a => a.Folded).IsUnique();
            alias.HasOne<Organ>().WithMany().HasForeignKey(a => a.OrganId).OnDelete(DeleteBehavior.Restrict);
            alias.HasOne<OrganGroup>().WithMany().HasForeignKey(a => a.GroupId).OnDelete(DeleteBehavior.Restrict);
        });
        MapGroups(model);
        model.Entity<Post>(post =>
        {
            post.ToTable("organs_posts").HasKey(p => p.Id);
            post.Property(p => p.Id).ValueGeneratedNever();
            post.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Restrict);
            post.HasOne<Organ>().WithMany().HasForeignKey(p => p.OrganId).OnDelete(DeleteBehavior.Restrict);
            post.HasOne<Post>().WithMany().HasForeignKey(p => p.TakenOverFrom).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Turn>(turn =>
        {
            turn.ToTable("organs_turns").HasKey(t => t.Key);
            turn.Property(t => t.Version).IsConcurrencyToken();
        });
    }

    private static void MapGroups(ModelBuilder model)
    {
        model.Entity<OrganGroup>(group =>
        {
            group.ToTable("organs_groups").HasKey(g => g.Id);
            group.Property(g => g.Id).ValueGeneratedNever();
            group.HasIndex(g => g.Key).IsUnique();
            group.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Restrict);
            group.Navigation(g => g.Members).HasField("_members").UsePropertyAccessMode(PropertyAccessMode.Field);
        });
        model.Entity<GroupMember>(member =>
        {
            member.ToTable("organs_group_members").HasKey(m => m.Id);
            member.Property(m => m.Id).ValueGeneratedNever();
            member.HasIndex(m => new { m.GroupId, m.OrganId });
            member.HasOne<Organ>().WithMany().HasForeignKey(m => m.OrganId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    /// <summary>Kinds stand in one column, apart by blanks: there are few, and they are always read together.</summary>
    private sealed class KindsConverter() : ValueConverter<IReadOnlyList<OrganKind>, string>(
        kinds => string.Join(' ', kinds), stored => Read(stored));

    private sealed class KindsComparer() : ValueComparer<IReadOnlyList<OrganKind>>(
        (one, other) => ReferenceEquals(one, other) || one != null && other != null && one.SequenceEqual(other),
        kinds => kinds.Aggregate(0, (hash, kind) => hash * 31 + (int)kind),
        kinds => kinds.ToArray());

    private static IReadOnlyList<OrganKind> Read(string stored) =>
        [.. stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<OrganKind>)];
}
