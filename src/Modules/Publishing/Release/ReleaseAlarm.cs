using Gongkai.Organs.Contracts;
using Gongkai.Platform.Messages;
using Microsoft.Extensions.Localization;

namespace Gongkai.Publishing.Release;

/// <summary>Tells those who may publish for an organ, and whoever handed it in, that something was not published at its hour.</summary>
internal sealed class ReleaseAlarm(IPosts posts, Messages messages, IStringLocalizer<Words> words, TimeProvider time)
{
    /// <summary>Tells them with the present act.</summary>
    public async Task Raise(OpenedEdition opened, IReadOnlyList<Refusal> reasons, CancellationToken stop)
    {
        var held = await posts.Of([opened.Document.OrganId], time.LocalDay(), stop);
        HashSet<Guid> told = [.. held.Where(post => post.Role.Permissions.Contains(PublishingPermissions.Publish)).Select(post => post.Account)];
        if (opened.Edition.SubmittedBy is { } submitter) told.Add(submitter);
        var why = string.Join(' ', reasons.Select(reason => words[reason.Code, [.. reason.Values]].Value));
        await messages.Tell(told, MessageKinds.ReleaseFailed, words["“{0}”没有按时发布：{1}", opened.Edition.Title, why], $"/console/documents/{opened.Document.Id}", stop);
    }
}
