namespace Gongkai.Plans.Grammar;

/// <summary>Cuts the outline into tasks: the smallest passages with an assignment of their own, and whatever text has none.</summary>
internal sealed class Passages(Script script)
{
    private static readonly string[] General =
        ["指导思想", "总体要求", "总体思路", "基本原则", "工作原则", "工作目标", "总体目标", "主要目标", "目标要求", "工作思路", "重要意义", "目的意义", "总体要求和目标", "公开原则", "工作依据", "总则", "总体要求和工作目标", "指导思想和工作目标", "指导思想和总体要求"];

    private readonly List<Passage> _found = [];
    private readonly HashSet<Node> _emitted = [];

    /// <summary>Chapters left out because they state aims and principles and no task.</summary>
    public List<(int Start, int End)> LeftOut { get; } = [];

    /// <summary>The tasks below a root, in order.</summary>
    public List<Passage> Cut(Node root)
    {
        Regroup(root);
        Settle(root);
        Walk(root);
        return _found;
    }

    private static void Settle(Node node)
    {
        foreach (var child in node.Children) Settle(child);
        node.Settled = node.Assigned;
    }

    // ---- which node an assignment at the end of a list belongs to

    private static void Regroup(Node root)
    {
        int lastOnly = 0, several = 0;
        Vote(root, ref lastOnly, ref several);
        Move(root, ownLine: lastOnly >= several, inline: lastOnly >= 2 && lastOnly > several);
    }

    private static void Vote(Node node, ref int lastOnly, ref int several)
    {
        var children = node.Children.ToList();
        if (children.Count >= 2 && node.Mark != Mark.None)
        {
            var assigned = children.Count(c => c.Assigned);
            if (assigned >= 2) several++;
            else if (assigned == 1 && children[^1].Assigned && EndsAssigned(children[^1])) lastOnly++;
        }

        foreach (var child in children) Vote(child, ref lastOnly, ref several);
    }

    private static bool EndsAssigned(Node node) => node.Parts.Count > 0 && node.Parts[^1] switch
    {
        AssignmentPart => true,
        NodePart below => EndsAssigned(below.Node),
        _ => false,
    };

    private static void Move(Node node, bool ownLine, bool inline)
    {
        var children = node.Children.ToList();
        foreach (var child in children) Move(child, ownLine, inline);
        if (node.Mark == Mark.None || children.Count < 2 || !children[^1].Assigned || children.SkipLast(1).Any(c => c.Assigned)) return;
        if (node.Parts.Exists(p => p is AssignmentPart) || node.Parts[^1] is not NodePart) return;
        var last = children[^1];
        while (last.Parts.Count > 0 && last.Parts[^1] is NodePart below) last = below.Node;
        var tail = new List<Part>();
        while (last.Parts.Count > 0 && last.Parts[^1] is AssignmentPart part)
        {
            tail.Insert(0, part);
            last.Parts.RemoveAt(last.Parts.Count - 1);
        }

        var own = tail.Count > 0 && tail.TrueForAll(p => ((AssignmentPart)p).OwnLine);
        if (tail.Count == 0 || children[^1].Assigned || !(own ? ownLine : inline)) last.Parts.AddRange(tail);
        else node.Parts.AddRange(tail);
    }

    // ---- walking

    private void Walk(Node node)
    {
        if (IsGeneral(node))
        {
            LeftOut.Add((node.NumberStart, node.Heading.End));
            return;
        }

        if (!node.Assigned)
        {
            Unassigned(node);
            return;
        }

        var waiting = new List<Part>();
        List<Assignment>? above = null;
        var emitted = false;
        for (var i = 0; i < node.Parts.Count; i++)
        {
            switch (node.Parts[i])
            {
                case AssignmentPart:
                    var cluster = Cluster(node, ref i);
                    var more = i + 1 < node.Parts.Count;
                    if (waiting.Count > 0 && above is null)
                    {
                        Emit(node, waiting, cluster);
                        emitted = true;
                        waiting.Clear();
                    }
                    else if (waiting.Count > 0)
                    {
                        Emit(node, waiting, above!);
                        emitted = true;
                        waiting.Clear();
                        above = cluster;
                    }
                    else if (more)
                    {
                        above = Merge(above, cluster);
                    }
                    else if (!emitted && node.HasHeading && !_emitted.Contains(node))
                    {
                        Emit(node, node.Heading.Start, node.Heading.End, cluster, headingOnly: false);
                        emitted = true;
                    }
                    else if (_found.Count > 0 && _found[^1].Assignments.Count > 0)
                    {
                        _found[^1].Assignments.AddRange(cluster);
                    }

                    break;
                case NodePart below when above is not null && !below.Node.Assigned:
                    waiting.Add(below);
                    break;
                case NodePart below when Covered(node, i):
                    waiting.Add(below);
                    break;
                case NodePart below:
                    Flush(node, waiting, above, leadIn: true);
                    Walk(below.Node);
                    emitted = true;
                    break;
                case var part:
                    waiting.Add(part);
                    break;
            }
        }

        Flush(node, waiting, above, leadIn: false);
    }

    /// <summary>True where a later assignment of this very node covers the unassigned child at an index.</summary>
    private static bool Covered(Node node, int index)
    {
        if (node.Mark == Mark.None) return false;
        for (var i = index; i < node.Parts.Count; i++)
        {
            if (node.Parts[i] is NodePart { Node.Assigned: true }) return false;
            if (node.Parts[i] is AssignmentPart) return true;
        }

        return false;
    }

    private static List<Assignment> Merge(List<Assignment>? first, List<Assignment> second) => first is null ? second : [.. first, .. second];

    private static List<Assignment> Cluster(Node node, ref int i)
    {
        var cluster = new List<Assignment>();
        for (; i < node.Parts.Count && node.Parts[i] is AssignmentPart part; i++) cluster.Add(part.Assignment);
        i--;
        return cluster;
    }

    private void Flush(Node node, List<Part> waiting, List<Assignment>? above, bool leadIn)
    {
        if (waiting.Count == 0) return;
        if (above is not null) Emit(node, waiting, above);
        else Loose(node, waiting, leadIn);
        waiting.Clear();
    }

    private void Unassigned(Node node)
    {
        var children = node.Children.ToList();
        if (children.Count > 0 && IsFragmentList(node, children))
        {
            Emit(node, node.Parts, []);
            return;
        }

        var waiting = new List<Part>();
        foreach (var part in node.Parts)
        {
            if (part is NodePart below)
            {
                Loose(node, waiting, leadIn: true);
                waiting.Clear();
                Walk(below.Node);
            }
            else if (part is TextPart)
            {
                waiting.Add(part);
            }
        }

        if (node.Parts.Count == 0 && node.HasHeading) Emit(node, node.Heading.Start, node.Heading.End, [], headingOnly: true);
        Loose(node, waiting, leadIn: false);
    }

    /// <summary>公开以下信息: (1)…; (2)…; — pieces of one sentence are one task.</summary>
    private bool IsFragmentList(Node node, List<Node> children)
    {
        if (node.Mark == Mark.None || children.Exists(c => c.Children.Any())) return false;
        var semicolons = 0;
        foreach (var child in children)
            if (child.Parts is [TextPart text, ..] && script.Text[text.End - 1] is ';' or ',') semicolons++;
        return semicolons * 2 >= children.Count && node.Parts.Count > 0;
    }

    /// <summary>Paragraphs without an assignment: one task each, short ones and those that end with a colon together with the next.</summary>
    private void Loose(Node node, List<Part> waiting, bool leadIn)
    {
        var from = -1;
        for (var i = 0; i < waiting.Count; i++)
        {
            if (waiting[i] is NodePart below)
            {
                Walk(below.Node);
                continue;
            }

            if (from < 0) from = i;
            var part = waiting[i];
            var last = i + 1 == waiting.Count;
            var opens = script.Text[part.End - 1] == ':' || (part.End - part.Start <= 24 && script.Text.AsSpan(part.Start, part.End - part.Start).IndexOf(',') < 0);
            if (leadIn && last && (opens || script.Text[part.End - 1] == ':')) break;
            if (opens && !last) continue;
            Emit(node, waiting[from].Start, part.End, [], headingOnly: false);
            from = -1;
        }
    }

    private void Emit(Node node, List<Part> parts, List<Assignment> cluster)
    {
        var start = parts[0] is NodePart first ? first.Node.NumberStart : parts[0].Start;
        Emit(node, start, parts.Max(Last), cluster, headingOnly: false);
    }

    private static int Last(Part part) => part is NodePart below
        ? below.Node.Parts.Count > 0 ? below.Node.Parts.Max(Last) : Math.Max(below.Node.Heading.End, below.Node.NumberEnd)
        : part.End;

    private void Emit(Node node, int start, int end, List<Assignment> cluster, bool headingOnly)
    {
        if (start >= end) return;
        var passage = new Passage { Node = node, Start = start, End = end, HeadingOnly = headingOnly, Number = node.HasHeading && start != node.Heading.Start ? default : (node.NumberStart, node.NumberEnd) };
        passage.Assignments.AddRange(cluster);
        foreach (var assignment in cluster) passage.LimitCells.AddRange(assignment.Limits);
        if (node.HasHeading && start != node.Heading.Start && HeadingLimit(node) is { } limit) passage.LimitCells.Add(limit);
        _found.Add(passage);
        _emitted.Add(node);
    }

    /// <summary>(二)实施阶段(2026年7月—11月): the bracket that closes a heading may hold the limit of what stands below.</summary>
    private (int Start, int End)? HeadingLimit(Node node)
    {
        var (start, end) = node.Heading;
        if (script.Text[end - 1] != ')') return null;
        var open = script.Text.LastIndexOf('(', end - 1, end - start);
        if (open < start || script.Text.AsSpan(open, end - open).IndexOfAny("月年底季旬") < 0) return null;
        return Limits.LimitScanner.Scan(new(script.Text, open + 1, end - 1, 2000, Cell: true)).Count > 0 ? (open + 1, end - 1) : null;
    }

    private bool IsGeneral(Node node)
    {
        if (node.Assigned) return false;
        if (!node.HasHeading)
        {
            // a heading that ran into its text: 一、工作目标紧紧围绕…
            if (node.Mark != Mark.Han || node.Parts is not [TextPart text, ..] || node.Children.Any()) return false;
            foreach (var word in General)
                if (script.Text.AsSpan(text.Start, text.End - text.Start).StartsWith(word, StringComparison.Ordinal))
                {
                    node.Heading = (text.Start, text.Start + word.Length);
                    return true;
                }

            return false;
        }

        var heading = script.Text.AsSpan(node.Heading.Start, node.Heading.End - node.Heading.Start).TrimEnd("。:");
        foreach (var word in General)
            if (heading.SequenceEqual(word)) return true;
        return false;
    }
}
