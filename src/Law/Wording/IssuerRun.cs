using System.Buffers;

namespace Gongkai.Law.Wording;

/// <summary>The organ's code or name in front of a number, cut free from the sentence it stands in.</summary>
internal static class IssuerRun
{
    /// <summary>Codes have up to some eight characters and names of issuers up to some twenty; a longer run is a sentence.</summary>
    private const int Longest = 24;

    /// <summary>Words that end before a number begins: 根据新政办发〔2016〕17号 cites 新政办发.</summary>
    private static readonly string[] Before =
    [
        "根据", "按照", "依据", "依照", "遵照", "参照", "参见", "详见", "贯彻", "落实", "执行", "转发", "印发", "下发", "制发", "颁布", "公布", "发布", "施行",
        "文号", "字号", "文件", "通知", "意见", "方案", "办法", "规定", "以及", "符合", "结合", "修订", "修改", "废止", "停止", "替代", "代替", "所附", "对照", "依",
    ];

    /// <summary>The same, but such a character may begin a code of its own (和政办发), so it counts only after others.</summary>
    private static readonly SearchValues<char> BeforeWithin = SearchValues.Create("和与及或以按的由为在将见即");

    /// <summary>Words of one character that stand before an issuer's name; names hold 和 and 与 themselves (发展和改革委员会).</summary>
    private const string BeforeName = "按以由依见据照经";

    private const string Joining = "和与及";

    /// <summary>Where the code begins that ends at <paramref name="end"/>; equal to the end of the blanks before it when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Offset after the code, exclusive; blanks may stand before it.</param>
    /// <param name="free">First offset that no earlier number has taken.</param>
    /// <param name="name">True where a name stands (of who orders), false where a code does.</param>
    internal static int Start(string text, int end, int free, bool name = false)
    {
        var last = end;
        while (last > free && end - last < 4 && text[last - 1] != '\n' && CharacterFolding.Fold(text[last - 1]) == ' ') last--;
        var start = last;
        while (start > free && last - start < Longest && IsOfCode(text[start - 1])) start--;

        var run = text.AsSpan(start, last - start);
        var cut = 0;
        foreach (var word in Before)
            if (run.LastIndexOf(word) is >= 0 and var place && place + word.Length < run.Length) cut = Math.Max(cut, place + word.Length);
        var within = run[cut..];
        // Right behind another number, 和 joins the two.
        if (start == free && free > 0 && within.Length > 1 && "和与及或".Contains(within[0])) cut++;
        else if (name)
        {
            // Nothing stands before what begins a text, so 和 joins nothing there: it is the first character of 和政县.
            if (within.Length > 2 && (BeforeName.Contains(within[0]) || (start + cut > 0 && Joining.Contains(within[0])))) cut++;
        }
        else if (within.LastIndexOfAny(BeforeWithin) is > 0 and var single && single + 1 < within.Length) cut += single + 1;
        return run.IsEmpty ? end : start + cut;
    }

    /// <summary>The code or name between two offsets, simplified and without blanks at its end.</summary>
    internal static string Read(string text, int start, int end) =>
        string.Concat(text.AsSpan(start, end - start).ToArray().Select(CharacterFolding.Fold)).Trim();

    /// <summary>The issuer without the name of the state, which some texts put before it and others do not.</summary>
    internal static string WithoutState(string issuer)
    {
        const string State = "中华人民共和国";
        return issuer.StartsWith(State, StringComparison.Ordinal) && issuer.Length > State.Length ? issuer[State.Length..] : issuer;
    }

    private static bool IsOfCode(char c) => CharacterFolding.IsChinese(c) && c != '〇' && CharacterFolding.Fold(c) is not ('第' or '号' or '日' or '年');
}
