namespace Gongkai;

/// <summary>New identifiers: UUID version 7, so that they sort by the time they were made.</summary>
public static class NewId
{
    /// <summary>A new identifier whose leading bits are the present instant.</summary>
    public static Guid At(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow());
}
