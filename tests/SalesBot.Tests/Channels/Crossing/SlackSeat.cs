using SalesBot.Server.Channels.Slack;
using SalesBot.Tests.Channels.Slack;

namespace SalesBot.Tests.Channels.Crossing;

/// <summary>Of the user, and in the direct message, whose ids have this number.</summary>
internal sealed class SlackSeat(SlackServer slack, string user) : Seat
{
    public override Task SayAsync(string text) => AnsweredAsync(slack.SayAsync(text, $$"""{"user":"U{{user}}","channel":"D{{user}}"}"""));

    public override Task<Shown> ShownAsync(string[] titles) => NextAsync(slack.Edge, sent => sent.Method == "chat.postMessage" && IsHere(sent)
        && CardTexts.Objects(sent.Body["blocks"]).FirstOrDefault(b => (string?)b["type"] == "button" && titles.Contains((string?)b["text"]?["text"], StringComparer.Ordinal)) is { } button ? new Shown(sent.Id!, button) : null);

    public override Task PressAsync(Shown shown) => AnsweredAsync(slack.PostAsync(
        SlackInteractivity.Path, SlackServer.Form(SlackServer.Pressed((string)shown.Button["value"]!, Guid.NewGuid().ToString("N"), card: shown.Id, user: user))));

    public override Task ChangedAsync(Shown shown, string[] words) =>
        NextAsync(slack.Edge, sent => sent.Method == "chat.update" && IsHere(sent) && (string?)sent.Body["ts"] == shown.Id && Says(sent.Body["blocks"], words) ? sent : null);

    private bool IsHere(PlatformEdge.Sent sent) => (string?)sent.Body["channel"] == "D" + user;
}
