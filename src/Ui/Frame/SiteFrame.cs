namespace Gongkai.Ui.Frame;

/// <summary>What the frames say about the site itself. What is not configured is not shown.</summary>
public sealed record SiteFrame
{
    /// <summary>The section of the configuration that fills this record.</summary>
    public const string Section = "Site";

    /// <summary>Name of the site, in the mast and behind each page title.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name of the staff side, at the head of its menu.</summary>
    public string ConsoleName { get; init; } = "工作台";

    /// <summary>The body above the site, in the thin bar on top.</summary>
    public string? Parent { get; init; }

    /// <summary>Address of that body's own site.</summary>
    public string? ParentHref { get; init; }

    /// <summary>The body that runs the site (主办单位).</summary>
    public string? Owner { get; init; }

    /// <summary>Postal address (地址).</summary>
    public string? Address { get; init; }

    /// <summary>Telephone (联系电话).</summary>
    public string? Phone { get; init; }

    /// <summary>Identification code of a government site (网站标识码), 10 characters.</summary>
    public string? SiteCode { get; init; }

    /// <summary>Number of the ICP filing (ICP备案编号).</summary>
    public string? Icp { get; init; }

    /// <summary>Number of the public-security filing (公安机关备案号).</summary>
    public string? PoliceRecord { get; init; }

    /// <summary>Where that filing can be looked up.</summary>
    public string? PoliceRecordHref { get; init; }

    /// <summary>Address of the national mark for sites of party and state (党政机关网站标识).</summary>
    public string? PartySiteHref { get; init; }

    /// <summary>Address for reporting an error of the site (我为政府网站找错).</summary>
    public string? FindErrorHref { get; init; }

    /// <summary>Address of the site map (站点地图).</summary>
    public string? SiteMapHref { get; init; }

    /// <summary>Language of a page when the visitor chose none, as in HTML's <c>lang</c>.</summary>
    public string Language { get; init; } = "zh-Hans";

    /// <summary>Languages offered in the top bar; none are shown with fewer than two.</summary>
    public IReadOnlyList<SiteLanguage> Languages { get; init; } = [];
}

/// <summary>A language the site can be read in.</summary>
/// <param name="Code">As in HTML's <c>lang</c>: <c>zh-Hans</c>, <c>en</c>, <c>ug</c>.</param>
/// <param name="Name">Its name in itself.</param>
public sealed record SiteLanguage(string Code, string Name);
