namespace Gongkai.Administration;

/// <summary>Marks the texts of this module: sentences of refusals, names of acts, words of pages.</summary>
internal sealed class Words
{
    private Words()
    {
    }
}
