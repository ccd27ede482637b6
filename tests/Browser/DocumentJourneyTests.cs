using Gongkai.Plans.Writing;
using Microsoft.Playwright;
using Xunit;

namespace Gongkai.Browser;

/// <summary>A document goes from a Word file to its reader, by the hands of a clerk, a secrecy reviewer and a head.</summary>
public sealed class DocumentJourneyTests(DemoSite site)
{
    private static readonly Letter Notice = new(
        "云泽市教育局关于\n做好寒假托管服务的通知",
        [
            new LetterParagraph("云教办〔2026〕66号"),
            new LetterParagraph("各中小学校："),
            new LetterHeading("一、服务时间"),
            new LetterParagraph("2027年1月18日至2月5日，工作日8时至18时。"),
            new LetterTable([new("学校", 2), new("名额", 1, Centred: true)], [["第一小学", "120"], ["第二小学", "90"]]),
        ],
        "云泽市教育局", new(2026, 11, 18));

    [Fact]
    public async Task A_Word_file_reaches_the_reader_by_three_hands()
    {
        var clerk = await site.SignedIn("xu.lanting");
        await clerk.GotoAsync("/console/documents/new");
        await clerk.GetByLabel("文件类型").SelectOptionAsync(new SelectOptionValue { Label = "其他公文" });
        await clerk.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "托管通知.docx", MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Buffer = File() });
        await Press(clerk, "开始");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已导入");
        await Assertions.Expect(clerk.GetByLabel("标题", new() { Exact = true })).ToHaveValueAsync("云泽市教育局关于做好寒假托管服务的通知");
        await clerk.GetByLabel("发文字号").FillAsync("云教办〔2026〕66号");
        await clerk.GetByLabel("成文日期").FillAsync("2026-11-18");
        await Press(clerk, "保存并查看");
        var address = new Uri(clerk.Url).PathAndQuery;
        await Press(clerk, "送审");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已送审");

        var secrecy = await site.SignedIn("du.zhiyuan");
        await secrecy.GotoAsync(address);
        await secrecy.GetByLabel("审查依据").FillAsync("政府信息发布审查制度");
        await secrecy.GetByLabel("审查结论").FillAsync("不涉及国家秘密，可以公开");
        await secrecy.GetByLabel("已逐条对照负面清单").CheckAsync();
        await Press(secrecy, "可以公开");
        await Assertions.Expect(secrecy.GetByRole(AriaRole.Status)).ToContainTextAsync("保密审查已通过");

        var head = await site.SignedIn("cheng.wangshu");
        await head.GotoAsync(address);
        await Press(head, "签发");
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("已签发");

        await clerk.GotoAsync(address);
        await Press(clerk, "立即发布");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已发布");

        var reader = await site.Visitor(scripts: false);
        await reader.GotoAsync("/documents?organ=education");
        await reader.GetByRole(AriaRole.Link, new() { Name = "云泽市教育局关于做好寒假托管服务的通知" }).ClickAsync();
        await Assertions.Expect(reader.Locator("article table")).ToContainTextAsync("第一小学");
        await Assertions.Expect(reader.Locator(".document-head")).ToContainTextAsync("云教办〔2026〕66号");
    }

    private static Task Press(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    private static byte[] File()
    {
        using var file = new MemoryStream();
        LetterFile.Write(Notice, file);
        return file.ToArray();
    }
}
