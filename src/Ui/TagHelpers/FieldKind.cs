namespace Gongkai.Ui.TagHelpers;

/// <summary>What a field is filled in with.</summary>
public enum FieldKind
{
    /// <summary>By the type of the property: flags tick, days pick, numbers count, items select, files upload, the rest is a line.</summary>
    Auto,

    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    TextArea,

    /// <summary>A number; the keyboard of a telephone shows digits, and what was typed is kept even when it is none.</summary>
    Number,

    /// <summary>A local day.</summary>
    Date,

    /// <summary>One of the items, folded away.</summary>
    Select,

    /// <summary>One of the items, all in sight; for up to seven.</summary>
    Radios,

    /// <summary>Yes or no.</summary>
    CheckBox,

    /// <summary>A password; never sent back.</summary>
    Password,

    /// <summary>An electronic mail address.</summary>
    Email,

    /// <summary>A file; a browser never keeps it, so the page says so after an error.</summary>
    File,
}
