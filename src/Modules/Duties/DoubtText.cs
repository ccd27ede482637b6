using Gongkai.Duties.Drafts;
using Gongkai.Plans;

namespace Gongkai.Duties;

/// <summary>A doubt in words.</summary>
internal static class DoubtText
{
    public static string Of(DraftDoubt doubt) => DoubtWords.Sentence(new Doubt(doubt.Code, doubt.Span, doubt.Values));
}
