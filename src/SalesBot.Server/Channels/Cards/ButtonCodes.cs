using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SalesBot.Conversation;
using SalesBot.Language;

namespace SalesBot.Server.Channels.Cards;

/// <summary>
/// Buttons where a messenger has none, or no room for one: each has a short name (<c>#K7FQ</c>), and who says a message that ends with it has pressed the button. A name
/// means something in its own conversation only, and carries no authority.
/// </summary>
internal sealed partial class ButtonCodes(EdgeNotes notes)
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 4;
    private const int LongestVerb = 200;

    /// <summary>As long as a card is kept up to date.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    /// <summary>A name for a button that is about to be shown; <see cref="KeepAsync"/> must follow.</summary>
    public static string New() => "#" + RandomNumberGenerator.GetString(Letters, Length);

    public Task KeepAsync(Address to, IReadOnlyCollection<(string Code, ButtonValue Value)> shown, DateTimeOffset now, CancellationToken cancel) =>
        notes.KeepAsync(to.Channel, to.ConversationId, [.. shown.Select(s => (s.Code, s.Value.Write(int.MaxValue)!))], now, cancel);

    /// <summary>The press, where what was said names a button that was shown in its conversation; else what was said.</summary>
    public async Task<Turn> ResolveAsync(Turn turn, CancellationToken cancel)
    {
        if (turn is not { Kind: TurnKind.Said, Text: { } text } || Named().Match(text) is not { Success: true } named)
        {
            return turn;
        }

        var code = "#" + named.Groups["code"].Value.ToUpperInvariant();
        var found = await notes.FindAsync(turn.From.Channel, turn.From.ConversationId, code, turn.Now - Life, cancel);
        return found.Select(n => ButtonValue.Read(n.Value)).FirstOrDefault() switch
        {
            { Says: { } says } => turn with { Text = says },
            { Verb: { Length: > 0 and <= LongestVerb } verb } pressed => turn with { Kind = TurnKind.Pressed, Text = null, Press = new Press(verb, new Slots(pressed.Data), null) },
            _ => turn,
        };
    }

    [GeneratedRegex(@"[#\uFF03](?<code>[2-9A-HJ-NP-Za-hj-np-z]{4})\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Named();
}
