using Gongkai.Platform.Rights;

namespace Gongkai.Duties.Contracts;

/// <summary>
/// Carries out what a diary says, through the same acts that people use, each in its own transaction and with the rights of the person.
/// It remembers the names that the diary gives to evidence, so one diary needs one of these.
/// </summary>
public interface IDiary
{
    /// <summary>Reads a plan, settles everything it leaves open, and adopts it.</summary>
    /// <param name="officer">Who does it.</param>
    /// <param name="entry">The adoption.</param>
    /// <param name="open">Opens a file that the diary names; the stream can seek.</param>
    /// <param name="stop">Stops between two acts.</param>
    /// <exception cref="DiaryException">Something in it cannot be done.</exception>
    Task Adopt(Actor officer, AdoptionEntry entry, Func<string, Stream> open, CancellationToken stop);

    /// <summary>Carries out one entry.</summary>
    /// <param name="person">Who does it.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="open">Opens a file that the diary names.</param>
    /// <param name="stop">Stops between two acts.</param>
    /// <exception cref="DiaryException">It cannot be done.</exception>
    Task Enter(Actor person, DiaryEntry entry, Func<string, Stream> open, CancellationToken stop);
}

/// <summary>An entry of a diary cannot be carried out: the file contradicts the plan or the rules.</summary>
/// <param name="entry">The entry, as far as it tells which one it is.</param>
/// <param name="why">What stands against it.</param>
public sealed class DiaryException(string entry, string why) : Exception($"{entry}: {why}");
