using Microsoft.Extensions.Localization;

// The assembly is called as the program is; its texts are found under the name of the project.
[assembly: RootNamespace("Gongkai.Web")]

namespace Gongkai.Web;

/// <summary>Names the texts of the host's own pages; Chinese is its own key.</summary>
internal sealed class Words
{
    private Words() { }
}
