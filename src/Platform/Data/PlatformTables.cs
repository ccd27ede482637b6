using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Events;
using Gongkai.Platform.Files;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Proofs;
using Gongkai.Platform.Settings;
using Gongkai.Platform.Vault;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Data;

/// <summary>The platform's own tables.</summary>
internal static class PlatformTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("platform_audit").HasKey(e => e.Id);
            entry.HasIndex(e => new { e.SubjectKind, e.SubjectId, e.At });
            entry.HasIndex(e => new { e.At, e.Id });
            entry.HasIndex(e => new { e.AccountId, e.At });
            entry.HasIndex(e => new { e.Act, e.At });
            entry.HasIndex(e => new { e.Address, e.At });
            entry.HasIndex(e => new { e.Result, e.At });
            entry.Property(e => e.Result).HasConversion(result => result.Word(), word => AuditResults.Read(word));
        });
        model.Entity<StoredEvent>(stored =>
        {
            stored.ToTable("platform_events").HasKey(e => e.Sequence);
            stored.Property(e => e.Sequence).ValueGeneratedOnAdd();
            stored.HasIndex(e => new { e.Type, e.Sequence });
        });
        model.Entity<Delivery>(delivery => delivery.ToTable("platform_deliveries").HasKey(d => d.Handler));
        model.Entity<StoredFile>(file =>
        {
            file.ToTable("platform_files").HasKey(f => f.Hash);
            file.Property(f => f.Scan).HasConversion<string>().IsConcurrencyToken();
            file.HasIndex(f => f.ScannedAt);
        });
        model.Entity<StoredSetting>(setting =>
        {
            setting.ToTable("platform_settings").HasKey(s => s.Key);
            setting.Property(s => s.Value).IsConcurrencyToken();
        });
        MessagesSetup.Map(model);
        model.Entity<VaultKey>(key =>
        {
            key.ToTable("platform_vault_keys").HasKey(k => k.Id);
            key.Property(k => k.Id).ValueGeneratedNever();
        });
        ProtectionKeys.Map(model);
        ProofsSetup.Map(model);
        MapAccounts(model);
    }

    private static void MapAccounts(ModelBuilder model)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("platform_accounts").HasKey(a => a.Id);
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
            account.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
            account.HasIndex(a => a.EmailIndex);
            account.HasIndex(a => a.TelephoneIndex);
            account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed).Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
        });
        model.Entity<Session>(session =>
        {
            session.ToTable("platform_sessions").HasKey(s => s.Id);
            session.HasIndex(s => new { s.AccountId, s.StartedAt });
        });
        model.Entity<OneTimeLink>(link =>
        {
            link.ToTable("platform_one_time_links").HasKey(l => l.Id);
            link.Property(l => l.Purpose).HasConversion<string>();
            link.HasIndex(l => l.SecretHash).IsUnique();
        });
        model.Entity<SecondFactor>(factor => factor.ToTable("platform_second_factors").HasKey(f => f.AccountId));
        model.Entity<RecoveryCode>(code =>
        {
            code.ToTable("platform_recovery_codes").HasKey(c => c.Id);
            code.HasIndex(c => c.AccountId);
        });
        model.Entity<OldPassword>(old =>
        {
            old.ToTable("platform_old_passwords").HasKey(o => o.Id);
            old.HasIndex(o => new { o.AccountId, o.SetAt });
        });
        model.Entity<IdentityUserClaim<Guid>>(claim =>
        {
            claim.ToTable("platform_account_claims").HasKey(c => c.Id);
            claim.HasIndex(c => c.UserId);
        });
        model.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("platform_account_logins").HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.HasIndex(l => l.UserId);
        });
        model.Entity<IdentityUserToken<Guid>>(token =>
            token.ToTable("platform_account_tokens").HasKey(t => new { t.UserId, t.LoginProvider, t.Name }));
    }
}
