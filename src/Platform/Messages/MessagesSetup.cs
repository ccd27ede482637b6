using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Messages;

/// <summary>What the platform registers and maps for messages.</summary>
public static class MessagesSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Adds a kind of message; people choose for it whether it comes by mail.</summary>
    public static IServiceCollection AddMessageKind(this IServiceCollection services, params IReadOnlyList<MessageKind> kinds)
    {
        foreach (var kind in kinds) services.AddSingleton(kind);
        return services;
    }

    internal static IServiceCollection AddMessages(this IServiceCollection services)
    {
        services.AddSingleton(provider => MessageSecrets.Read(provider.GetRequiredService<IConfiguration>()));
        services.AddScoped<Messages>().AddScoped<MailWay>().AddScoped<WebhookWay>().AddSingleton<MessageSender>();
        services.AddHttpClient(WebhookWay.Client, client => client.Timeout = Patience)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = Patience });
        return services;
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<Message>(message =>
        {
            message.ToTable("platform_messages").HasKey(m => m.Id);
            message.HasIndex(m => new { m.AccountId, m.ReadAt, m.At });
        });
        model.Entity<Outgoing>(outgoing =>
        {
            outgoing.ToTable("platform_outgoing").HasKey(o => o.Id);
            outgoing.Property(o => o.Way).HasConversion<string>();
            outgoing.Property(o => o.State).HasConversion<string>();
            outgoing.HasIndex(o => new { o.State, o.DueAt });
        });
        model.Entity<MailChoice>(choice => choice.ToTable("platform_mail_choices").HasKey(c => new { c.AccountId, c.Kind }));
    }
}
