namespace Gongkai.Plans.Grammar.Tables;

/// <summary>Reads cells that give every body its own part: 市财政局:…。 市直部门、乡镇:….</summary>
internal sealed class DutyReader(Script script)
{
    /// <summary>The assignment with a duty for each body; null where the cell is not of this form.</summary>
    public Assignment? Read(int start, int end, UnitRole role)
    {
        var text = script.Text;
        var heads = new List<(int Start, int Colon)>();
        var from = start;
        for (var i = start; i < end; i++)
        {
            if (text[i] == ':' && IsHead(from, i) is { } head) heads.Add((head, i));
            if (text[i] is '。' or ';' or '\n') from = i + 1;
            else if (i > from && script.GapBefore(i) && text[i - 1] != ':') from = i;
        }

        if (heads.Count == 0 || heads[0].Start > start + 1) return null;
        var found = new Assignment { Start = start, End = end };
        for (var h = 0; h < heads.Count; h++)
        {
            var (dutyStart, dutyEnd) = (heads[h].Colon + 1, h + 1 < heads.Count ? heads[h + 1].Start : end);
            while (dutyEnd > dutyStart && text[dutyEnd - 1] is '\n' or ';') dutyEnd--;
            foreach (var name in NameList.Cut(script, heads[h].Start, heads[h].Colon))
                found.Units.Add(new(role, name.Start, name.End, h) { Duty = (dutyStart, dutyEnd) });
        }

        return found;
    }

    /// <summary>Where the list of bodies before a colon begins; null where no such list stands there.</summary>
    private int? IsHead(int from, int colon)
    {
        if (colon - from is < 2 or > 160) return null;
        foreach (var label in (ReadOnlySpan<string>)["单位", "部门", "科室", "股室", "处室"])
            if (script.Text.AsSpan(from, colon - from).EndsWith(label) && RoleWords.LabelAt(script, from, colon + 1) is not null) return null;
        var names = NameList.Cut(script, from, colon);
        return names.Count > 0 && names.TrueForAll(n => UnitNames.IsName(script.Text.AsSpan(n.Start, n.End - n.Start))) ? names[0].Start : null;
    }
}
