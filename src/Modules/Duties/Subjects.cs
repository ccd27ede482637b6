namespace Gongkai.Duties;

/// <summary>Kinds of thing that audit entries of this module are about. Stored; never changed.</summary>
internal static class Subjects
{
    public const string Plan = "plan";
    public const string Draft = "plan-draft";
    public const string Duty = "duty";
    public const string Line = "assignment";
}
