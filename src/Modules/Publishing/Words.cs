namespace Gongkai.Publishing;

/// <summary>Names the texts of this module: Chinese is its own key, what is stored as a code has its sentence in Resources/Words.resx.</summary>
internal sealed class Words
{
    private Words() { }
}
