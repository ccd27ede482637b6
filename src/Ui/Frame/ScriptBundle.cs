using Microsoft.AspNetCore.Hosting;

namespace Gongkai.Ui.Frame;

/// <summary>Whether the build had Node and made the scripts; looked up once, for a build does not change under a running site.</summary>
internal sealed class ScriptBundle(IWebHostEnvironment web)
{
    private readonly Lazy<bool> _isThere = new(() => web.WebRootFileProvider.GetFileInfo("bundle/site.js").Exists);

    public bool IsThere => _isThere.Value;
}
