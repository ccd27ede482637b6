namespace Gongkai.Checks;

/// <summary>Finds homes (家庭住址) of persons down to a door or a village group; addresses of offices and firms are none.</summary>
internal static class HomeAddresses
{
    private const int LongestAddress = 60;

    private static readonly WordSet Labels = new(
        ["住", "家庭住址", "家庭地址", "现住址", "住址", "居住地址", "居住地", "户籍地址", "户籍所在地", "户籍地", "户口所在地", "家住", "现住", "现居", "家在"]);

    private static readonly WordSet OfficeWords = new(["单位", "办公", "公司", "企业", "经营", "机构", "项目"]);
    private static readonly WordSet Places = new(["乡", "镇", "村", "街道", "路", "街", "巷", "小区", "社区", "团", "连", "农场", "牧场", "区", "县", "市", "花园", "家园", "公寓"]);
    private static readonly string[] Doors = ["号", "室", "组", "栋", "幢", "单元", "弄", "队", "楼", "户", "门"];

    public static void Look(TextCell cell, CheckLists lists, FindingList findings)
    {
        var text = cell.Text;
        if (cell.Row.Head?.IsHome(cell.Column) == true)
        {
            if (cell.End - cell.Start <= 2 * LongestAddress) Take(cell, cell.Start, cell.End, lists, findings);
            return;
        }

        for (var at = cell.Start; at < cell.End;)
        {
            var hit = Labels.First(text.Folded[at..cell.End]);
            if (hit.At < 0) return;
            var label = at + hit.At;
            at = label + hit.Word.Length;
            if (hit.Word == "住")
            {
                if (IsBegin(cell, label)) Take(cell, at, AddressEnd(cell, at), lists, findings);
                continue;
            }

            if (OfficeWords.IsIn(text.Folded[Math.Max(cell.Start, label - 8)..label])) continue;
            var start = at;
            while (start < cell.End && start - at < 4 && text[start] is ':' or ' ' or '为' or '是' or '在' or '于') start++;
            // A form keeps the label in one cell and the home in the next.
            if (start >= cell.End && cell.End < cell.Row.End) TakeNext(cell, lists, findings);
            else Take(cell, start, AddressEnd(cell, start), lists, findings);
        }
    }

    private static void TakeNext(TextCell cell, CheckLists lists, FindingList findings)
    {
        var start = cell.End + 1;
        var end = start;
        while (end < cell.Row.End && end - start < LongestAddress && cell.Text[end] != '\t') end++;
        Take(cell, start, end, lists, findings);
    }

    /// <summary>住 tells where somebody lives when it begins its clause; in 入住, 居住, 住房 it does not.</summary>
    private static bool IsBegin(TextCell cell, int lives) =>
        lives > cell.Start && ",。;(、:".Contains(cell.Text[lives - 1]) && lives + 1 < cell.End && !"房院建宅宿所户址处".Contains(cell.Text[lives + 1]);

    private static int AddressEnd(TextCell cell, int start)
    {
        var end = start;
        while (end < cell.End && end - start < LongestAddress && !",。;)!?、".Contains(cell.Text[end])) end++;
        return end;
    }

    private static void Take(TextCell cell, int start, int end, CheckLists lists, FindingList findings)
    {
        var text = cell.Text;
        while (start < end && text[start] == ' ') start++;
        while (end > start && text[end - 1] == ' ') end--;
        var address = text.Words(start, end);
        if (address.Contains('*') || !Places.IsIn(address) || !HasDoor(address)) return;
        var masked = Masking.Mask(CheckCodes.Address, address, lists.Masking);
        findings.Add(CheckCodes.Address, start, end, masked!, masked);
    }

    private static bool HasDoor(string address)
    {
        foreach (var door in Doors)
        {
            for (var at = address.IndexOf(door, 1, StringComparison.Ordinal); at > 0; at = at + 1 < address.Length ? address.IndexOf(door, at + 1, StringComparison.Ordinal) : -1)
                if (IsNumeral(address[at - 1])) return true;
            if (address.Length < 2) return false;
        }

        // 3-2-401 names house, stair and flat without saying so.
        var dash = address.IndexOf('-');
        return dash > 0 && dash + 1 < address.Length && char.IsAsciiDigit(address[dash - 1]) && char.IsAsciiDigit(address[dash + 1]);
    }

    private static bool IsNumeral(char c) => char.IsAsciiDigit(c) || "一二三四五六七八九十百".Contains(c) || char.IsAsciiLetterUpper(c);
}
