using System.Text.RegularExpressions;

namespace SalesBot.Customers;

/// <summary>A value with its reason behind it, in one breath: "grade B because they stopped buying".</summary>
internal static partial class Because
{
    private const int Longest = 400;

    /// <summary>The value, and the reason where there is one.</summary>
    public static (string Value, string? Reason) Split(string said)
    {
        var match = Mark().Match(said);
        var reason = match.Success ? said[(match.Index + match.Length)..].Trim() : "";
        return match.Success && match.Index > 0 && reason.Length > 0 ? (said[..match.Index].Trim(), reason.Length > Longest ? reason[..Longest] : reason) : (said, null);
    }

    /// <summary>因为, 由于, 原因, 理由, "because", "since", "as", "reason".</summary>
    [GeneratedRegex("[ ,;\\uFF0C\\uFF1B]*(\\u56E0\\u4E3A|\\u7531\\u4E8E|\\u539F\\u56E0\\u662F|\\u539F\\u56E0|\\u7406\\u7531\\u662F|\\u7406\\u7531|\\bbecause( of)?\\b|\\bsince\\b|\\breason\\b)[ ,:\\uFF0C\\uFF1A]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
