using System.Security.Cryptography;
using System.Text;
using SalesBot.Language;

namespace SalesBot.People.Linking;

/// <summary>Twelve letters and digits in three groups, without those that are taken for one another: 60 bits, which nobody guesses within a week.</summary>
internal static class InvitationCode
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    // Whoever writes more than a word around it means something else.
    private const int Longest = 60;

    private static readonly SpokenPatterns Patterns = new("SalesBot.People.Linking.invitation-words.txt");

    public static string New() => RandomNumberGenerator.GetString(Letters, 12).Insert(8, "-").Insert(4, "-");

    public static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)));

    /// <summary>The code of a message that says nothing else, in whatever case, and whether a word says that it is one; null for any other message.</summary>
    public static (string Code, bool Named)? In(string? said) =>
        said is { Length: <= Longest } && Patterns["said"].Match(said) is { Success: true } match ? (match.Groups["code"].Value.ToUpperInvariant(), match.Groups["word"].Success) : null;
}
