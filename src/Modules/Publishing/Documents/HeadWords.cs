using Gongkai.Publishing.Types;

namespace Gongkai.Publishing.Documents;

/// <summary>The official names of what stands in a document's head.</summary>
internal static class HeadWords
{
    public static string Of(HeadField field) => field switch
    {
        HeadField.Number => "发文字号",
        HeadField.Issuer => "发文机关",
        HeadField.WrittenOn => "成文日期",
        HeadField.EffectiveOn => "施行日期",
        HeadField.ExpiresOn => "有效期至",
        HeadField.Topic => "主题分类",
        HeadField.Genre => "文种",
        HeadField.Keywords => "关键词",
        _ => "来源",
    };
}
