namespace Gongkai.Publishing;

/// <summary>Kinds of thing that audit entries of this module are about. Stored; never changed.</summary>
internal static class Subjects
{
    public const string Item = "catalogue-item";
    public const string Draft = "catalogue-draft";
    public const string Document = "document";
    public const string CleanUp = "clean-up";
    public const string Number = "document-number";
}
