using FsCheck;
using FsCheck.Fluent;
using Gongkai.Checks;
using Xunit;

namespace Gongkai.Rules.Checks;

public sealed class NumberTests
{
    [Theory]
    [InlineData("11010519491231002X", true)]   // 167 mod 11 is 2, whose mark is X: the sample of GB 11643
    [InlineData("110105194912310020", false)]
    [InlineData("654101199003071232", true)]
    [InlineData("654101199003071223", false)]  // two digits exchanged
    [InlineData("65410119900230123X", false)]  // 30 February
    [InlineData("004101199003071232", false)]  // no such province
    [InlineData("654101299003071232", false)]  // no such century
    public void Holds_an_identity_number_against_its_check_mark(string number, bool isValid) => Assert.Equal(isValid, IdNumbers.IsValid(number));

    [Theory]
    [InlineData("654101780101001", true)]
    [InlineData("654101781301001", false)]
    [InlineData("004101780101001", false)]
    [InlineData("65410178010100", false)]
    public void Holds_an_old_number_against_its_day_of_birth(string number, bool isValid) => Assert.Equal(isValid, IdNumbers.IsValidOld(number));

    [Theory]
    [InlineData("4111111111111111", true)]     // doubled 8+2×7, single 8: 30
    [InlineData("4111111111111112", false)]
    [InlineData("6217001234567890122", true)]
    [InlineData("6217001234567890212", false)]
    [InlineData("7111111111111114", false)]    // nobody issues cards that begin so
    [InlineData("411111111111111", false)]     // one digit short
    public void Holds_a_card_against_Luhns_rule(string number, bool isValid) => Assert.Equal(isValid, BankCards.IsValid(number));

    [Theory]
    [InlineData("91654101MA77XW9T4B", true)]
    [InlineData("91654101MA77XW9T4C", false)]
    [InlineData("91654101MA77XI9T4B", false)]  // I is never used
    [InlineData("126540224577123453", true)]
    public void Holds_a_credit_code_against_its_check_mark(string code, bool isValid) => Assert.Equal(isValid, CreditCodes.IsValid(code));

    /// <summary>People are invented by area, day of birth and serial; the mark is computed here by the long way round, not by the code under test.</summary>
    [Fact]
    public void Finds_every_valid_number_once_with_its_span_and_never_one_with_a_wrong_mark()
    {
        var numbers =
            from area in Gen.Elements("654101", "110105", "320102", "440305", "820000")
            from day in Gen.Choose(0, 36_000)
            from serial in Gen.Choose(0, 999)
            select $"{area}{new DateOnly(1920, 1, 1).AddDays(day):yyyyMMdd}{serial:D3}";
        var words = Gen.ArrayOf(Gen.Elements("经", "核", "实", "，", "张", "某", "。", "县", "\n", "号", "（", "）", "：", "、", "〔", "😀")).Select(string.Concat);
        var cases = from number in numbers from before in words from after in words from wide in Gen.Elements(true, false) from wrong in Gen.Choose(1, 10) select (number, before, after, wide, wrong);
        Check.QuickThrowOnFailure(Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var right = sample.number + Mark(sample.number, 0);
            var shown = sample.wide ? string.Concat(right.Select(c => (char)(c + 0xFEE0))) : right;
            var found = Found(sample.before + shown + sample.after);
            var wrong = Found(sample.before + sample.number + Mark(sample.number, sample.wrong) + sample.after);
            return found.Count == 1 && found[0].Span == new TextSpan(sample.before.Length, 18) && found[0].Shown == right[..6] + "********" + right[^4..] && wrong.Count == 0;
        }));
    }

    private static List<Finding> Found(string text) => [.. TextChecks.Find(text, CheckLists.Ready).Where(finding => finding.Code == CheckCodes.IdNumber)];

    // The weight of the i-th digit from the right is 2 to the power i, modulo 11.
    private static char Mark(string digits, int off)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (digits[i] - '0') * (int)(Math.Pow(2, 17 - i) % 11);
        return "0123456789X"[(((12 - (sum % 11)) % 11) + off) % 11];
    }

    [Theory]
    [InlineData("电话13912345678", "13912345678")]
    [InlineData("电话：139 1234 5678。", "139 1234 5678")]
    [InlineData("+86-13912345678", "86-13912345678")]
    [InlineData("008613912345678", "008613912345678")]
    [InlineData("1 3912345678", null)]
    [InlineData("12912345678", null)]          // no mobile begins with 12
    [InlineData("139123456789", null)]
    [InlineData("0999-13912345678", null)]     // a piece of something longer
    [InlineData("13912345678元", null)]
    [InlineData("3.13912345678", null)]
    [InlineData("13912345678@139.com", null)]  // its owner's mail address is one finding, not two
    public void Finds_mobile_numbers_by_their_grouping(string text, string? number) =>
        Assert.Equal(number, TextChecks.Find(text, CheckLists.Ready).Where(finding => finding.Code == CheckCodes.Mobile).Select(finding => text.Substring(finding.Span.Start, finding.Span.Length)).SingleOrDefault());

    [Theory]
    [InlineData("6217001234567890122", true)]
    [InlineData("卡号4111 1111 1111 1111", true)]
    [InlineData("4111111111111111", false)]                    // without a word for it, too many other numbers begin with 4
    [InlineData("流水号6217001234567890122", false)]
    [InlineData("户名：伊宁县财政局\n账号：6217001234567890122", false)]
    [InlineData("户名：张建国\n账号：6217001234567890122", true)]
    [InlineData("户名：张建国，开户行：中国工商银行股份有限公司，账号：6217001234567890122", true)]
    public void Tells_persons_cards_from_accounts_of_public_bodies(string text, bool isFound) =>
        Assert.Equal(isFound, TextChecks.Find(text, CheckLists.Ready).Any(finding => finding.Code == CheckCodes.BankCard));
}
