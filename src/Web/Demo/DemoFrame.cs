namespace Gongkai.Web.Demo;

/// <summary>What the invented city calls itself: the frame of its pages where no setting says otherwise.</summary>
internal static class DemoFrame
{
    private static readonly Dictionary<string, string?> Frame = new()
    {
        ["Site:Name"] = "云泽市政务公开",
        ["Site:Parent"] = "云泽市人民政府",
        ["Site:Owner"] = "云泽市人民政府办公室",
        ["Site:Address"] = "云泽市文昌路1号",
        ["Site:Phone"] = "0000-1234567",
        ["Site:SiteCode"] = "0000000001",
        ["Site:Languages:0:Code"] = "zh-Hans",
        ["Site:Languages:0:Name"] = "中文",
        ["Site:Languages:1:Code"] = "en",
        ["Site:Languages:1:Name"] = "English",
        ["Site:Languages:2:Code"] = "ug",
        ["Site:Languages:2:Name"] = "ئۇيغۇرچە",
    };

    /// <summary>The settings of the command line with the city's frame below them.</summary>
    public static IReadOnlyDictionary<string, string?> Under(IReadOnlyDictionary<string, string?> settings) =>
        Frame.Concat(settings.Where(setting => setting.Value is not null)).ToDictionary(pair => pair.Key, pair => pair.Value);
}
