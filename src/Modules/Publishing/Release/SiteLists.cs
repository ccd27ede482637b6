using Gongkai.Checks;

namespace Gongkai.Publishing.Release;

/// <summary>The ready-made lists with the words of the office. Making them ready to be looked for takes longer than a page may, so the last ones are kept: a site has one set at a time.</summary>
internal sealed class SiteLists
{
    private readonly Lock _turn = new();
    private CheckLists _last = CheckLists.Ready;
    private string _of = new OwnWords().Version;

    /// <summary>The lists for these words.</summary>
    public CheckLists With(OwnWords own)
    {
        if (own.IsEmpty) return CheckLists.Ready;
        var version = own.Version;
        lock (_turn)
        {
            if (_of != version) (_last, _of) = (CheckLists.Ready.With(own), version);
            return _last;
        }
    }
}
