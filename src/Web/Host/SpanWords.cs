using System.Diagnostics;
using OpenTelemetry;

namespace Gongkai.Web.Host;

/// <summary>
/// Takes out of each span what a visitor sent word for word: of an address only its route leaves the house, for the path of a one-time link
/// is itself a secret, and a query may hold what somebody looked for.
/// </summary>
internal sealed class SpanWords : BaseProcessor<Activity>
{
    /// <summary>Stands for the path where no route was found.</summary>
    private const string NoRoute = "no-route";

    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("url.path") is not null) data.SetTag("url.path", data.GetTagItem("http.route") is string route ? "/" + route.TrimStart('/') : NoRoute);
        data.SetTag("url.query", null);
        data.SetTag("user_agent.original", null);
    }
}
