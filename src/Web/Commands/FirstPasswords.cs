using System.Security.Cryptography;

namespace Gongkai.Web.Commands;

/// <summary>First passwords of new accounts, made at random and shown once.</summary>
internal static class FirstPasswords
{
    /// <summary>Letters and digits that nobody takes for one another.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>A new password of sixteen characters with all four kinds that every site asks for.</summary>
    public static string Make() => $"{RandomNumberGenerator.GetString(Alphabet, 12)}-A1z";
}
