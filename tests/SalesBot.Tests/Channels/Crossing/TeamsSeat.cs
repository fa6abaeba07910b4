using System.Text.Json.Nodes;
using SalesBot.Tests.Channels.BotFramework;

namespace SalesBot.Tests.Channels.Crossing;

/// <summary>In Microsoft's own client.</summary>
internal sealed class TeamsSeat(Playground playground) : Seat
{
    /// <summary>A pressed card is changed by the answer to the press.</summary>
    private (string Id, JsonNode? Card) _answered;

    public override Task SayAsync(string text) => playground.SayAsync(text);

    public override async Task<Shown> ShownAsync(string[] titles)
    {
        while (true)
        {
            var message = (await playground.NextAsync(frame => frame.Contains("createMessage", StringComparison.Ordinal)))["message"]!;
            if (CardTexts.Objects(message["attachments"]).FirstOrDefault(b => (string?)b["type"] == "Action.Execute" && titles.Contains((string?)b["title"], StringComparer.Ordinal)) is { } button)
            {
                return new Shown((string)message["messageId"]!, button);
            }
        }
    }

    public override async Task PressAsync(Shown shown) => _answered = (shown.Id, await playground.ExecuteAsync(shown.Id, shown.Button.DeepClone().AsObject()));

    public override async Task ChangedAsync(Shown shown, string[] words)
    {
        if (_answered.Id != shown.Id || (string?)_answered.Card?["type"] != "application/vnd.microsoft.card.adaptive" || !Says(_answered.Card, words))
        {
            await playground.NextAsync(frame => frame.Contains("updateMessage", StringComparison.Ordinal) && frame.Contains(shown.Id, StringComparison.Ordinal) && Says(JsonNode.Parse(frame), words));
        }
    }
}
