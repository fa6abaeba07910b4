using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using SalesBot.Conversation;
using SalesBot.Guide;
using SalesBot.Language;

namespace SalesBot.Server.Channels.Cards;

/// <summary>A button that is named by a code, as it was shown.</summary>
internal sealed record CodedButton(string Code, string Title, ButtonValue Value);

/// <summary>
/// Buttons where a messenger has none, or no room for one: each has a short name (<c>#K7FQ2</c>), and who says it alone, or after the button's own words, has pressed the
/// button. Anything else that ends with it ("do not approve #K7FQ2") presses nothing and is answered with how to press it; nor is a name that means nothing (any more)
/// read as a sentence. A name means something in its own conversation only, and carries no authority.
/// </summary>
internal sealed partial class ButtonCodes(EdgeNotes notes)
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 5;

    /// <summary>As long as a card is kept up to date.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    /// <summary>A name for a button that is about to be shown; <see cref="KeepAsync"/> must follow.</summary>
    public static string New() => "#" + RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>False where they could not be kept: what names them must not be shown.</summary>
    public Task<bool> KeepAsync(Address to, IReadOnlyCollection<CodedButton> shown, DateTimeOffset now, CancellationToken cancel) =>
        notes.TryKeepAsync(to.Channel, to.ConversationId, [.. shown.Select(s => (s.Code, JsonSerializer.Serialize(new Note(s.Title, s.Value.Write(int.MaxValue)!))))], now, cancel);

    /// <summary>The press, where what was said names a button that was shown in its conversation; else what was said.</summary>
    public async Task<Turn> ResolveAsync(Turn turn, CancellationToken cancel)
    {
        if (turn is not { Kind: TurnKind.Said, Text: { } text } || Named().Match(text) is not { Success: true } named)
        {
            return turn;
        }

        var code = "#" + named.Groups["code"].Value.ToUpperInvariant();
        var found = await notes.FindAsync(turn.From.Channel, turn.From.ConversationId, code, turn.Now - Life, cancel);
        // Two buttons that happen to have one name: which is meant, nobody can say.
        if (found.Select(n => n.Value).Distinct(StringComparer.Ordinal).ToList() is not [var only] || Read(only) is not var (title, value))
        {
            return Pressed(turn, PressByCode.Id, []);
        }

        var before = text[..named.Index].Trim();
        return before.Length > 0 && !string.Equals(before, title.Trim(), StringComparison.OrdinalIgnoreCase)
            ? Pressed(turn, PressByCode.Id, new Slots { ["code"] = code, ["title"] = title })
            : value.Pressed(turn, card: null) ?? Pressed(turn, PressByCode.Id, []);
    }

    private static Turn Pressed(Turn turn, string verb, Slots data) => turn with { Kind = TurnKind.Pressed, Text = null, Press = new Press(verb, data, null) };

    private static (string Title, ButtonValue Value)? Read(string note)
    {
        try
        {
            return JsonSerializer.Deserialize<Note>(note) is { Title: { } title, Value: { } kept } && ButtonValue.Read(kept) is { } value ? (title, value) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Note(string Title, string Value);

    [GeneratedRegex(@"[#\uFF03](?<code>[2-9A-HJ-NP-Za-hj-np-z]{5})\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 500)]
    private static partial Regex Named();
}
