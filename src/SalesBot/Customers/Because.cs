namespace SalesBot.Customers;

/// <summary>A value with its reason behind it, in one breath: "grade B because they stopped buying".</summary>
internal static class Because
{
    private const int Longest = 400;

    /// <summary>The value, and the reason where there is one.</summary>
    public static (string Value, string? Reason) Split(string said)
    {
        var match = CustomerWords.Patterns["because"].Match(said);
        var reason = match.Success ? said[(match.Index + match.Length)..].Trim() : "";
        return match.Success && match.Index > 0 && reason.Length > 0 ? (said[..match.Index].Trim(), reason.Length > Longest ? reason[..Longest] : reason) : (said, null);
    }
}
