using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Channels.BotFramework;

public sealed class PlaygroundTests
{
    [NodeFact]
    public async Task Chats_presses_and_is_nudged_in_the_official_playground()
    {
        await using var edge = await EdgeServer.StartAsync();
        edge.Bot = turn => new TurnAnswer([new RenderedReply("summary", Card(turn.Press?.Data.Text("step") ?? turn.Text!)) { InPlace = turn.Press is not null }]);
        await using var playground = await Playground.StartAsync(edge.Endpoint);

        await playground.SayAsync("东岭阀门 120万");
        var shown = await playground.NextAsync(frame => frame.Contains("createMessage", StringComparison.Ordinal));
        Assert.Equal("东岭阀门 120万", Seen(shown));
        var card = (string)shown["message"]!["messageId"]!;

        var replaced = await playground.ExecuteAsync(card, shown["message"]!["attachments"]![0]!["content"]!["actions"]![0]!.DeepClone().AsObject());
        Assert.Equal("approved", (string?)replaced!["value"]!["body"]![0]!["text"]);

        await playground.SubmitAsync(card, new JsonObject { ["verb"] = "approve", ["step"] = "submitted" });
        Assert.Equal((card, "submitted"), Updated(await playground.NextAsync(IsUpdate)));

        var seat = edge.Turns[0].From;
        Assert.Equal(DeliveryOutcome.Accepted, (await edge.Messenger.SendAsync(new Outgoing(seat, new RenderedReply("nudge", Card("逾期 3 天"))), default)).Outcome);
        Assert.Equal("逾期 3 天", Seen(await playground.NextAsync(frame => frame.Contains("createMessage", StringComparison.Ordinal))));

        Assert.Equal("Said,Pressed,Pressed", string.Join(',', edge.Turns.Select(t => t.Kind)));
        Assert.All(edge.Turns.Skip(1), t => Assert.Equal(("approve", card), (t.Press!.Verb, t.Press.CardActivityId)));
    }

    private static bool IsUpdate(string frame) => frame.Contains("updateMessage", StringComparison.Ordinal);

    private static (string? Id, string? State) Updated(JsonNode frame) => ((string?)frame["message"]!["messageId"], Seen(frame));

    private static string? Seen(JsonNode frame) => (string?)frame["message"]!["attachments"]![0]!["content"]!["body"]![0]!["text"];

    private static JsonElement Card(string state) => JsonElement.Parse($$"""
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"{{state}}"}],
         "actions":[{"type":"Action.Execute","title":"Approve","verb":"approve","data":{"step":"approved"} }]}
        """);
}
