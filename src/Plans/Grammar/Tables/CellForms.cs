using Gongkai.Plans.Grammar.Limits;

namespace Gongkai.Plans.Grammar.Tables;

/// <summary>Tells by its form what a cell holds, for tables whose cells are shifted or stand on lines of their own.</summary>
internal sealed class CellForms(Script script, int? year)
{
    private static readonly string[] TimeWords = ["及时", "实时", "适时", "即时", "按要求", "按时", "按规定", "随时", "立即", "持续", "长期", "常态", "全年", "年底", "年内", "每", "定期", "不定期", "动态", "贯穿", "根据", "同步", "按照", "按", "已完成"];

    private readonly AssignmentReader _reader = new(script);

    public bool IsIndex(int start, int end)
    {
        var text = script.Text.AsSpan(start, end - start).TrimEnd(".、。");
        if (text.Length is 0 or > 4) return false;
        return text.IndexOfAnyExceptInRange('0', '9') < 0 || text.Length <= 3 && Numbering.HanValue(text) > 0 || text.Length == 1 && text[0] is >= '①' and <= '⑳';
    }

    /// <summary>Nothing but names of bodies, with or without a verb of role.</summary>
    public bool IsUnits(int start, int end)
    {
        if (end - start is < 2 or > 400 || script.Text.IndexOf('。', start, end - start - 1) >= 0) return false;
        if (_reader.ReadBare(start, end, start, end, UnitRole.Responsible) is not null) return true;
        var text = script.Text.AsSpan(start, end - start);
        return AssignmentReader.HasRoleWord(text) && text.Length < 120 && _reader.Read(start, end, start, end, strict: true) is not null;
    }

    /// <summary>A short cell that is a limit, or a word such as 及时 that stands in place of one.</summary>
    public bool IsLimit(int start, int end)
    {
        var length = end - start;
        if (length is 0 or > 44) return false;
        var text = script.Text.AsSpan(start, length);
        var found = LimitScanner.Scan(new(script.Text, start, end, year ?? 2000, Cell: true));
        if (found.Count > 0)
        {
            var covered = 0;
            foreach (var limit in found) covered += Math.Max(0, limit.End - limit.Start);
            return covered * 2 >= length || length <= 14;
        }

        if (length > 12) return false;
        foreach (var word in TimeWords)
            if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>How well a cell fits a column, higher is better; 0 says nothing.</summary>
    public int Fit(GridCell cell, Column column)
    {
        if (cell.Empty) return 0;
        var (start, end) = (cell.Start, cell.End);
        var full = script.Text.AsSpan(start, cell.Length).Contains('。') || cell.Length > 40;
        return column switch
        {
            Column.Index => IsIndex(start, end) ? 4 : -4,
            Column.Lead or Column.Responsible or Column.Cooperating => IsUnits(start, end) ? 3 : IsIndex(start, end) ? -3 : IsLimit(start, end) ? -2 : full && !Divided(start, end) ? -2 : 0,
            Column.Limit => IsLimit(start, end) ? 3 : IsUnits(start, end) ? -3 : cell.Length > 60 ? -2 : 0,
            Column.Text => full ? 2 : IsIndex(start, end) ? -3 : IsUnits(start, end) ? -2 : IsLimit(start, end) ? -1 : 1,
            _ => 0,
        };
    }

    /// <summary>市财政局:…。 市审计局:…。 — bodies with their own parts.</summary>
    private bool Divided(int start, int end) => script.Text.IndexOf(':', start, end - start) is var colon and > 0 && UnitNames.EndsLikeName(script.Text.AsSpan(start, colon - start));
}
