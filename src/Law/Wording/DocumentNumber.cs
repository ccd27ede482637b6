namespace Gongkai.Law.Wording;

/// <summary>A document number (发文字号) in its one normal form.</summary>
/// <param name="IssuerCode">Code of the issuing organ (机关代字), such as 国办发.</param>
/// <param name="Year">Year in full.</param>
/// <param name="Serial">Serial number (顺序号) of that year, 1 or more.</param>
public readonly record struct DocumentNumber(string IssuerCode, int Year, int Serial)
{
    /// <summary>Normal form: code, year in 〔〕, serial without 第 and without leading zeros, 号.</summary>
    public override string ToString() => $"{IssuerCode}〔{Year}〕{Serial}号";

    /// <summary>Reads a text that is one document number, in any bracket style and width.</summary>
    /// <returns>False for anything else, orders and registration numbers included.</returns>
    public static bool TryParse(string? text, out DocumentNumber number)
    {
        number = default;
        if (DocumentNumbers.Whole(text) is not { Form: NumberForm.Document } found) return false;
        number = found.Document!.Value;
        return true;
    }
}

/// <summary>The number of an order (令), such as 国务院令第711号.</summary>
/// <param name="Issuer">Who ordered, as written before 令, without 中华人民共和国; empty where the text names nobody.</param>
/// <param name="Serial">Number of the order, 1 or more.</param>
public readonly record struct OrderNumber(string Issuer, int Serial)
{
    /// <summary>Year, for issuers that count their orders by year (令2026年第3号); null for those that count on.</summary>
    public int? Year { get; init; }

    /// <summary>Normal form: issuer, 令, year where there is one, 第, number, 号.</summary>
    public override string ToString() => Year is { } year ? $"{Issuer}令{year}年第{Serial}号" : $"{Issuer}令第{Serial}号";

    /// <summary>Reads a text that is the number of one order.</summary>
    public static bool TryParse(string? text, out OrderNumber number)
    {
        number = default;
        if (DocumentNumbers.Whole(text) is not { Form: NumberForm.Order } found) return false;
        number = found.Order!.Value;
        return true;
    }
}

/// <summary>What kind of number a text holds.</summary>
public enum NumberForm
{
    /// <summary>Document number (发文字号).</summary>
    Document,

    /// <summary>Number of an order (令第N号).</summary>
    Order,

    /// <summary>Unified number of a normative document (规范性文件统一编号), such as HFGS-2017-9: not a document number.</summary>
    Unified,

    /// <summary>Year and serial without an issuer's code, as announcements have ((2016年)第3号): not a document number.</summary>
    YearSerial,
}

/// <summary>A number found in a text.</summary>
/// <param name="Form">What it is.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Normal">Its normal form.</param>
public sealed record NumberFound(NumberForm Form, TextSpan Span, string Normal)
{
    /// <summary>Its parts, when it is a <see cref="NumberForm.Document"/>.</summary>
    public DocumentNumber? Document { get; init; }

    /// <summary>Its parts, when it is an <see cref="NumberForm.Order"/>.</summary>
    public OrderNumber? Order { get; init; }
}
