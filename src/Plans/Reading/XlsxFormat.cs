using System.Globalization;

namespace Gongkai.Plans.Reading;

/// <summary>As much of a number format as changes what a plan says: dates in their parts, percentages, plain numbers.</summary>
internal sealed class XlsxFormat
{
    private const double FirstSerial = 0;
    private const double LastSerial = 2_958_466;

    private readonly bool _year;
    private readonly bool _month;
    private readonly bool _day;
    private readonly bool _time;
    private readonly bool _percent;

    private XlsxFormat(bool year, bool month, bool day, bool time, bool percent) =>
        (_year, _month, _day, _time, _percent) = (year, month, day, time, percent);

    /// <summary>The format of cells without one.</summary>
    public static XlsxFormat General { get; } = new(false, false, false, false, false);

    /// <summary>The format of an id.</summary>
    /// <param name="id">Number format id; those below 164 are built in (ECMA-376 part 1, 18.8.30, with the East Asian ones).</param>
    /// <param name="code">The file's own code for the id; null for none.</param>
    public static XlsxFormat Of(uint id, string? code) => code is null ? BuiltIn(id) : Parse(code.Replace("General", "", StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes a number as the format shows it; dates in the Chinese way, so that a reader of text finds them.</summary>
    /// <param name="number">The stored number.</param>
    /// <param name="dayOffset">Days to add to a serial date.</param>
    public string Show(double number, double dayOffset)
    {
        if (_percent) return Plain(Math.Round(number * 100, 6)) + "%";
        var serial = number + dayOffset;
        if (!(_year || _month || _day || _time) || serial is < FirstSerial or >= LastSerial || double.IsNaN(serial)) return Plain(number);

        var moment = DateTime.FromOADate(serial);
        var date = (_year ? $"{moment.Year}年" : "") + (_month ? $"{moment.Month}月" : "") + (_day ? $"{moment.Day}日" : "");
        if (!_time || (date.Length > 0 && moment.TimeOfDay == TimeSpan.Zero)) return date;
        var time = moment.ToString("HH:mm", CultureInfo.InvariantCulture);
        return date.Length > 0 ? $"{date} {time}" : time;
    }

    private static XlsxFormat BuiltIn(uint id) => id switch
    {
        9 or 10 => new(false, false, false, false, true),
        14 or 15 or 30 or 31 or 36 or 50 or 52 or 54 or 57 or 58 => new(true, true, true, false, false),
        16 or 28 or 29 or 51 or 53 => new(false, true, true, false, false),
        17 or 27 => new(true, true, false, false, false),
        22 => new(true, true, true, true, false),
        >= 18 and <= 21 or >= 32 and <= 35 or >= 45 and <= 47 or 55 or 56 => new(false, false, false, true, false),
        _ => General,
    };

    private static XlsxFormat Parse(string code)
    {
        bool year = false, month = false, day = false, time = false, percent = false;
        var quoted = false;
        for (var i = 0; i < code.Length; i++)
        {
            var c = char.ToLowerInvariant(code[i]);
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c == ';') break;
            if (c is '\\' or '_' or '*') i++;
            else if (c == '[') i = SkipBracket(code, i);
            else if (c is 'y' or 'e') year = true;
            else if (c == 'd') day = true;
            else if (c is 'h' or 's') time = true;
            else if (c == 'm') month = true;
            else if (c == '%') percent = true;
        }

        // Without a year or day beside hours, m means minutes; a number format such as 0.00E+00 is no date.
        if (time && !year && !day) month = false;
        var isScientific = code.Contains('0', StringComparison.Ordinal) && !month && !day && !time;
        return new(year && !isScientific, month, day, time, percent);
    }

    private static int SkipBracket(string code, int at)
    {
        var end = code.IndexOf(']', at);
        return end < 0 ? code.Length : end;
    }

    private static string Plain(double number) => Math.Abs(number) < 1e15
        ? Math.Round((decimal)number, 10).ToString("0.##########", CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);
}
