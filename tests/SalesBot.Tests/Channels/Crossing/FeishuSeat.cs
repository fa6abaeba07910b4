using SalesBot.Tests.Channels.Feishu;

namespace SalesBot.Tests.Channels.Crossing;

internal sealed class FeishuSeat(FeishuServer feishu, string user) : Seat
{
    public override Task SayAsync(string text) => AnsweredAsync(feishu.SayAsync(text, user: user));

    public override Task<Shown> ShownAsync(string[] titles) => NextAsync(feishu.Edge, sent => sent.Method.StartsWith("POST ", StringComparison.Ordinal) && (string?)sent.Body["receive_id"] == "oc_" + user
        && (string?)sent.Body["msg_type"] == "interactive"
        && CardTexts.Objects(FeishuServer.Card(sent.Body)).FirstOrDefault(b => (string?)b["tag"] == "button" && titles.Contains((string?)b["text"]?["content"], StringComparer.Ordinal)) is { } button ? new Shown(sent.Id!, button) : null);

    public override Task PressAsync(Shown shown) => AnsweredAsync(feishu.PressAsync(shown.Button, shown.Id, user: user));

    public override Task ChangedAsync(Shown shown, string[] words) =>
        NextAsync(feishu.Edge, sent => sent.Method == "PATCH im/v1/messages/" + shown.Id && Says(FeishuServer.Card(sent.Body), words) ? sent : null);
}
