using Gongkai.Platform.Accounts;

namespace Gongkai.Administration;

/// <summary>The rules of signing in as people read them.</summary>
internal static class RuleWords
{
    /// <summary>What differs between two sets of rules, for the record: 密码最短 10 → 12.</summary>
    public static string Change(SignInSettings before, SignInSettings after)
    {
        var changed = Lines(before).Zip(Lines(after)).Where(pair => pair.First != pair.Second).Select(pair => $"{pair.First.Name} {pair.First.Value} → {pair.Second.Value}").ToList();
        return changed.Count == 0 ? "没有变化" : string.Join('；', changed);
    }

    /// <summary>Who must have a second factor.</summary>
    public static string Of(FactorFor who) => who switch
    {
        FactorFor.Administrators => "系统、安全、审计三类管理员",
        FactorFor.Everybody => "所有人",
        _ => "不强制，由本人决定",
    };

    private static IEnumerable<(string Name, string Value)> Lines(SignInSettings rules) =>
    [
        ("密码最短", $"{rules.MinimumLength}"),
        ("字符种类", $"{rules.Kinds}"),
        ("密码有效天数", $"{rules.MaximumAgeDays}"),
        ("不得重复最近几个密码", $"{rules.Remembered}"),
        ("密码不得含用户名", rules.ForbidsUserName ? "是" : "否"),
        ("输错几次锁定", $"{rules.Attempts}"),
        ("首次锁定分钟数", $"{rules.FirstLockMinutes}"),
        ("闲置退出分钟数", $"{rules.IdleMinutes}"),
        ("最长登录小时数", $"{rules.AbsoluteHours}"),
        ("必须启用双因素", Of(rules.FactorFor)),
        ("信任统一身份认证的双因素", rules.TrustsProvidersFactor ? "是" : "否"),
    ];
}
