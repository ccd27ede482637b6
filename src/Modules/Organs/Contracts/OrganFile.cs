using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.Organs.Contracts;

/// <summary>The organs and groups of a site as a JSON file holds them; demo/organs.json is one.</summary>
/// <param name="Organs">Organs, in the order of lists.</param>
/// <param name="Groups">Groups.</param>
/// <param name="City">The place, for whoever reads the file; nothing is stored of it here.</param>
public sealed record OrganFile(IReadOnlyList<OrganEntry> Organs, IReadOnlyList<GroupEntry>? Groups = null, JsonElement? City = null)
{
    /// <summary>Reads a file.</summary>
    /// <returns>The file; refused with line and field where it is not in this form.</returns>
    public static Outcome<OrganFile> Read(string json) => EntryJson.Read<OrganFile>(json);
}

/// <summary>An organ in a file.</summary>
/// <param name="Key">Address part: lower-case letters, digits, hyphens.</param>
/// <param name="Name">Present name in daily use.</param>
/// <param name="Kind">Name of an <see cref="OrganKind"/>, in either case.</param>
/// <param name="Since">First day of the present name.</param>
/// <param name="FullName">Present full name as on the seal.</param>
/// <param name="Parent">Key of the organ it belongs to.</param>
/// <param name="Until">Last day it existed, inclusive.</param>
/// <param name="SucceededBy">Key of the organ that took over.</param>
/// <param name="FormerNames">Names before.</param>
/// <param name="Aliases">Other ways to write the name.</param>
/// <param name="Address">Address.</param>
/// <param name="Telephone">Telephone.</param>
public sealed record OrganEntry(
    string Key, string Name, string Kind, DateOnly Since, string? FullName = null, string? Parent = null, DateOnly? Until = null, string? SucceededBy = null,
    IReadOnlyList<FormerNameEntry>? FormerNames = null, IReadOnlyList<string>? Aliases = null, string? Address = null, string? Telephone = null);

/// <summary>A former name in a file.</summary>
/// <param name="Name">The name.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive. Only checked: a name holds until the next one begins.</param>
public sealed record FormerNameEntry(string Name, DateOnly From, DateOnly? Until = null);

/// <summary>A group in a file.</summary>
/// <param name="Key">Address part.</param>
/// <param name="Name">Name.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">Last day, inclusive.</param>
/// <param name="Aliases">Other ways to write the name.</param>
/// <param name="Kinds">Kinds whose every organ belongs to it.</param>
/// <param name="Members">Keys of organs that belong to it besides, from the group's first day.</param>
public sealed record GroupEntry(
    string Key, string Name, DateOnly Since, DateOnly? Until = null,
    IReadOnlyList<string>? Aliases = null, IReadOnlyList<string>? Kinds = null, IReadOnlyList<string>? Members = null);

/// <summary>The people of a site and their posts as a JSON file holds them; demo/people.json is one.</summary>
/// <param name="People">People.</param>
public sealed record PeopleFile(IReadOnlyList<PersonEntry> People)
{
    /// <summary>Reads a file.</summary>
    /// <returns>The file; refused with line and field where it is not in this form.</returns>
    public static Outcome<PeopleFile> Read(string json) => EntryJson.Read<PeopleFile>(json);
}

/// <summary>A person in a file.</summary>
/// <param name="Login">Name to sign in with.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="Posts">Posts held, past ones too.</param>
public sealed record PersonEntry(string Login, string Name, IReadOnlyList<PostEntry> Posts);

/// <summary>A post in a file.</summary>
/// <param name="Organ">Key of the organ.</param>
/// <param name="Role">Key of the role.</param>
/// <param name="Post"><c>primary</c> (A岗) or <c>deputy</c> (B岗).</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, inclusive.</param>
public sealed record PostEntry(string Organ, string Role, string Post, DateOnly From, DateOnly? Until = null);

/// <summary>Reads such files: a field that is missing, of another form or unknown is named with its line.</summary>
internal static class EntryJson
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static Outcome<T> Read<T>(string json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Form) is { } file ? file : Outcome.Refused("organs.file-empty");
        }
        catch (JsonException problem)
        {
            return Outcome.Refused("organs.file-unreadable", (problem.LineNumber ?? 0) + 1, problem.Path ?? "$", WithoutPlace(problem.Message));
        }
    }

    /// <summary>The message repeats path and line at its end; the refusal has them already.</summary>
    private static string WithoutPlace(string message) =>
        message.IndexOf(" Path:", StringComparison.Ordinal) is var at and > 0 ? message[..at] : message;
}
