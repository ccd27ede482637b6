using System.ComponentModel.DataAnnotations;

namespace Gongkai.Organs.Areas.Console.Pages.Organs;

/// <summary>An alias as typed.</summary>
internal sealed class AliasForm
{
    [Required]
    public string? Text { get; set; }
}

/// <summary>The other spellings of an organ or a group, as its page lists them.</summary>
/// <param name="Known">What is known.</param>
/// <param name="Alias">A new one as typed.</param>
/// <param name="MayLearn">True where the reader may add and drop.</param>
/// <param name="Address">Address of the page.</param>
internal sealed record AliasSection(IReadOnlyList<OrganAlias> Known, AliasForm Alias, bool MayLearn, string Address);
