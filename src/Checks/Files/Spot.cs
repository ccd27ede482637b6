using System.Globalization;

namespace Gongkai.Checks;

/// <summary>A place in a file, kept as numbers until somebody asks for its words.</summary>
/// <param name="Where">The part of the file, such as 批注 or 工作表“名单”.</param>
/// <param name="Number">Paragraph, or row of a sheet, from 1; 0 for none.</param>
/// <param name="Column">Column of a sheet from 1; 0 where the number counts paragraphs.</param>
/// <param name="Note">What is special about it, such as 隐藏行.</param>
internal sealed record Spot(string Where, int Number = 0, int Column = 0, string Note = "")
{
    /// <summary>The place in words for a clerk.</summary>
    public override string ToString()
    {
        var place = (Number, Column) switch
        {
            (0, _) => Where,
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{Where}第{Number}段"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Where}第{Number}行{Letters(Column)}列"),
        };
        return Note.Length > 0 ? $"{place}（{Note}）" : place;
    }

    /// <summary>The name of a column: 1 → A, 27 → AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }
}
