namespace Gongkai.Checks;

/// <summary>Every code that a finding or a gap may carry. Released codes never change; each has a sentence in <see cref="CheckWords"/>.</summary>
public static class CheckCodes
{
    // What is personal. 个人信息保护法 art. 28 names financial accounts, health, whereabouts and everything of children under 14 as sensitive.
    public const string IdNumber = "checks.id-number";
    public const string Mobile = "checks.mobile";
    public const string BankCard = "checks.bank-card";
    public const string Address = "checks.address";
    public const string Minor = "checks.minor";
    public const string Health = "checks.health";
    public const string Email = "checks.email";

    // What the wording shows.
    public const string SecrecyMark = "checks.secrecy-mark";
    public const string WrongWord = "checks.wrong-word";
    public const string ForbiddenWord = "checks.forbidden-word";

    // What lies hidden in a file, whatever it says.
    public const string HiddenSheet = "checks.hidden-sheet";
    public const string HiddenCells = "checks.hidden-cells";
    public const string HiddenText = "checks.hidden-text";
    public const string HiddenChange = "checks.hidden-change";
    public const string HiddenComment = "checks.hidden-comment";
    public const string HiddenSlide = "checks.hidden-slide";
    public const string HiddenNotes = "checks.hidden-notes";
    public const string HiddenPlace = "checks.hidden-place";
    public const string HiddenAuthor = "checks.hidden-author";

    // What contradicts itself in a document.
    public const string DatesContradict = "checks.dates-contradict";
    public const string ImpossibleDate = "checks.impossible-date";
    public const string AttachmentMissing = "checks.attachment-missing";
    public const string Doubled = "checks.doubled";
    public const string NumberForm = "checks.number-form";
    public const string OrganName = "checks.organ-name";

    /// <summary>Stands last where there were more findings than are listed; what is shown is how many were left off.</summary>
    public const string More = "checks.more";

    // Why something could not be looked into.
    public const string NotLookedInto = "checks.not-looked-into";
    public const string Encrypted = "checks.encrypted";
    public const string OldFormat = "checks.old-format";
    public const string Damaged = "checks.damaged";
    public const string Unsafe = "checks.unsafe";
    public const string TooLarge = "checks.too-large";
    public const string NoText = "checks.no-text";
    public const string Picture = "checks.picture";
    public const string NoPdfToText = "checks.no-pdftotext";
    public const string TimedOut = "checks.timed-out";
    public const string NestedTooDeep = "checks.nested-too-deep";

    /// <summary>True for what concerns a person and should be masked or taken out.</summary>
    public static bool IsPersonal(string code) => code is IdNumber or Mobile or BankCard or Address or Minor or Health or Email;
}
