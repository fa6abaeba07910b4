namespace SalesBot.Server.Channels.BotFramework.Authentication;

/// <summary>Whether an activity is let in.</summary>
/// <param name="Status">200, or the HTTP status of the refusal.</param>
/// <param name="Reason">Why it was refused: for the log, never for the caller.</param>
/// <param name="Vouched">A valid token named the service URL. False for practice on loopback.</param>
internal readonly record struct Admission(int Status, string? Reason, bool Vouched)
{
    public bool IsGranted => Status == StatusCodes.Status200OK;

    public static Admission Granted(bool vouched) => new(StatusCodes.Status200OK, Reason: null, vouched);

    public static Admission Refused(string reason) => new(StatusCodes.Status401Unauthorized, reason, Vouched: false);

    public static Admission Unavailable(string reason) => new(StatusCodes.Status503ServiceUnavailable, reason, Vouched: false);

    public static Admission Forbidden(string reason) => new(StatusCodes.Status403Forbidden, reason, Vouched: false);
}
