using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Gongkai.Ui.Frame;

/// <summary>Tells what a form must carry to prove that a program does not send it by the thousand. The host answers.</summary>
public interface IProofFields
{
    /// <summary>Name of the hidden field with the solution; also that of the question in the errors of the form.</summary>
    const string Solution = "proof";

    /// <summary>Name of the hidden field with the ticket.</summary>
    const string Ticket = "proof-ticket";

    /// <summary>What the form of a page carries; null where it is not asked for anything.</summary>
    ProofField? Of(ViewContext view);
}

/// <summary>What a form carries.</summary>
/// <param name="Address">Where a browser gets its challenge.</param>
/// <param name="Ticket">The ticket that ripens where no script runs.</param>
/// <param name="Wait">Seconds until the ticket is ripe.</param>
/// <param name="Good">Seconds for which a solution is good after its challenge was given.</param>
/// <param name="Solution">A solution that was sent and not used; null where there is none.</param>
public sealed record ProofField(string Address, string Ticket, int Wait, int Good, string? Solution);

/// <summary>A page that can be shown again as it was sent, without having done anything.</summary>
public interface IShownAgain
{
    /// <summary>The page, with what was typed.</summary>
    Task<IActionResult> ShowAgain(CancellationToken stop);
}
