using System.Text;

namespace Gongkai.Rules.Checks;

/// <summary>A file of the corpus.</summary>
/// <param name="Name">File name, unique in the corpus.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Code">What must be found; empty for a clean file.</param>
/// <param name="Place">Where, in the words shown to a clerk; empty for a clean file.</param>
/// <param name="Masked">What must be shown of it; empty where that is not looked at.</param>
internal sealed record Sample(string Name, byte[] Bytes, string Code = "", string Place = "", string Masked = "")
{
    public static Sample Text(string name, string text, string code = "", string place = "", string masked = "") => new(name, Encoding.UTF8.GetBytes(text), code, place, masked);
}

/// <summary>Invented persons' numbers; each fulfils the rule of its kind, and none is known to be anybody's.</summary>
internal static class Invented
{
    public const string Id = "654101199003071232", IdX = "11010519491231002X", OldId = "654101780101001", ChildId = "65402220140512003X", Mobile = "13912345678", Card = "6217001234567890122", OldCard = "6222021234567894";

    public const string IdMasked = "654101********1232", IdXMasked = "110105********002X", MobileMasked = "139****5678", CardMasked = "***************0122", OldCardMasked = "************7894";
}
