using Gongkai.Law.Wording;

namespace Gongkai.Publishing.Numbers;

/// <summary>The one form in which a number is kept, so that the same number is found however it was typed.</summary>
internal static class NumberText
{
    /// <summary>The standard form of a document number (发文字号) or of an order (令第12号); null where the text is neither, or more than that.</summary>
    public static string? Standard(string text) =>
        DocumentNumber.TryParse(text, out var number) ? number.ToString() : OrderNumber.TryParse(text, out var order) ? order.ToString() : null;
}
