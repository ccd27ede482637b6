using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Slices.Attacks.Kit;

/// <summary>Keeps what failed inside the site, so that a breach names its cause.</summary>
internal sealed class Failures : IExceptionHandler
{
    /// <summary>The last one; null before the first.</summary>
    public Exception? Last { get; private set; }

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        Last = exception;
        return ValueTask.FromResult(false);
    }

    /// <summary>What failed and where in our code.</summary>
    public string Cause() => Last is null ? "" : $"{Last.GetType().Name}: {Last.GetBaseException().Message.ReplaceLineEndings(" ")} {Last.GetBaseException().StackTrace?.Split('\n').FirstOrDefault(step => step.Contains("Gongkai", StringComparison.Ordinal))?.Trim()}";
}
