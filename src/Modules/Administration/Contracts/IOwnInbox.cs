namespace Gongkai.Administration.Contracts;

/// <summary>The inbox of whoever acts.</summary>
public interface IOwnInbox
{
    /// <summary>Marks every message as read.</summary>
    Task ReadAll(CancellationToken stop);
}
