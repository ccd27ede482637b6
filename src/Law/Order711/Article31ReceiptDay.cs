namespace Gongkai.Law.Order711;

/// <summary>Ways in which a request reaches the organ.</summary>
public enum RequestChannel
{
    /// <summary>Handed in (当面提交).</summary>
    InPerson,

    /// <summary>Post that somebody signs for (签收邮寄).</summary>
    SignedPost,

    /// <summary>Ordinary letter and other post without a signature (平常信函).</summary>
    OrdinaryPost,

    /// <summary>Internet channel (互联网渠道).</summary>
    Internet,

    /// <summary>Fax to the office for disclosure (传真).</summary>
    Fax,
}

/// <summary>The day on which a request counts as received (收到申请之日).</summary>
public static class Article31ReceiptDay
{
    /// <summary>The day of receipt.</summary>
    /// <param name="channel">How it came.</param>
    /// <param name="arrived">Day on which it was handed in, signed for, or arrived.</param>
    /// <param name="confirmed">Day on which organ and applicant confirmed it to each other; null while they have not.</param>
    /// <returns>That day; null while a channel that needs confirmation has none, for then no clock runs yet.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confirmation lies before the arrival.</exception>
    [Article("711", 31)]
    public static DateOnly? Of(RequestChannel channel, DateOnly arrived, DateOnly? confirmed)
    {
        if (confirmed is { } day) ArgumentOutOfRangeException.ThrowIfLessThan(day, arrived, nameof(confirmed));
        return channel is RequestChannel.InPerson or RequestChannel.SignedPost ? arrived : confirmed;
    }
}
