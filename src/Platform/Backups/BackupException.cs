namespace Gongkai.Platform.Backups;

/// <summary>Why a backup or a restore was not done. Nothing is left behind.</summary>
public enum BackupFault
{
    /// <summary>There is a file of that name already.</summary>
    TargetExists,

    /// <summary>The archive cannot be written, or the place to restore into; the disk is full or may not be written.</summary>
    NotWritable,

    /// <summary>The archive ends too early, was altered, or is no archive of this program.</summary>
    Damaged,

    /// <summary>An entry of the archive has a name that no archive of this program has.</summary>
    ForeignEntry,

    /// <summary>The archive was taken from another engine than the one to restore into.</summary>
    OtherEngine,

    /// <summary>The archive holds a schema step that this program does not know.</summary>
    OtherRelease,

    /// <summary>The place to restore into holds something already.</summary>
    NotEmpty,

    /// <summary>A journal of an earlier SQLite database lies where the restored one belongs: SQLite would play it into that one.</summary>
    Leftover,

    /// <summary>What was loaded is not what the manifest says.</summary>
    NotProved,

    /// <summary>The master key was asked for and is not there.</summary>
    NoMasterKey,
}

/// <summary>Ends a backup or a restore.</summary>
/// <param name="fault">What is wrong.</param>
/// <param name="detail">Where, or what was found: a path, a name, numbers; never content.</param>
public sealed class BackupException(BackupFault fault, string detail) : Exception($"{fault}: {detail}")
{
    public BackupFault Fault { get; } = fault;

    public string Detail { get; } = detail;
}
