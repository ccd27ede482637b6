namespace Gongkai.Plans.Grammar;

/// <summary>A name of a body in the folded text.</summary>
internal readonly record struct Name(int Start, int End);

/// <summary>Cuts a list of bodies into its names.</summary>
internal static class NameList
{
    private static readonly string[] Heads = ["以上工作由", "以上任务由", "此项工作由", "该项工作由", "以上由", "以及", "由", "及", "和", "并", "请", "其中", "主要由", "联合", "会同"];

    private static readonly string[] Tails =
    [
        "等按职责分工", "等根据职责分工", "等按照职责分工", "等相关职能部门", "等有关职能部门", "等相关部门和单位", "等有关部门和单位", "等部门和单位", "等相关部门单位", "等有关部门单位", "等相关部门", "等有关部门", "等职能部门", "等部门单位", "等部门", "等相关单位", "等有关单位", "等单位", "等相关科室", "等有关科室", "等科室", "等处室", "等股室",
        "按职责分工", "根据职责分工", "按照职责分工", "按职责", "按分工", "根据职责", "按照职责", "按各自职责", "根据各自职责", "按照各自职责", "依职责", "依据职责", "依据职责分工", "结合职责", "分别", "共同", "具体", "各自", "等", "为主", "统一",
    ];

    /// <summary>The names between two offsets, in the order written.</summary>
    public static List<Name> Cut(Script script, int start, int end)
    {
        var text = script.Text;
        var names = new List<Name>();
        int depth = 0, from = start;
        for (var i = start; i <= end; i++)
        {
            if (i < end && text[i] is '(' or '<' or '[') depth++;
            else if (i < end && text[i] is ')' or '>' or ']') depth = Math.Max(0, depth - 1);
            if (i < end && (depth > 0 || !IsBorder(script, from, i, end))) continue;
            Add(text, names, from, i);
            from = i < end && IsMark(text[i]) ? i + 1 : i;
        }

        return names;
    }

    private static bool IsMark(char c) => c is '、' or ',' or ';' or '/' or '。' or '\n' or '|';

    private static bool IsBorder(Script script, int from, int i, int end)
    {
        var text = script.Text;
        var c = text[i];
        if (c == '\n') return UnitNames.EndsLikeName(text.AsSpan(from, i - from)) || i == from;
        if (IsMark(c)) return true;
        if (i == from) return false;
        if (script.GapBefore(i) && c is not (')' or '(' or '>' or '<') && UnitNames.EndsLikeName(text.AsSpan(from, i - from)) && i + 1 < end) return true;
        return c is '和' or '及' or '与' && DividesNames(text, from, i, end);
    }

    /// <summary>教务处和学生处 are two: a conjunction divides only where a complete name stands before it and another behind it.</summary>
    private static bool DividesNames(string text, int from, int i, int end)
    {
        if (i + 1 >= end || !UnitNames.EndsLikeName(text.AsSpan(from, i - from))) return false;
        // 办公室和各科室, 市教育局及市体育局: what begins like a name needs no more proof
        if (text[i + 1] is '各' or '市' or '县' or '区' or '有' or '相') return true;
        // 社区和物业管理局, 园区和开发建设中心: these endings are as often the middle of a name
        if (text[i - 1] is '部' or '区' or '市' or '县' or '科' or '办' or '社' or '园' or '院' or '校') return false;
        return UnitNames.EndsLikeName(text.AsSpan(i + 1, Rest(text, i + 1, end) - i - 1));
    }

    private static int Rest(string text, int i, int end)
    {
        while (i < end && !IsMark(text[i]) && text[i] is not ('等' or '按' or '(')) i++;
        return i;
    }

    private static void Add(string text, List<Name> names, int start, int end)
    {
        Trim(text, ref start, ref end);
        if (start >= end) return;
        var piece = text.AsSpan(start, end - start);
        if (names.Count > 0 && BelongsToFormer(text.AsSpan(names[^1].Start, names[^1].End - names[^1].Start), piece) && start - names[^1].End == 1)
        {
            names[^1] = names[^1] with { End = end };
            return;
        }

        names.Add(new(start, end));
    }

    /// <summary>市政府有关部门、单位 and 各委、办、局 are one group each.</summary>
    private static bool BelongsToFormer(ReadOnlySpan<char> former, ReadOnlySpan<char> piece) =>
        (piece is "单位" or "直属单位" or "直属机构" && (former.EndsWith("部门") || former.EndsWith("机构") || former.EndsWith("委办局") || former.EndsWith("机关")))
        || (former is "各县(市)" or "各市县" or "各市" or "各县" && (piece.StartsWith("区") || piece.StartsWith("县")) && (piece.EndsWith("政府") || piece is "区" or "县"))
        || (piece is "部门" && former.EndsWith("单位"))
        || (piece.Length == 1 && piece[0] is '办' or '局' or '委' or '室' or '科' or '中' && former.Length >= 2 && former[^1] is '委' or '办' or '局' or '部' or '室' && former.Contains('各'));

    private static void Trim(string text, ref int start, ref int end)
    {
        for (var changed = true; changed && start < end;)
        {
            changed = false;
            if (text[start] is ':' or ',' or '、' or '。' or ';' or '.' or '-' or '\n' or '*' or '"' or '·')
            {
                start++;
                changed = true;
                continue;
            }

            if (text[end - 1] is ':' or ',' or '、' or '。' or ';' or '.' or '\n' or '-' or '"')
            {
                end--;
                changed = true;
                continue;
            }

            var number = Numbering.Read(text, start, end);
            if (number.Mark is Mark.Digit or Mark.DigitBracket or Mark.Circled && number.End < end)
            {
                start = number.End;
                changed = true;
                continue;
            }

            foreach (var head in Heads)
            {
                if (end - start <= head.Length + 1 || !text.AsSpan(start, end - start).StartsWith(head, StringComparison.Ordinal)) continue;
                start += head.Length;
                changed = true;
                break;
            }

            foreach (var tail in Tails)
            {
                if (end - start < tail.Length || !text.AsSpan(start, end - start).EndsWith(tail, StringComparison.Ordinal)) continue;
                end -= tail.Length;
                changed = true;
                break;
            }
        }
    }
}
