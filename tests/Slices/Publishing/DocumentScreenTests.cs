using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Gongkai.Publishing;
using Gongkai.Publishing.Documents;
using Gongkai.Publishing.Release;
using Gongkai.Testing;
using Xunit;
using static Gongkai.Slices.Publishing.DocumentScene;

namespace Gongkai.Slices.Publishing;

/// <summary>The way of a document over the screens: from a file to the reader, by the hands of three people.</summary>
public sealed class DocumentScreenTests
{
    private const string Page = """
        <html><body><h1>和源县教育体育局关于做好2026年招生工作的通知</h1><p>和教发〔2026〕7号</p><p>各学校：</p><p>一、报名时间</p><p>3月20日至25日。</p>
        <table><tr><th>学校</th><th>名额</th></tr><tr><td>第一小学</td><td>120</td></tr></table><p>和源县教育体育局</p><p>2026年2月27日</p></body></html>
        """;

    private const string Edited = """
        <h2>一、报名时间</h2><p><strong>3月20日</strong>至25日，见<a href="/library" onclick="steal()">招生办法</a><a href="javascript:steal()">。</a></p><script>steal()</script>
        <table><tbody><tr><th><p>学校</p></th><th><p>名额</p></th></tr><tr><td rowspan="2" style="color:red"><p>第一小学</p><p>东校区</p></td><td><p>120</p></td></tr><tr><td><p>90</p></td></tr></tbody></table>
        <p class="end">2026年2月27日</p><img src="https://elsewhere.example/spy.png"><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">
        """;

    private const string Pasted = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal { color: red }</style></head><body>
        <p class="MsoNormal" style="font-family:方正小标宋"><b>一、报名时间</b></p><p class="MsoNormal"><span lang="EN-US" style="color:#f00">3</span>月20日至25日。<o:p></o:p></p>
        <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>户口簿</p><p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>居住证</p>
        <p class="MsoNormal"><img src="file:///C:/Temp/msohtmlclip1/01/clip_image002.png"></p></body></html>
        """;

    [Theory, EachEngine]
    public async Task A_file_becomes_a_draft_is_judged_by_three_and_read_by_everybody(Site site)
    {
        await Make(site);
        var clerk = await Person(site, "clerk", PublishingPermissions.Draft, PublishingPermissions.Publish);
        var secrecy = await Person(site, "secrecy", PublishingPermissions.ReviewSecrecy);
        var head = await Person(site, "head", PublishingPermissions.Sign);

        var edit = await clerk.Submit(await clerk.Get("/console/documents/new"), "main form", ("Organ", "education"), ("Type", "official"), ("file", new ChosenFile("通知.html", Encoding.UTF8.GetBytes(Page))));
        Assert.Contains("第一小学", edit.Page.QuerySelector("#Draft_Text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("和教发〔2026〕7号", edit.Page.QuerySelector("#Draft_Number")!.GetAttribute("value"));
        var view = await clerk.Submit(edit, "main form", ("Draft.Issuer", "和源县教育体育局"), ("Draft.WrittenOn", "2026-02-27"), ("onward", "true"));
        var submitted = await clerk.Submit(view, "form[action*='Submit']");
        Assert.Contains("已送审。", submitted.Text, StringComparison.Ordinal);
        Assert.Empty(submitted.Page.QuerySelectorAll("form[action*='Judge']"));

        var address = (await secrecy.Get("/console/documents")).Page.QuerySelector("main table a")!.GetAttribute("href")!;
        var reviewed = await secrecy.Submit(await secrecy.Get(address), "form[action*='Judge']", ("basis", "保密审查办法"), ("conclusion", "不涉及国家秘密，可以公开"), ("compared", new PublishingSettings().NegativeList.Mark), ("passed", "true"));
        Assert.Contains("保密审查已通过。", reviewed.Text, StringComparison.Ordinal);
        var signed = await head.Submit(await head.Get(address), "form[action*='Judge']", ("passed", "true"));
        Assert.Contains("已签发。", signed.Text, StringComparison.Ordinal);
        var published = await clerk.Submit(await clerk.Get(address), "form[action*='Publish']");
        Assert.Contains("已发布。", published.Text, StringComparison.Ordinal);

        var reader = await (await site.Visitor()).Get("/documents/education-2026-1");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Equal("第一小学", reader.Page.QuerySelector("article table td")!.TextContent);
        Assert.Contains("education/2026-00001", reader.Text, StringComparison.Ordinal);
        Assert.Contains("关于做好2026年招生工作的通知", (await (await site.Visitor()).Get("/documents?organ=education")).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task What_was_typed_stays_when_somebody_saved_in_between(Site site)
    {
        var scene = await Make(site);
        var clerk = await Person(site, "clerk", PublishingPermissions.Draft);
        var id = await scene.Begin();
        var edit = await clerk.Get($"/console/documents/{id}/edit");
        Done(await scene.Save(id, Said("对方的标题", "对方的正文")));

        var refused = await clerk.Submit(edit, "main form", ("Draft.Title", "我的标题"), ("Draft.Text", "我的正文"));

        Assert.Contains("有人保存了这份草稿", refused.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("我的标题", refused.Page.QuerySelector("#Draft_Title")!.GetAttribute("value"));
        Assert.Contains("对方的正文", refused.Page.QuerySelector("textarea[readonly]")!.TextContent, StringComparison.Ordinal);
        var saved = await clerk.Submit(refused, "main form");
        Assert.Contains("已保存。", saved.Text, StringComparison.Ordinal);
        Assert.Equal("我的标题", (await scene.Open(id)).Title);
    }

    [Theory, EachEngine]
    public async Task The_text_of_the_editor_is_kept_as_blocks_and_nothing_of_it_can_run(Site site)
    {
        var scene = await Make(site);
        var clerk = await Person(site, "clerk", PublishingPermissions.Draft);
        var id = await scene.Begin();

        var saved = await clerk.Submit(await clerk.Get($"/console/documents/{id}/edit"), "main form", ("Draft.Text", "没有动过的旧正文"), ("Draft.Html", Edited));

        Assert.Contains("已保存。", saved.Text, StringComparison.Ordinal);
        Assert.Equal(
            "# 一、报名时间\n**3月20日**至25日，见[招生办法](/library)。\n|!学校|!名额|\n|第一小学⏎东校区|120|\n|^|90|\n>> 2026年2月27日",
            string.Join('\n', saved.Page.QuerySelector("#Draft_Text")!.TextContent.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)));
        var begun = ((IHtmlTemplateElement)saved.Page.QuerySelector("[data-editor] template")!).Content;
        Assert.Empty(begun.QuerySelectorAll("script, [onclick], [style], img"));
        Assert.Equal("2", begun.QuerySelector("td")!.GetAttribute("rowspan"));
    }

    [Theory, EachEngine]
    public async Task A_refused_save_keeps_what_was_written_in_the_editor(Site site)
    {
        var scene = await Make(site);
        var clerk = await Person(site, "clerk", PublishingPermissions.Draft);
        var id = await scene.Begin();

        var refused = await clerk.Submit(await clerk.Get($"/console/documents/{id}/edit"), "main form", ("Draft.Title", ""), ("Draft.Html", "<p>在编辑器里写的一段。</p>"));

        Assert.NotNull(refused.Page.QuerySelector("[role=alert]"));
        Assert.Contains("在编辑器里写的一段。", refused.Page.QuerySelector("#Draft_Text")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("在编辑器里写的一段。", ((IHtmlTemplateElement)refused.Page.QuerySelector("[data-editor] template")!).Content.TextContent, StringComparison.Ordinal);
        Assert.NotNull(refused.Page.QuerySelector("[data-unsaved=true]"));
    }

    [Theory, EachEngine]
    public async Task What_is_pasted_comes_back_clean_with_a_sentence_for_what_stayed_behind_and_only_for_those_who_write(Site site)
    {
        var scene = await Make(site);
        var clerk = await Person(site, "clerk", PublishingPermissions.Draft);
        var id = await scene.Begin();
        var page = await clerk.Get($"/console/documents/{id}/edit");
        var address = page.Page.QuerySelector("[data-editor]")!.GetAttribute("data-paste")!;
        Dictionary<string, string> sent = new() { ["pasted"] = Pasted, ["form-token"] = Token(page) };

        var answer = await clerk.Http.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(sent), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var clean = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("<h2>一、报名时间</h2>\n<p>3月20日至25日。</p>\n<ul>\n<li>户口簿</li>\n<li>居住证</li>\n</ul>\n", clean.RootElement.GetProperty("markup").GetString());
        Assert.Equal(1, clean.RootElement.GetProperty("lost").GetArrayLength());
        var stranger = await Person(site, "stranger", PublishingPermissions.ReviewSecrecy);
        sent["form-token"] = Token(await stranger.Get("/console/documents"));
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.Http.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent(sent), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory, EachEngine]
    public async Task A_withdrawn_document_answers_gone_with_its_reason_and_a_merged_one_leads_on(Site site)
    {
        var scene = await Make(site);
        var gone = await scene.Published();
        var merged = await scene.Published(content: Said("重复的公告"));
        var clerk = await Person(site, "clerk", PublishingPermissions.Withdraw);
        var withdrawn = await clerk.Submit(await clerk.Get($"/console/documents/{merged}"), "form[action*='Merge']", ("Into", "education-2026-1"), ("reason", "重复发布"));
        Assert.Contains("已合并", withdrawn.Text, StringComparison.Ordinal);
        var visitor = await site.Visitor(follow: false);
        var moved = await visitor.Get("/documents/education-2026-2");
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.Status);

        await clerk.Submit(await clerk.Get($"/console/documents/{gone}"), "#withdraw form, form[action*='withdraw']", ("reason", "报名办法将重新公布"));

        var page = await visitor.Get("/documents/education-2026-1");
        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("报名办法将重新公布", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/documents/education-2026-99")).Status);
    }

    [Theory, EachEngine]
    public async Task Files_of_a_draft_are_for_those_who_may_see_it_and_those_of_a_public_one_for_all(Site site)
    {
        var scene = await Make(site);
        var clerk = await Person(site, "clerk", PublishingPermissions.Draft);
        var id = await scene.Begin();
        var attached = await clerk.Submit(await clerk.Get($"/console/documents/{id}/edit"), "main button[formaction*='Attach']", ("file", new ChosenFile("附表.csv", "学校,名额\n第一小学,120\n"u8.ToArray())));
        Assert.Contains("附件已添加", attached.Text, StringComparison.Ordinal);
        var file = attached.Page.QuerySelector("main a[href*='/files/']")!.GetAttribute("href")!;
        var visitor = await site.Visitor(follow: false);
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.Get(file)).Status);
        Assert.Equal(HttpStatusCode.OK, (await clerk.Get(file)).Status);

        await scene.Sign(id);
        Done(await scene.Publish(id));

        var page = await visitor.Get("/documents/education-2026-1");
        var download = await visitor.Get(page.Page.QuerySelector("article a[href*='/files/']")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.OK, download.Status);
        Assert.Contains("第一小学", download.Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task The_list_opens_on_what_waits_for_the_person_and_counts_it_in_the_menu(Site site)
    {
        var scene = await Make(site);
        var secrecy = await Person(site, "secrecy", PublishingPermissions.ReviewSecrecy);
        Assert.Contains("没有等您办理的文件", (await secrecy.Get("/console/documents")).Text, StringComparison.Ordinal);
        var id = await scene.Begin();
        Done(await scene.Submit(id));

        var list = await secrecy.Get("/console/documents");

        Assert.Contains("1 件等您办理", list.Text, StringComparison.Ordinal);
        Assert.EndsWith(id.ToString(), list.Page.QuerySelector("main table a")!.GetAttribute("href"), StringComparison.Ordinal);
        Done(await scene.Judge(id, ReviewKind.Secrecy, scene.SecrecyReviewer));
        Assert.Contains("没有等您办理的文件", (await secrecy.Get("/console/documents")).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task Every_tab_and_the_library_open_on_an_empty_site(Site site)
    {
        await Make(site);
        var clerk = await Person(site, "clerk", PublishingPermissions.Draft);
        foreach (var tab in Enum.GetValues<Gongkai.Publishing.Queries.DeskTab>()) Assert.Equal(HttpStatusCode.OK, (await clerk.Get($"/console/documents?tab={tab}")).Status);
        var visitor = await site.Visitor();
        foreach (var page in new[] { "/documents", "/library", "/library?state=holds&on=2026-01-01", "/documents?type=normative" }) Assert.Equal(HttpStatusCode.OK, (await visitor.Get(page)).Status);
        foreach (var page in new[] { "/documents?type=unknown", "/documents?before=yesterday", "/library?on=2999-01-01", "/documents?organ=nobody" }) Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(page)).Status);
    }

    [Theory, EachEngine]
    public async Task Two_public_editions_stand_side_by_side_and_the_text_can_be_taken_along(Site site)
    {
        var scene = await Make(site);
        var id = await scene.Published();
        Done(await site.As(scene.Author).Run((Gongkai.Publishing.Acts.BeginEdition act) => act.Run(id, ChangeKind.Minor, "更正报名日期", TestContext.Current.CancellationToken)));
        Done(await scene.Save(id, Said(text: "# 一、报名时间\n3月20日至3月27日。\n>> 县教育体育局")));
        await scene.Sign(id);
        Done(await scene.Publish(id));
        var visitor = await site.Visitor();

        var page = await visitor.Get("/documents/education-2026-1");
        var compared = await visitor.Get(page.Page.QuerySelector("aside a[href*='/changes/']")!.GetAttribute("href")!);

        Assert.Equal("25", compared.Page.QuerySelector("del")!.TextContent);
        Assert.Equal("27", compared.Page.QuerySelector("ins")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/documents/education-2026-1/changes/1/9")).Status);
        var text = await visitor.Get("/documents/education-2026-1/document.txt");
        Assert.Contains("3月20日至3月27日。", text.Text, StringComparison.Ordinal);
        var docx = await visitor.Http.GetByteArrayAsync(new Uri("/documents/education-2026-1/document.docx", UriKind.Relative), TestContext.Current.CancellationToken);
        var read = Gongkai.Content.Importing.DocumentImport.Read("下载.docx", new MemoryStream(docx));
        Assert.Contains("3月20日至3月27日。", Gongkai.Content.Writing.PlainText.Of(read.Text!.Body).Text, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task A_text_beyond_every_bound_is_refused_and_stays_in_the_form_and_a_long_one_is_kept(Site site)
    {
        var scene = await Make(site);
        var clerk = await Person(site, "clerk", PublishingPermissions.Draft);
        var id = await scene.Begin();
        var rows = string.Join('\n', Enumerable.Range(1, 5_000).Select(row => $"|{row}|第{row}小学|{row % 97}|"));
        var paragraphs = string.Join('\n', Enumerable.Range(1, 10_000).Select(number => $"第{number}段，报名须知。"));
        var kept = await clerk.Submit(await clerk.Get($"/console/documents/{id}/edit"), "main form", ("Draft.Text", $"{paragraphs}\n{rows}"));
        Assert.Contains("已保存。", kept.Text, StringComparison.Ordinal);

        var refused = await clerk.Submit(kept, "main form", ("Draft.Text", string.Join('\n', Enumerable.Repeat("太长的正文。", 21_000))));

        Assert.Contains("正文的段落和表格行太多", refused.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("太长的正文。", refused.Page.QuerySelector("#Draft_Text")!.TextContent.TrimStart(), StringComparison.Ordinal);
        await scene.Sign(id);
        Done(await scene.Publish(id));
        Assert.Contains("<td>第5000小学</td>", (await scene.Public("education-2026-1"))!.Html, StringComparison.Ordinal);
    }

    private static string Token(Screen page) => page.Page.QuerySelector("input[name=form-token]")!.GetAttribute("value")!;
}
