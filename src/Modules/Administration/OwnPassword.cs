using Gongkai.Platform.Accounts;

namespace Gongkai.Administration;

/// <summary>Asks a signed-in person for the password again. A wrong one counts as at the door: an unattended desk is no place to guess.</summary>
internal sealed class OwnPassword(LockOut lockOut, Passwords passwords)
{
    /// <returns>Empty where it is right.</returns>
    public async Task<IReadOnlyList<Refusal>> Against(Account account, string password, CancellationToken stop)
    {
        if (await lockOut.Begin(account.Id, stop) && passwords.IsRight(account, password))
        {
            await lockOut.Undo(account.Id, stop);
            return [];
        }
        await lockOut.Fail(account.Id, stop);
        return [new("administration.own-password-wrong")];
    }
}
