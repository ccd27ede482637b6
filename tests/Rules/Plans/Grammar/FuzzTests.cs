using System.Text;
using Gongkai.Plans;
using Xunit;

namespace Gongkai.Rules.Plans.Grammar;

public sealed class FuzzTests
{
    private const string Spice = "一二三四五六七八九十、。，；：（）()【】[]《》“”|<>1234567890年月日底前内后起每按定期全年牵头责任单位负责落实配合市县区局办\n\n \t\u3000工作日小时第季度半上下旬至到与同步待各等和及①●";

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory, MemberData(nameof(Seeds))]
    public void No_damage_to_an_invented_plan_stops_the_reader(int seed)
    {
        foreach (var file in Directory.GetFiles(Folders.Invented, "*.txt").Order(StringComparer.Ordinal)) Damage(File.ReadAllText(file), new Random(seed), 6);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void No_damage_to_a_real_plan_stops_the_reader(int seed)
    {
        if (Folders.Shared is not { } shared) { Assert.Skip("../shared with the real plans is not on this machine."); return; }
        foreach (var file in Directory.GetFiles(Path.Combine(shared, "seeds"), "*.txt").Order(StringComparer.Ordinal)) Damage(File.ReadAllText(file), new Random(seed), 6);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("(")]
    [InlineData("一、")]
    [InlineData("|||||\n||\n|")]
    [InlineData("责任单位：")]
    [InlineData("（责任单位：）")]
    [InlineData("每")]
    [InlineData("后后后后后后")]
    [InlineData("2026年2月30日前\n99月底前\n0月底\n第9季度")]
    [InlineData("序号\n任务\n责任单位\n1\n2\n3")]
    [InlineData("序号 | 任务 | 责任单位 |\n| | |\n1 |")]
    public void Odd_texts_are_read_without_complaint(string text) => Check(PlainText.Read(text));

    [Theory]
    [InlineData('(')]
    [InlineData('[')]
    [InlineData('《')]
    [InlineData('后')]
    [InlineData('每')]
    [InlineData('一')]
    [InlineData('1')]
    [InlineData('|')]
    [InlineData('责')]
    public void A_hundred_thousand_times_the_same_sign_ends(char sign) => Check(PlainText.Read(new string(sign, 100_000)));

    private static void Damage(string text, Random random, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var damaged = new StringBuilder(text);
            for (var hits = random.Next(1, 60); hits > 0 && damaged.Length > 2; hits--)
            {
                var at = random.Next(damaged.Length - 1);
                switch (random.Next(5))
                {
                    case 0:
                        damaged.Remove(at, Math.Min(random.Next(1, 80), damaged.Length - at));
                        break;
                    case 1:
                        damaged.Insert(at, Spice[random.Next(Spice.Length)]);
                        break;
                    case 2:
                        damaged[at] = Spice[random.Next(Spice.Length)];
                        break;
                    case 3:
                        damaged.Insert(at, damaged.ToString(at, Math.Min(random.Next(1, 200), damaged.Length - at)));
                        break;
                    default:
                        damaged[at] = (char)random.Next(1, 0xffff);
                        break;
                }
            }

            Check(PlainText.Read(damaged.ToString()));
        }
    }

    private static void Check(Plan plan)
    {
        foreach (var task in plan.Tasks)
        {
            Assert.Equal(task.Text, plan.Source[task.Span].ToString());
            Assert.All(task.Units, u => Assert.Equal(u.Name, plan.Source[u.Span].ToString()));
        }

        Assert.All(plan.Doubts, d => Assert.NotEqual(d.Code, DoubtWords.Sentence(d)));
    }
}
