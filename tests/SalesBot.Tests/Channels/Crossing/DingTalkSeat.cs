using System.Text.Json.Nodes;
using SalesBot.Tests.Channels.DingTalk;

namespace SalesBot.Tests.Channels.Crossing;

/// <summary>With a card template, without which DingTalk has no cards.</summary>
internal sealed class DingTalkSeat(DingTalkServer dingtalk, string user) : Seat
{
    public override Task SayAsync(string text) => AnsweredAsync(dingtalk.SayAsync(text, $$"""{"senderStaffId":"{{user}}","conversationId":"cid-{{user}}"}"""));

    public override Task<Shown> ShownAsync(string[] titles) => NextAsync(dingtalk.Edge, sent => sent.Method == "POST v1.0/card/instances/createAndDeliver" && ((string)sent.Body["openSpaceId"]!).EndsWith("." + user, StringComparison.Ordinal)
        && CardTexts.Objects(JsonNode.Parse((string?)sent.Body["cardData"]!["cardParamMap"]!["buttons"] ?? "[]")).FirstOrDefault(b => titles.Contains((string?)b["text"], StringComparer.Ordinal)) is { } button ? new Shown((string)sent.Body["outTrackId"]!, button) : null);

    public override Task PressAsync(Shown shown) => AnsweredAsync(dingtalk.PressAsync(shown.Id, (string)shown.Button["event"]!["params"]!["actionId"]!, user));

    public override Task ChangedAsync(Shown shown, string[] words) =>
        NextAsync(dingtalk.Edge, sent => sent.Method == "PUT v1.0/card/instances" && (string?)sent.Body["outTrackId"] == shown.Id && Says(sent.Body["cardData"], words) ? sent : null);
}
