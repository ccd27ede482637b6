namespace Gongkai.Ui.Languages;

/// <summary>A translation that cannot be used: which file, what is wrong and what to do, in one line for the person who runs the site.</summary>
public sealed class LanguageFileException(string sentence) : Exception(sentence);
