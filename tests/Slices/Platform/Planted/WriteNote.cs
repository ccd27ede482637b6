using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Platform.Rights;

namespace Gongkai.Slices.Platform.Planted;

/// <summary>Raised when a note was written or changed.</summary>
internal sealed record NoteWritten(Guid Id, string Text) : IEvent;

/// <summary>Writes a note.</summary>
[Permission("planted.write")]
internal sealed class WriteNote(Db db, TimeProvider time)
{
    public async Task<Outcome<Guid>> Run(string text, Guid? organ, CancellationToken stop)
    {
        var note = new PlantedNote { Id = NewId.At(time), Text = text };
        db.Add(note);
        db.Record(this, new("note", note.Id), "as planned", organ);
        db.Raise(new NoteWritten(note.Id, text));
        await db.SaveChangesAsync(stop);
        return note.Id;
    }
}

/// <summary>Changes a note as somebody read it: at the version that was shown.</summary>
[Permission("planted.write")]
internal sealed class ChangeNote(Db db)
{
    public async Task<Outcome> Run(Guid id, int version, string text, CancellationToken stop)
    {
        var note = await db.Get<PlantedNote>(id, stop);
        db.Entry(note).Property(n => n.Version).OriginalValue = version;
        note.Text = text;
        db.Record(this, new("note", id));
        db.Raise(new NoteWritten(id, text));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}

/// <summary>Names no permission: only the system itself may.</summary>
internal sealed class SweepNotes(Db db)
{
    public async Task<Outcome> Run(CancellationToken stop)
    {
        db.Record(this, new("note", Guid.Empty));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}

/// <summary>Forgets to record.</summary>
[Permission("planted.write")]
internal sealed class ForgetToRecord(Db db, TimeProvider time)
{
    public async Task<Outcome> Run(CancellationToken stop)
    {
        db.Add(new PlantedNote { Id = NewId.At(time), Text = "unrecorded" });
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }
}
