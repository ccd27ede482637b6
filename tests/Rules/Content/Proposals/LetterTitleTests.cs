using Gongkai.Content.Importing;
using Gongkai.Content.Proposals;
using Gongkai.Plans.Writing;
using Xunit;

namespace Gongkai.Rules.Content.Proposals;

public sealed class LetterTitleTests
{
    /// <summary>The title of a letter that we write ourselves is one paragraph broken over two lines.</summary>
    [Fact]
    public void A_title_broken_within_its_paragraph_is_read_whole()
    {
        using var file = new MemoryStream();
        LetterFile.Write(new("云泽市教育局关于\n做好寒假托管服务的通知", [new LetterParagraph("云教办〔2026〕66号"), new LetterParagraph("各中小学校："), new LetterHeading("一、服务时间")], "云泽市教育局", new(2026, 11, 18)), file);
        file.Position = 0;

        var read = DocumentImport.Read("通知.docx", file).Text!;

        Assert.Equal("云泽市教育局关于做好寒假托管服务的通知", HeadProposals.Of(read.Body).First(proposal => proposal.Kind == ProposalKind.Title).Value);
    }
}
