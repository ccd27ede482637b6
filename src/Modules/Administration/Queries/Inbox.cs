using System.Security.Claims;
using Gongkai.Platform.Data;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Rights;
using Gongkai.Ui.Menu;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Administration.Queries;

/// <summary>A page of somebody's messages.</summary>
/// <param name="Messages">Messages, unread ones first, then the newest.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Unread">How many of them are unread.</param>
internal sealed record InboxPage(IReadOnlyList<Message> Messages, int Total, int Unread);

/// <summary>The messages of the person who asks.</summary>
internal sealed class Inbox(Db db, ActorContext acting) : IMenuCount
{
    /// <summary>Messages on a page.</summary>
    public const int Size = 30;

    /// <inheritdoc/>
    public string Key => "messages";

    /// <inheritdoc/>
    public async ValueTask<int?> Count(ClaimsPrincipal user, CancellationToken stop) => acting.Current.AccountId is null ? null : await Unread(stop);

    /// <summary>A page, from 1.</summary>
    public async Task<InboxPage> Page(int number, CancellationToken stop)
    {
        var messages = await Own.AsNoTracking().OrderBy(message => message.ReadAt != null).ThenByDescending(message => message.At).ThenBy(message => message.Id)
            .Skip((number - 1) * Size).Take(Size).ToListAsync(stop);
        return new(messages, await Own.CountAsync(stop), await Unread(stop));
    }

    /// <summary>What the person chose about mail, by kind.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> Choices(CancellationToken stop)
    {
        var own = acting.Current.AccountId;
        return await db.Set<MailChoice>().AsNoTracking().Where(choice => choice.AccountId == own).ToDictionaryAsync(choice => choice.Kind, choice => choice.ByMail, stop);
    }

    private IQueryable<Message> Own
    {
        get
        {
            var own = acting.Current.AccountId;
            return db.Set<Message>().Where(message => message.AccountId == own);
        }
    }

    private Task<int> Unread(CancellationToken stop) => Own.CountAsync(message => message.ReadAt == null, stop);
}
