namespace Gongkai.Shape;

public sealed class PlaintextTests
{
    [Fact]
    public void Personal_data_is_opened_by_one_door() => Guard.Holds(PlaintextGuard.Breaches(Repository.Here.Files));

    [Theory]
    [InlineData("src/Modules/Duties/A.cs", "var mail = key.Unseal(field, row, box);", "A.cs:1 opens")]
    [InlineData("src/Platform/Accounts/A.cs", "var mail = Cipher.Decrypt(key, box, place);", "A.cs:1 opens")]
    [InlineData("src/Web/Host/A.cs", "using var aes = new AesGcm(key, 16);", "A.cs:1 opens")]
    [InlineData("src/Platform/Accounts/A.cs", "internal sealed class A(VaultKeys keys);", "A.cs:1 opens")]
    [InlineData("src/Platform/Vault/A.cs", "var mail = key.Unseal(field, row, box);", "A.cs:1 opens")]
    [InlineData("src/Platform/Vault/PersonalData.cs", "{ var mail = key.Unseal(field); await LeaveTrace(field); }", "opens before it has left an entry")]
    public void Finds_another_door(string path, string code, string breach) => Guard.Bites(PlaintextGuard.Breaches([new(path, code)]), breach);

    [Fact]
    public void Lets_the_door_itself_open() => Guard.Holds(PlaintextGuard.Breaches([new("src/Platform/Vault/PersonalData.cs", "{ await LeaveTrace(field, stop); return key.Unseal(field); }")]));
}
