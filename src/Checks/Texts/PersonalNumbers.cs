using Gongkai.Law.Wording;

namespace Gongkai.Checks;

/// <summary>Finds identity numbers (身份号码), mobile numbers (手机号码) and bank card numbers (银行卡号), in any width and grouping.</summary>
internal static class PersonalNumbers
{
    private const int LongestNumber = 19;
    private const int LongestAddress = 200;
    private const string LastMarks = "Xx×ХⅩⅹ";

    /// <summary>What a number is that looks like a mobile or a card and is neither.</summary>
    private static readonly WordSet OtherNumbers = new(
    [
        "编号", "单号", "订单", "流水", "文号", "案号", "票号", "发票", "代码", "索引", "条码", "条形码", "ISBN", "IMEI", "序列", "批号", "许可证", "注册号", "执照", "登记号", "合同",
        "备案", "档案", "金额", "坐标", "经度", "纬度", "时间戳", "工单", "编码", "二维码", "不动产", "项目号", "宗地", "标识码", "备付金", "学号",
    ]);

    private static readonly WordSet CardWords = new(["卡号", "账号", "帐号", "账户", "帐户", "银行", "储蓄", "一卡通", "社保卡", "打卡", "开户", "信用社", "农商行"]);
    private static readonly WordSet PhoneWords = new(["电话", "手机", "联系", "号码", "移动", "微信"]);
    private static readonly WordSet IdWords = new(["身份", "证件"]);

    /// <summary>What tells that an account belongs to a public body: it is published so that people can pay (缴款、对公账户).</summary>
    private static readonly WordSet PublicAccounts = new(
        ["对公", "专户", "国库", "财政局", "非税", "缴款", "单位账户", "基本户", "基本账户", "人民政府", "委员会", "管理局", "有限公司", "有限责任公司", "中心", "保证金", "慈善会", "红十字会", "工会", "学校", "医院"]);

    public static void Look(TextCell cell, CheckLists lists, FindingList findings)
    {
        var text = cell.Text;
        List<DigitGroup>? chain = null;
        for (var at = cell.Start; at < cell.End;)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }

            DigitGroups.Read(text, at, cell.End, chain ??= []);
            at = chain[^1].End;
            if (IsFraction(text, chain[0].Start, cell.Start)) continue;
            for (var i = 0; i < chain.Count;) i += Math.Max(1, Take(cell, chain, i, lists, findings));
        }
    }

    /// <summary>Takes the number that begins with a group.</summary>
    /// <returns>How many groups it takes; 0 for none.</returns>
    private static int Take(TextCell cell, List<DigitGroup> chain, int first, CheckLists lists, FindingList findings)
    {
        Span<char> digits = stackalloc char[LongestNumber];
        var count = 0;
        for (var last = first; last < chain.Count; last++)
        {
            var group = chain[last];
            if (count + group.Count > LongestNumber) return 0;
            count += DigitGroups.Digits(cell.Text, group.Start, group.End, digits[count..]);
            var end = group.End;
            var code = count switch
            {
                17 or 18 => Identity(cell, digits, count, chain[first].Start, ref end),
                15 => last - first < 3 && Stands(cell, chain, first, last) && IsOldIdentity(cell, digits[..15], chain[first].Start) ? CheckCodes.IdNumber : null,
                _ => null,
            };
            if (code is null && count is >= 16 and <= LongestNumber && Stands(cell, chain, first, last) && IsCard(cell, digits[..count], chain, first, last)) code = CheckCodes.BankCard;
            if (code is null && count is 11 or 13 or 15 && IsMobile(cell, digits[..count], chain, first, last)) code = CheckCodes.Mobile;
            if (code is null) continue;

            var start = chain[first].Start;
            var masked = Masking.Mask(code, cell.Text.Words(start, end), lists.Masking);
            findings.Add(code, start, end, masked!, masked);
            return last - first + 1;
        }

        return 0;
    }

    private static string? Identity(TextCell cell, Span<char> digits, int count, int start, ref int end)
    {
        if (count == 17)
        {
            var mark = end;
            while (mark < cell.End && mark - end < 3 && cell.Text[mark] is ' ' or '-' or CharacterFolding.Dropped) mark++;
            if (mark >= cell.End || !LastMarks.Contains(cell.Text[mark]) || IsLetterOrDigit(cell, mark + 1)) return null;
            digits[17] = 'X';
            if (!IdNumbers.IsValid(digits[..18])) return null;
            end = mark + 1;
        }
        else if (!(IsRounded(cell, end) ? IdNumbers.HasShape(digits[..18]) : IdNumbers.IsValid(digits[..18])) || IsFraction(cell, end))
        {
            return null;
        }

        // A code of digits alone may fulfil both rules; then its name decides.
        return CreditCodes.IsValid(digits[..18]) && cell.Label(start).Contains("代码", StringComparison.Ordinal) ? null : CheckCodes.IdNumber;
    }

    private static bool IsOldIdentity(TextCell cell, ReadOnlySpan<char> digits, int start)
    {
        if (!IdNumbers.IsValidOld(digits)) return false;
        var label = cell.Label(start);
        return IdWords.IsIn(label) || !(OtherNumbers.IsIn(label) || CardWords.IsIn(label) || PhoneWords.IsIn(label));
    }

    private static bool IsMobile(TextCell cell, ReadOnlySpan<char> digits, List<DigitGroup> chain, int first, int last)
    {
        var prefix = digits.Length - 11;
        if (prefix == 2 && !digits.StartsWith("86")) return false;
        if (prefix == 4 && !digits.StartsWith("0086")) return false;
        var number = digits[prefix..];
        if (number[0] != '1' || number[1] < '3' || !Stands(cell, chain, first, last) || !IsPhoneGrouping(chain, first, last, prefix)) return false;
        var (start, end) = (chain[first].Start, chain[last].End);
        if (end < cell.End && "@元万亿%吨亩角".Contains(cell.Text[end])) return false;
        var label = cell.Label(start);
        return PhoneWords.IsIn(label) || !OtherNumbers.IsIn(label);
    }

    // 3-4-4, 3-8, 7-4 or in one piece, after a country's prefix or joined to it.
    private static bool IsPhoneGrouping(List<DigitGroup> chain, int first, int last, int prefix)
    {
        if (prefix > 0 && chain[first].Count == prefix) (first, prefix) = (first + 1, 0);
        return (last - first, chain[first].Count - prefix) switch
        {
            (0, _) => true,
            (1, 3 or 7) => true,
            (2, 3) => chain[first + 1].Count == 4,
            _ => false,
        };
    }

    private static bool IsCard(TextCell cell, ReadOnlySpan<char> digits, List<DigitGroup> chain, int first, int last)
    {
        if (!(IsRounded(cell, chain[last].End) ? BankCards.HasShape(digits) : BankCards.IsValid(digits)) || CreditCodes.IsValid(digits)) return false;
        if (last > first && chain.Skip(first).Take(last - first).Any(group => group.Count is not (4 or 6))) return false;
        var start = chain[first].Start;
        var label = cell.Label(start);
        var before = cell.Before(start, 60);
        var isNamed = CardWords.IsIn(label) || CardWords.IsIn(cell.Before(start, 24)) || CardWords.IsIn(cell.Title);
        if (isNamed) return !IsPublicAccount(before) || label.Contains('卡');
        return BankCards.IsUnionPay(digits) && !OtherNumbers.IsIn(label);
    }

    private static bool IsPublicAccount(string before)
    {
        if (!PublicAccounts.IsIn(before)) return false;
        // A bank's own name says nothing about whose account it is.
        return PublicAccounts.IsIn(before.Replace("银行股份有限公司", "", StringComparison.Ordinal).Replace("信用合作联社有限公司", "", StringComparison.Ordinal));
    }

    /// <summary>True where a number is not a piece of something longer: a dash, a letter or a path before or after it.</summary>
    private static bool Stands(TextCell cell, List<DigitGroup> chain, int first, int last)
    {
        if (chain[first].Joint == '-' || (last + 1 < chain.Count && chain[last + 1].Joint == '-')) return false;
        if (first == 0 && !BeginsFreely(cell, chain[0].Start)) return false;
        var end = chain[last].End;
        return last + 1 < chain.Count || (!IsLetterOrDigit(cell, end) && !IsFraction(cell, end) && !(end < cell.End && cell.Text[end] is '_' or '*'));
    }

    private static bool BeginsFreely(TextCell cell, int start)
    {
        if (start == cell.Start) return true;
        var before = cell.Text[start - 1];
        if (before is '_' or '*' || IsInAddress(cell, start)) return false;
        if (before is '/' or '=' or '-') return start - 1 == cell.Start || !char.IsAsciiLetter(cell.Text[start - 2]) || IsPhoneLetters(cell, start - 1);
        return !char.IsAsciiLetter(before) || IsPhoneLetters(cell, start);
    }

    /// <summary>True inside the address of a page (https://…/13912345678.html), whose numbers are names of files.</summary>
    private static bool IsInAddress(TextCell cell, int start)
    {
        if (cell.Text[start - 1] is not ('/' or '-')) return false;
        var from = start;
        while (from > cell.Start && start - from < LongestAddress && char.IsAscii(cell.Text[from - 1]) && cell.Text[from - 1] > ' ') from--;
        return cell.Text.Folded[from..start].IndexOf("://") >= 0 || cell.Text.Folded[from..start].StartsWith("www.");
    }

    private static bool IsRounded(TextCell cell, int end) => end < cell.End && cell.Text[end] == DigitGroups.Rounded;

    // tel13912345678 and mobile=13912345678 name what follows; other letters make it a piece of an identifier.
    private static bool IsPhoneLetters(TextCell cell, int end)
    {
        var from = end;
        while (from > cell.Start && end - from < 8 && char.IsAsciiLetter(cell.Text[from - 1])) from--;
        return cell.Text.Words(from, end).ToUpperInvariant() is "TEL" or "PHONE" or "MOBILE" or "T" or "M" or "WX" or "VX" or "QQ" or "ID" or "NO";
    }

    private static bool IsLetterOrDigit(TextCell cell, int at) => at < cell.End && char.IsAsciiLetterOrDigit(cell.Text[at]);

    private static bool IsFraction(ScannedText text, int start, int from) => start - 1 > from && text[start - 1] == '.' && char.IsAsciiDigit(text[start - 2]);

    private static bool IsFraction(TextCell cell, int end) => end + 1 < cell.End && cell.Text[end] == '.' && char.IsAsciiDigit(cell.Text[end + 1]);
}
