namespace Gongkai.Ui;

/// <summary>Names the texts of the page frames and components; Chinese is its own key, other languages lie in Resources.</summary>
public sealed class Words
{
    private Words()
    {
    }
}
