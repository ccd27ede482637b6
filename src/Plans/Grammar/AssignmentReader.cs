using System.Buffers;

namespace Gongkai.Plans.Grammar;

/// <summary>Reads the inside of an assignment: labels with lists, or lists followed by 牵头, 负责, 配合, 落实.</summary>
internal sealed class AssignmentReader(Script script)
{
    // longest first; the first column decides the role, words without a role only belong to the phrase
    private static readonly (string Word, UnitRole? Role)[] Verbs =
    [
        ("牵头指导", UnitRole.Guiding), ("指导", UnitRole.Guiding), ("牵头", UnitRole.Lead), ("主办", UnitRole.Lead), ("总体负责", UnitRole.Responsible), ("负责", UnitRole.Responsible), ("承办", UnitRole.Responsible), ("落实", UnitRole.Responsible),
        ("配合", UnitRole.Cooperating), ("协办", UnitRole.Cooperating), ("协助", UnitRole.Cooperating), ("参与", UnitRole.Cooperating), ("协同", UnitRole.Cooperating), ("支持", UnitRole.Cooperating), ("技术保障", UnitRole.Cooperating),
        ("按职责分工", null), ("根据职责分工", null), ("按照职责分工", null), ("按照各自职责分工", null), ("按照各自职责", null), ("按各自职责", null), ("根据各自职责", null), ("按照职责", null), ("按职责", null), ("按分工", null), ("依职责", null), ("依据职责分工", null), ("结合职责", null), ("按照工作职责", null), ("按工作职责", null), ("按照职能分工", null), ("按职能分工", null), ("按照任务分工", null),
        ("分别", null), ("共同", null), ("具体", null), ("统筹", null), ("组织", null), ("实施", null), ("推进", null), ("抓好", null), ("做好", null), ("监督", null), ("督促", null), ("协调", null), ("积极", null), ("各自", null), ("分工", null), ("推动", null), ("开展", null), ("完成", null), ("执行", null), ("统一", null), ("会同", null), ("实行", null), ("予以", null), ("抓", null), ("等", null), ("并", null), ("为主", null), ("工作", null),
    ];

    private static readonly string[] Strong = ["牵头", "负责", "配合", "会同", "联合", "参与"];

    // none of these stands among names; most lines are told from lists by them alone
    private static readonly SearchValues<char> Sentence = SearchValues.Create("。“”《》!?=%");

    private int _list;

    /// <summary>True where a stretch holds a word that can give a role.</summary>
    public static bool HasRoleWord(ReadOnlySpan<char> text) =>
        text.IndexOf("牵头", StringComparison.Ordinal) >= 0 || text.IndexOf("责任", StringComparison.Ordinal) >= 0 || text.IndexOf("负责", StringComparison.Ordinal) >= 0
        || text.IndexOf("配合", StringComparison.Ordinal) >= 0 || text.IndexOf("落实", StringComparison.Ordinal) >= 0 || text.IndexOf("主办", StringComparison.Ordinal) >= 0
        || text.IndexOf("协办", StringComparison.Ordinal) >= 0 || text.IndexOf("承办", StringComparison.Ordinal) >= 0 || text.IndexOf("时限", StringComparison.Ordinal) >= 0
        || text.IndexOf("完成时", StringComparison.Ordinal) >= 0 || text.IndexOf("单位:", StringComparison.Ordinal) >= 0 || text.IndexOf("部门:", StringComparison.Ordinal) >= 0;

    /// <summary>Reads a stretch as an assignment; null where it is none.</summary>
    /// <param name="start">First character of the phrase.</param>
    /// <param name="end">Behind the phrase.</param>
    /// <param name="inner">First character inside the brackets.</param>
    /// <param name="innerEnd">Behind the last character inside the brackets.</param>
    /// <param name="strict">True where every name must have the form of a body, because nothing but the words marks the phrase.</param>
    public Assignment? Read(int start, int end, int inner, int innerEnd, bool strict)
    {
        var found = new Assignment { Start = start, End = end };
        var labels = Labels(inner, innerEnd);
        if (labels.Count > 0)
        {
            if (labels[0].Start > inner && Lead(inner, labels[0].Start) is false) return null;
            for (var i = 0; i < labels.Count; i++)
                Labelled(found, labels[i], labels[i].End, i + 1 < labels.Count ? labels[i + 1].Start : innerEnd, labels);
            return found.Units.Count > 0 || found.Limits.Count > 0 || labels.TrueForAll(l => l.Kind == LabelKind.Person) ? found : null;
        }

        if (!Clauses(found, inner, innerEnd, null, strict)) return null;
        return found.Units.Count > 0 ? found : null;
    }

    /// <summary>Reads a stretch that holds nothing but names; null where it holds anything else.</summary>
    public Assignment? ReadBare(int start, int end, int inner, int innerEnd, UnitRole role)
    {
        if (innerEnd - inner < 2 || script.Text.AsSpan(inner, innerEnd - inner - 1).IndexOfAny(Sentence) >= 0) return null;
        var names = NameList.Cut(script, inner, innerEnd);
        // 村(社区), 县(市、区): such brackets vary a word and name nobody
        if (names.TrueForAll(n => Of(n) is "社区" or "街道" or "居" or "区" or "市" or "县" or "镇" or "乡" or "村" or "办事处" or "政府" or "镇街" or "园区")) return null;
        if (names.Count == 0 || !names.TrueForAll(n => UnitNames.IsName(Of(n)))) return null;
        var found = new Assignment { Start = start, End = end, Bare = true };
        _list++;
        foreach (var name in names) found.Units.Add(new(role, name.Start, name.End, _list));
        return found;
    }

    /// <summary>Reads the cell of a column whose heading gives the role.</summary>
    public Assignment? ReadCell(int start, int end, UnitRole role)
    {
        if (start >= end) return null;
        var found = new Assignment { Start = start, End = end };
        var labels = Labels(start, end);
        if (labels.Count > 0 && labels[0].Start == start)
            for (var i = 0; i < labels.Count; i++)
                Labelled(found, labels[i], labels[i].End, i + 1 < labels.Count ? labels[i + 1].Start : end, labels);
        else if (!Clauses(found, start, end, role, strict: false))
            Plain(found, start, end, role);
        return found.Units.Count > 0 ? found : null;
    }

    private ReadOnlySpan<char> Of(Name name) => script.Text.AsSpan(name.Start, name.End - name.Start);

    private List<Label> Labels(int start, int end)
    {
        var labels = new List<Label>();
        var text = script.Text;
        for (var i = start; i < end; i++)
        {
            var border = i == start || text[i - 1] is ',' or ';' or '。' or '、' or '\n' or '(' or '[' or ')' or ']' or '|' || script.GapBefore(i);
            if (!border && text[i] is not ('责' or '牵' or '配' or '完' or '协' or '主')) continue;
            if (RoleWords.LabelAt(script, i, end, colon: i != start) is not { } label) continue;
            labels.Add(label);
            i = label.End - 1;
        }

        return labels;
    }

    // before the first label only a number or a mark may stand
    private bool Lead(int start, int end)
    {
        foreach (var c in script.Text.AsSpan(start, end - start))
            if (Letters.IsHan(c)) return false;
        return true;
    }

    private void Labelled(Assignment found, Label label, int start, int end, List<Label> labels)
    {
        if (label.Kind == LabelKind.Person) return;
        while (end > start && script.Text[end - 1] is ',' or ';' or '。' or '、' or '\n' or '(' or '[' or '|') end--;
        if (start >= end) return;
        if (label.Kind == LabelKind.Limit)
        {
            found.Limits.Add((start, end));
            return;
        }

        var role = label.Kind switch
        {
            LabelKind.Lead => UnitRole.Lead,
            LabelKind.Cooperating => UnitRole.Cooperating,
            LabelKind.Guiding => UnitRole.Guiding,
            _ => UnitRole.Responsible,
        };
        if (HasVerb(start, end) && Clauses(found, start, end, role, strict: false)) return;
        var alone = labels.TrueForAll(l => l.Kind is LabelKind.Lead or LabelKind.Limit or LabelKind.Person);
        var split = role == UnitRole.Lead && alone ? IndexOutside(start, end, ';') : -1;
        if (split > 0)
        {
            // 牵头单位:A;B、C: behind the semicolon stand those that carry it out, though the word is missing
            Plain(found, start, split, role);
            Plain(found, split + 1, end, UnitRole.Responsible);
            found.RoleGuessed = true;
        }
        else
        {
            Plain(found, start, end, role);
            if (role == UnitRole.Lead && alone && IndexOutside(start, end, ',') > 0) found.RoleGuessed = true;
        }
    }

    private int IndexOutside(int start, int end, char mark)
    {
        var depth = 0;
        for (var i = start; i < end; i++)
        {
            var c = script.Text[i];
            if (c is '(' or '<') depth++;
            else if (c is ')' or '>') depth--;
            else if (c == mark && depth <= 0) return i;
        }

        return -1;
    }

    private bool HasVerb(int start, int end)
    {
        var text = script.Text.AsSpan(start, end - start);
        return text.IndexOf("牵头", StringComparison.Ordinal) >= 0 || text.IndexOf("负责", StringComparison.Ordinal) >= 0 || text.IndexOf("配合", StringComparison.Ordinal) >= 0;
    }

    private void Plain(Assignment found, int start, int end, UnitRole role)
    {
        _list++;
        foreach (var name in NameList.Cut(script, start, end)) found.Units.Add(new(role, name.Start, name.End, _list));
    }

    /// <summary>Clause by clause: names wait until a verb gives them their role.</summary>
    private bool Clauses(Assignment found, int start, int end, UnitRole? fallback, bool strict)
    {
        var before = found.Units.Count;
        var waiting = new List<Name>();
        var roled = 0;
        UnitRole? prefix = null;
        _list++;
        var list = _list;
        for (var at = start; at < end;)
        {
            var stop = NextBorder(at, end);
            if (!Clause(found, at, stop, list, waiting, ref roled, ref prefix, strict)) return Undo(found, before);
            at = stop + 1;
        }

        if (roled == 0) return Undo(found, before);
        if (waiting.Count > 0)
        {
            if (strict) return Undo(found, before);
            foreach (var name in waiting) found.Units.Add(new(prefix ?? fallback ?? UnitRole.Responsible, name.Start, name.End, list));
            found.RoleGuessed = true;
        }

        return found.Units.Count > before;
    }

    private static bool Undo(Assignment found, int before)
    {
        found.Units.RemoveRange(before, found.Units.Count - before);
        return false;
    }

    private int NextBorder(int at, int end)
    {
        var depth = 0;
        for (; at < end; at++)
        {
            var c = script.Text[at];
            if (c is '(' or '<') depth++;
            else if (c is ')' or '>') depth--;
            else if (depth <= 0 && c is ',' or ';' or '。') return at;
        }

        return end;
    }

    private bool Clause(Assignment found, int start, int end, int list, List<Name> waiting, ref int roled, ref UnitRole? prefix, bool strict)
    {
        var text = script.Text;
        while (end > start && text[end - 1] is '\n') end--;
        if (start >= end) return true;
        var from = start;
        for (var i = start; i < end; i++)
        {
            var word = StrongAt(i, end);
            if (word is null) continue;
            if (word is "会同" or "联合" && (i == start || NamesEnd(from, i)))
            {
                if (i > from) waiting.AddRange(NameList.Cut(script, from, i));
                if (strict && !waiting.TrueForAll(n => UnitNames.IsName(Of(n)))) return false;
                if (waiting.Count > 0)
                {
                    foreach (var name in waiting) found.Units.Add(new(UnitRole.Lead, name.Start, name.End, list));
                    roled++;
                    waiting.Clear();
                }

                prefix = UnitRole.Cooperating;
                i += word.Length - 1;
                from = i + 1;
                continue;
            }

            if (word is "会同" or "联合" || !VerbRun(i, end, out var after, out var role) || role is null) continue;
            var namesEnd = BeforeVerbs(from, i);
            if (i > from && namesEnd > from && !NamesEnd(from, namesEnd)) continue;
            waiting.AddRange(NameList.Cut(script, from, namesEnd));
            if (waiting.Count == 0 && i == start && after < end)
            {
                // 配合单位 without its colon, or 负责 before its object: what follows decides
                if (role != UnitRole.Cooperating || !NamesEnd(after, end)) return false;
                prefix = role;
            }

            if (strict && !waiting.TrueForAll(n => UnitNames.IsName(Of(n)))) return false;
            foreach (var name in waiting) found.Units.Add(new(prefix ?? role.Value, name.Start, name.End, list));
            if (waiting.Count > 0) roled++;
            waiting.Clear();
            if (after < end && strict && !NamesEnd(after, end) && StrongIn(after, end) is false) return false;
            prefix = after < end ? prefix : null;
            from = after;
            i = after - 1;
        }

        if (from >= end) return true;
        var tail = BeforeVerbs(from, end);
        var settled = tail < end && EndsWithDoing(tail, end);
        if (!settled && tail < end && VerbRun(tail, end, out _, out var own) && own is not null)
        {
            settled = true;
            prefix ??= own;
        }

        var names = NameList.Cut(script, from, tail);
        if (strict && !names.TrueForAll(n => UnitNames.IsName(Of(n)))) return false;
        if (!names.TrueForAll(n => n.End - n.Start <= UnitNames.Longest)) return false;
        waiting.AddRange(names);
        if (!settled) return true;
        foreach (var name in waiting) found.Units.Add(new(prefix ?? UnitRole.Responsible, name.Start, name.End, list));
        if (waiting.Count > 0) roled++;
        waiting.Clear();
        prefix = null;
        return true;
    }

    private bool EndsWithDoing(int start, int end)
    {
        var run = script.Text.AsSpan(start, end - start);
        return run.IndexOf("落实", StringComparison.Ordinal) >= 0 || run.IndexOf("承办", StringComparison.Ordinal) >= 0 || run.IndexOf("实施", StringComparison.Ordinal) >= 0
            || run.IndexOf("主办", StringComparison.Ordinal) >= 0 || run.IndexOf("协办", StringComparison.Ordinal) >= 0 || run.IndexOf("完成", StringComparison.Ordinal) >= 0
            || run.IndexOf("职责", StringComparison.Ordinal) >= 0 || run.IndexOf("分工", StringComparison.Ordinal) >= 0;
    }

    private string? StrongAt(int i, int end)
    {
        foreach (var word in Strong)
            if (i + word.Length <= end && string.CompareOrdinal(script.Text, i, word, 0, word.Length) == 0) return word;
        return null;
    }

    private bool StrongIn(int start, int end)
    {
        for (var i = start; i < end; i++)
            if (StrongAt(i, end) is not null) return true;
        return false;
    }

    private bool NamesEnd(int start, int end) => end > start && UnitNames.EndsLikeName(script.Text.AsSpan(start, end - start).TrimEnd("等 \n")) || Loose(start, end);

    // 市民政, 市人行: names cut short still count where a comma list and a verb surround them
    private bool Loose(int start, int end)
    {
        var last = script.Text.AsSpan(start, end - start);
        var cut = last.LastIndexOfAny('、', ',');
        last = last[(cut + 1)..];
        return last.Length is >= 2 and <= 8 && (last[0] is '市' or '县' or '区' or '各' or '省' or '州' || cut >= 0) && last.IndexOfAny("的要应将把") < 0;
    }

    /// <summary>Reads on over a run of verbs and by-words; the first verb with a role decides.</summary>
    private bool VerbRun(int i, int end, out int after, out UnitRole? role)
    {
        role = null;
        after = i;
        while (VerbAt(after, end) is { } verb)
        {
            role = role is null || (role == UnitRole.Lead && verb.Role == UnitRole.Guiding) ? verb.Role ?? role : role;
            after += verb.Word.Length;
        }

        return after > i;
    }

    private (string Word, UnitRole? Role)? VerbAt(int i, int end)
    {
        foreach (var verb in Verbs)
            if (i + verb.Word.Length <= end && string.CompareOrdinal(script.Text, i, verb.Word, 0, verb.Word.Length) == 0) return verb;
        return null;
    }

    /// <summary>Where the names end: verbs and by-words directly before an offset are stepped back over.</summary>
    private int BeforeVerbs(int start, int end)
    {
        for (var changed = true; changed && end > start;)
        {
            changed = false;
            foreach (var (word, _) in Verbs)
            {
                // 医疗保障局 keeps its words: only a run at the very end is stepped over
                if (end - start <= word.Length - 1 || !script.Text.AsSpan(start, end - start).EndsWith(word, StringComparison.Ordinal)) continue;
                end -= word.Length;
                changed = true;
                break;
            }
        }

        return end;
    }
}
