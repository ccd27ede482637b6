namespace Gongkai.Organs;

/// <summary>The permissions of this module.</summary>
internal static class Permissions
{
    /// <summary>See organs, groups and posts in the console.</summary>
    public const string View = "organs.view";

    /// <summary>Establish, rename and merge organs; define groups; import.</summary>
    public const string Manage = "organs.manage";

    /// <summary>Teach the register another way to write a name.</summary>
    public const string LearnName = "organs.learn-name";

    /// <summary>Put people into posts and end posts.</summary>
    public const string Appoint = "organs.appoint";

    /// <summary>Open an account for a person.</summary>
    public const string CreateAccount = "organs.create-account";
}
