using System.Text.Json;
using Xunit;

namespace Gongkai.Rules.Plans.Grammar;

public sealed class GoldTests
{
    [Fact]
    public void Reads_the_five_real_plans_as_people_labelled_them()
    {
        if (Folders.Shared is not { } shared) { Assert.Skip("../shared with the real plans and their labels is not on this machine."); return; }
        var score = new GoldScore();
        foreach (var file in Directory.GetFiles(Path.Combine(shared, "gold"), "*.json"))
        {
            var text = File.ReadAllText(Path.Combine(shared, "seeds", Path.GetFileNameWithoutExtension(file) + ".txt"));
            using var gold = JsonDocument.Parse(File.ReadAllText(file));
            score.Add(gold.RootElement, PlainText.Read(text));
        }

        Assert.True(score is { TaskF1: >= 0.98, LeadF1: >= 0.97, ResponsibleF1: >= 0.97, LimitAccuracy: >= 0.95, FalseLimitRate: <= 0.05 }, score.ToString());
    }

    public static TheoryData<string> Invented => [.. Directory.GetFiles(Folders.Invented, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Invented))]
    public void Reads_invented_plans_of_every_layout(string name)
    {
        using var gold = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folders.Invented, name + ".json")));
        var score = new GoldScore();
        score.Add(gold.RootElement, PlainText.Read(File.ReadAllText(Path.Combine(Folders.Invented, name + ".txt"))));
        Assert.True(score is { TaskF1: >= 0.97, LeadF1: >= 0.97, ResponsibleF1: >= 0.97, LimitAccuracy: >= 0.95, FalseLimitRate: <= 0.05 }, score.ToString());
    }

    [Theory, MemberData(nameof(Invented))]
    public void Every_text_name_and_phrase_stands_in_the_source_where_its_span_says(string name)
    {
        var plan = PlainText.Read(File.ReadAllText(Path.Combine(Folders.Invented, name + ".txt")));
        foreach (var task in plan.Tasks.Concat(plan.TableTasks))
        {
            Assert.Equal(task.Text, plan.Source[task.Span].ToString());
            Assert.All(task.Units, u => Assert.Equal(u.Name, plan.Source[u.Span].ToString()));
            Assert.All(task.Limits, l => Assert.Equal(l.Phrase, plan.Source[l.Span].ToString()));
            Assert.True(task.Lines.First >= 1 && task.Lines.First <= task.Lines.Last);
        }
    }
}
