using System.Globalization;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Gongkai.Rules.Demo;

/// <summary>The demo files agree with one another, so that a demo that fails to load is the program's fault.</summary>
public sealed class DemoFilesTests
{
    private static readonly JsonElement Organs = DemoFolder.Json("organs.json");
    private static readonly JsonElement People = DemoFolder.Json("people.json");
    private static readonly JsonElement Activity = DemoFolder.Json("activity.json");
    private static readonly DateOnly AsOf = Day(Activity, "asOf");

    private static IEnumerable<JsonElement> Entries => Activity.GetProperty("entries").EnumerateArray();

    private static HashSet<string> OrganKeys => [.. Each(Organs, "organs").Select(o => Text(o, "key"))];

    [Fact]
    public void Keys_and_sign_in_names_are_used_once()
    {
        AssertUnique(Each(Organs, "organs").Concat(Each(Organs, "groups")).Select(o => Text(o, "key")));
        AssertUnique(Each(People, "people").Select(p => Text(p, "login")));
        AssertUnique(Each(People, "people").Select(p => Text(p, "name")));
        AssertUnique(Entries.Where(e => e.TryGetProperty("id", out _)).Select(e => Text(e, "id")));
    }

    [Fact]
    public void A_name_or_alias_means_one_body()
    {
        var names = Each(Organs, "organs")
            .Concat(Each(Organs, "groups"))
            .SelectMany(o => Strings(o, "aliases").Append(Text(o, "name")).Concat(o.TryGetProperty("fullName", out var full) ? [full.GetString()!] : []).Distinct());

        AssertUnique(names);
    }

    [Fact]
    public void Parents_successors_and_members_exist()
    {
        var organs = OrganKeys;
        foreach (var organ in Each(Organs, "organs"))
        {
            if (organ.GetProperty("parent").GetString() is { } parent) Assert.Contains(parent, organs);
            Assert.Equal(organ.TryGetProperty("until", out _), organ.TryGetProperty("succeededBy", out var next));
            if (next.ValueKind == JsonValueKind.String) Assert.Contains(next.GetString()!, organs);
        }

        var kinds = Each(Organs, "organs").Select(o => Text(o, "kind")).ToHashSet();
        foreach (var group in Each(Organs, "groups"))
        {
            Assert.All(Strings(group, "members"), m => Assert.Contains(m, organs));
            Assert.All(Strings(group, "kinds"), k => Assert.Contains(k, kinds));
            Assert.True(Strings(group, "members").Any() || Strings(group, "kinds").Any(), Text(group, "key"));
        }
    }

    [Fact]
    public void Former_names_follow_one_another_without_overlap()
    {
        foreach (var organ in Each(Organs, "organs"))
        {
            var next = Day(organ, "since");
            foreach (var former in Each(organ, "formerNames"))
            {
                Assert.True(Day(former, "from") <= Day(former, "until"), Text(former, "name"));
                Assert.True(Day(former, "until") < next, Text(former, "name"));
                next = Day(former, "from");
            }
        }
    }

    [Fact]
    public void Contact_data_can_belong_to_nobody() =>
        Assert.All(Each(Organs, "organs"), o =>
        {
            Assert.StartsWith("0000-", Text(o, "telephone"), StringComparison.Ordinal);
            Assert.Contains("示例", Text(o, "address"), StringComparison.Ordinal);
        });

    [Fact]
    public void Publications_name_known_organs_and_one_another()
    {
        var documents = Each(DemoFolder.Json("publications.json"), "documents").ToList();
        var names = documents.Select(d => Text(d, "name")).ToList();

        AssertUnique(names);
        Assert.True(documents.Count >= 300, $"{documents.Count} documents");
        Assert.All(documents, d => Assert.Contains(Text(d, "organ"), OrganKeys));
        Assert.All(documents.SelectMany(d => new[] { "explains", "into" }.Where(field => d.TryGetProperty(field, out _)).Select(field => Text(d, field))), name => Assert.Contains(name, names));
    }

    [Fact]
    public void Posts_name_known_organs_and_roles()
    {
        var organs = OrganKeys;
        string[] roles =
        [
            "openness-officer", "clerk", "town-clerk", "reviewer", "secrecy-reviewer", "leader", "head", "legal-officer", "opinion-officer", "request-clerk", "portal-operator",
            "administrator", "security-administrator", "audit-administrator",
        ];
        var posts = Each(People, "people").SelectMany(p => Each(p, "posts")).ToList();

        Assert.All(posts, p => Assert.Contains(Text(p, "organ"), organs));
        Assert.All(posts, p => Assert.Contains(Text(p, "role"), roles));
        Assert.All(posts, p => Assert.Contains(Text(p, "post"), new[] { "primary", "deputy" }));
        Assert.Equal(roles.Order(), posts.Select(p => Text(p, "role")).Distinct().Order());
    }

    [Fact]
    public void Every_entry_follows_its_plan_and_the_entry_before()
    {
        var last = new DateOnly(2025, 3, 24);
        foreach (var entry in Entries)
        {
            var on = Day(entry, "on");
            Assert.InRange(on, last, AsOf);
            Assert.True(TimeOnly.TryParseExact(Text(entry, "time"), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            foreach (var name in new[] { "eventOn", "newDate" })
                if (entry.TryGetProperty(name, out _)) Assert.Equal(on.Year, Day(entry, name).Year);
            last = on;
        }
    }

    [Fact]
    public void Whoever_acts_holds_a_post_that_day()
    {
        var people = Each(People, "people").ToDictionary(p => Text(p, "login"));
        foreach (var entry in Entries)
        {
            var on = Day(entry, "on");
            Assert.True(people.TryGetValue(Text(entry, "by"), out var person), Text(entry, "by"));
            Assert.Contains(Each(person, "posts"), p => Day(p, "from") <= on && (!p.TryGetProperty("until", out _) || Day(p, "until") >= on));
        }
    }

    [Fact]
    public void Organs_of_entries_exist_and_have_not_ended()
    {
        var living = Each(Organs, "organs").Where(o => !o.TryGetProperty("until", out _)).Select(o => Text(o, "key")).ToHashSet();
        foreach (var entry in Entries)
            foreach (var name in new[] { "organ", "toOrgan" })
                if (entry.TryGetProperty(name, out var organ)) Assert.Contains(organ.GetString()!, living);
    }

    [Fact]
    public void Tasks_of_2026_are_found_in_the_plan_at_their_number()
    {
        var items = DemoFolder.PlanParagraphs().Select(p => p.Text).ToList();
        var whole = string.Join('\n', items);
        var last = -1;
        foreach (var task in TasksOf(2026).DistinctBy(t => Text(t, "starts")).OrderBy(t => t.GetProperty("n").GetInt32()))
        {
            Assert.Single(items, i => i.Contains(Text(task, "starts"), StringComparison.Ordinal));
            var at = whole.IndexOf(Text(task, "starts"), StringComparison.Ordinal);
            Assert.True(at > last, Text(task, "starts"));
            last = at;
        }

        AssertNumbersTellTasksApart(TasksOf(2026));
    }

    [Fact]
    public void Tasks_of_2025_are_found_in_the_saved_page()
    {
        var page = File.ReadAllText(DemoFolder.PathOf("plan-2025.html"));
        foreach (var task in TasksOf(2025))
            Assert.Contains($"{task.GetProperty("n").GetInt32()}．{Text(task, "starts")}", page, StringComparison.Ordinal);

        AssertNumbersTellTasksApart(TasksOf(2025));
    }

    [Fact]
    public void Limits_are_quoted_as_the_plan_words_them()
    {
        var items = DemoFolder.PlanParagraphs().Select(p => p.Text).ToList();
        foreach (var entry in Entries.Where(e => e.TryGetProperty("limit", out _) && e.GetProperty("task").GetProperty("plan").GetInt32() == 2026))
        {
            var starts = Text(entry.GetProperty("task"), "starts");
            var item = items.Single(i => i.Contains(starts, StringComparison.Ordinal));
            Assert.Contains(Text(entry, "limit"), item, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Evidence_is_confirmed_or_returned_once_later_and_by_another_person()
    {
        var evidence = Entries.Where(e => Text(e, "act") == "record-evidence").ToDictionary(e => Text(e, "id"));
        var settled = new HashSet<string>();
        foreach (var entry in Entries.Where(e => Text(e, "act") is "confirm-evidence" or "return-evidence"))
            foreach (var id in Strings(entry, "evidence"))
            {
                Assert.True(evidence.TryGetValue(id, out var recorded), id);
                Assert.True(settled.Add(id), id);
                Assert.NotEqual(Text(recorded, "by"), Text(entry, "by"));
                Assert.True(Day(recorded, "on") <= Day(entry, "on"), id);
            }

        Assert.InRange(settled.Count, 1, evidence.Count - 1);
    }

    [Fact]
    public void Evidence_shows_an_invented_address_and_existing_files() =>
        Assert.All(Entries.Where(e => Text(e, "act") == "record-evidence"), e =>
        {
            Assert.StartsWith("https://www.yunze.example/", Text(e, "url"), StringComparison.Ordinal);
            Assert.NotEmpty(Text(e, "title"));
            if (e.TryGetProperty("file", out var file)) Assert.True(File.Exists(DemoFolder.PathOf(file.GetString()!)), file.GetString());
        });

    [Theory]
    [InlineData("record-evidence", "organ")]
    [InlineData("confirm-evidence", "evidence")]
    [InlineData("return-evidence", "reason")]
    [InlineData("waive", "reason")]
    [InlineData("change-limit", "reason")]
    [InlineData("hand-over", "toOrgan")]
    [InlineData("remind", "note")]
    [InlineData("set-cadence", "cadence")]
    [InlineData("set-event", "eventOn")]
    [InlineData("look-back", "result")]
    public void Each_act_occurs_and_says_what_it_must(string act, string field)
    {
        var entries = Entries.Where(e => Text(e, "act") == act).ToList();

        Assert.NotEmpty(entries);
        Assert.All(entries, e => Assert.True(e.TryGetProperty(field, out _), e.ToString()));
    }

    [Fact]
    public void Adoptions_settle_what_the_plan_leaves_open()
    {
        var organs = OrganKeys;
        var groups = Each(Organs, "groups").Select(g => Text(g, "name")).ToHashSet();
        var items = string.Join('\n', DemoFolder.PlanParagraphs().Select(p => p.Text));
        foreach (var adoption in Each(Activity, "adoptions"))
        {
            Assert.True(File.Exists(DemoFolder.PathOf(Text(adoption, "file"))));
            Assert.All(Each(adoption, "units").SelectMany(u => Strings(u, "organs")), o => Assert.Contains(o, organs));
            if (!adoption.TryGetProperty("assign", out var assign)) continue;

            Assert.All(assign.EnumerateArray().SelectMany(a => Strings(a, "groups")), g => Assert.Contains(g, groups));
            Assert.All(Each(adoption, "units"), u => Assert.Contains(Text(u, "written"), items, StringComparison.Ordinal));
            Assert.All(Each(adoption, "waved").Where(w => w.TryGetProperty("task", out _)), w => Assert.Contains(Text(w.GetProperty("task"), "starts"), items, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("plan-2026.docx")]
    [InlineData("breakdown-2026.xlsx")]
    public void Office_files_are_valid(string name)
    {
        var path = DemoFolder.PathOf(name);
        using OpenXmlPackage package = name.EndsWith(".docx", StringComparison.Ordinal)
            ? WordprocessingDocument.Open(path, isEditable: false)
            : SpreadsheetDocument.Open(path, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(package, TestContext.Current.CancellationToken)
            .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void Rows_of_the_breakdown_table_repeat_the_plan()
    {
        var items = string.Join('\n', DemoFolder.PlanParagraphs().Select(p => p.Text));
        using var workbook = SpreadsheetDocument.Open(DemoFolder.PathOf("breakdown-2026.xlsx"), isEditable: false);
        var contents = workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>()
            .Where(c => c.CellReference!.Value!.StartsWith('B') && c.InnerText.Length > 0)
            .Select(c => c.InnerText)
            .Skip(1) // the column's heading
            .ToList();

        Assert.Equal(31, contents.Count);
        Assert.All(contents, c => Assert.Contains(c, items, StringComparison.Ordinal));
    }

    [Fact]
    public void The_plan_has_real_headings()
    {
        var styles = DemoFolder.PlanParagraphs().CountBy(p => p.Style).ToDictionary();

        Assert.Equal(6, styles["Heading1"]);
        Assert.Equal(19, styles["Heading2"]);
    }

    private static List<JsonElement> TasksOf(int year) =>
        [.. Entries.Where(e => e.TryGetProperty("task", out _)).Select(e => e.GetProperty("task")).Where(t => t.GetProperty("plan").GetInt32() == year)];

    private static void AssertNumbersTellTasksApart(List<JsonElement> tasks)
    {
        Assert.NotEmpty(tasks);
        AssertUnique(tasks.Select(t => (t.GetProperty("n").GetInt32(), Text(t, "starts"))).Distinct().Select(t => t.Item1.ToString(CultureInfo.InvariantCulture)));
    }

    private static void AssertUnique(IEnumerable<string> values) =>
        Assert.Empty(values.GroupBy(v => v).Where(g => g.Count() > 1).Select(g => g.Key));

    private static JsonElement.ArrayEnumerator Each(JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    private static IEnumerable<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(v => v.GetString()!) : [];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static DateOnly Day(JsonElement element, string name) =>
        DateOnly.ParseExact(Text(element, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
