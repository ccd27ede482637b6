using System.Text.RegularExpressions;

namespace Gongkai.Shape;

/// <summary>
/// Personal data is opened by one door, which leaves an entry in the record. What unseals lies within the vault, and nothing else calls it;
/// nobody prints, serialises or compares what is sealed but the vault.
/// </summary>
internal static class PlaintextGuard
{
    private const string Vault = "src/Platform/Vault/";

    /// <summary>Where opening is the work itself: the door, the change of keys, and the framework's own keys.</summary>
    private static readonly string[] Doors = [Vault + "PersonalData.cs", Vault + "KeyRotation.cs", Vault + "VaultKeys.cs", Vault + "ProtectionKeys.cs", Vault + "Cipher.cs"];

    private static readonly Regex Opening = new(@"\.(Unseal|Decrypt)\s*\(|\bnew\s+(AesGcm|DataKey)\b|\bVaultKeys\b", RegexOptions.NonBacktracking);
    private static readonly Regex Trace = new(@"await LeaveTrace\([^;]*;[^}]*\.Unseal\(", RegexOptions.NonBacktracking);

    public static IEnumerable<string> Breaches(IEnumerable<SourceFile> files)
    {
        foreach (var file in files.Where(file => file.Ending == ".cs" && file.Path.StartsWith("src/", StringComparison.Ordinal)))
        {
            var isInside = file.Path.StartsWith(Vault, StringComparison.Ordinal);
            foreach (var match in Opening.Matches(file.BareCode).Where(match => !Doors.Contains(file.Path) && !(isInside && match.Value == "VaultKeys")))
                yield return $"{file.At(match.Index)} opens what is sealed; personal data is read through PersonalData.Read";
            if (file.Name == "PersonalData.cs" && isInside && file.BareCode.Contains(".Unseal(", StringComparison.Ordinal) && !Trace.IsMatch(file.BareCode))
                yield return $"{file.Path} opens before it has left an entry in the record";
        }
    }
}
