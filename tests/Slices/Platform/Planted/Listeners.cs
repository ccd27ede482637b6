using Gongkai.Platform.Data;
using Gongkai.Platform.Events;
using Gongkai.Platform.Rights;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Slices.Platform.Planted;

/// <summary>What a test makes go wrong.</summary>
internal sealed class Trouble
{
    /// <summary>Thrown by <see cref="Grumbler"/> after it has done its work; null for peace.</summary>
    public Exception? Thrown { get; set; }

    /// <summary>Times the grumbler was called.</summary>
    public int Calls { get; set; }
}

/// <summary>Writes down what it hears.</summary>
internal sealed class Listener(Db db) : IHandle<NoteWritten>
{
    public Task Handle(NoteWritten raised, CancellationToken stop) => Ledger.Write(db, this, raised.Text, stop);
}

/// <summary>Writes down what it hears, and then fails as often as the test wants.</summary>
internal sealed class Grumbler(Db db, Trouble trouble) : IHandle<NoteWritten>
{
    public async Task Handle(NoteWritten raised, CancellationToken stop)
    {
        trouble.Calls++;
        await Ledger.Write(db, this, raised.Text, stop);
        if (trouble.Thrown is { } problem) throw problem;
    }
}

[Permission("planted.hear")]
internal sealed class Ledger
{
    public static async Task Write(Db db, object handler, string text, CancellationToken stop)
    {
        var name = handler.GetType().Name;
        var number = await db.Set<Heard>().CountAsync(heard => heard.Handler == name, stop) + 1;
        db.Add(new Heard { Handler = name, Number = number, Text = text });
        db.Record(new Ledger(), new("heard", Guid.Empty));
        await db.SaveChangesAsync(stop);
    }
}
