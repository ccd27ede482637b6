namespace Gongkai.Plans.Reading;

/// <summary>Words of one paragraph that stand in one style.</summary>
/// <param name="Text">The words; line breaks are <c>\n</c>.</param>
/// <param name="Strong">Bold, by themselves or by a style.</param>
/// <param name="Rise">1 where they are raised, -1 where they are lowered, 0 otherwise.</param>
/// <param name="Link">Address as the file gives it, unchecked; null for none.</param>
public readonly record struct DocxPiece(string Text, bool Strong, int Rise, string? Link);

/// <summary>A picture anchored in a paragraph.</summary>
/// <param name="At">Offset in the paragraph's text before which it stands.</param>
/// <param name="Relationship">Name of the part that holds it, as the paragraph's part calls it; null where it lies elsewhere.</param>
/// <param name="Alt">What the author said that it shows; null for nothing.</param>
public readonly record struct DocxPicture(int At, string? Relationship, string? Alt);

/// <summary>A footnote or endnote called in a paragraph.</summary>
/// <param name="At">Offset in the paragraph's text behind which it is called.</param>
/// <param name="IsEndnote">True for an endnote.</param>
/// <param name="Id">Its number in the file, which is not the one shown.</param>
public readonly record struct DocxNote(int At, bool IsEndnote, long Id);
