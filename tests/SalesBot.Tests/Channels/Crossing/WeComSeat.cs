using SalesBot.Tests.Channels.WeCom;

namespace SalesBot.Tests.Channels.Crossing;

internal sealed class WeComSeat(WeComServer wecom, string user) : Seat
{
    public override Task SayAsync(string text) => AnsweredAsync(wecom.SayAsync(text, user));

    public override Task<Shown> ShownAsync(string[] titles) => NextAsync(wecom.Edge, sent => sent.Method == "message/send" && (string?)sent.Body["touser"] == user && sent.Body["template_card"] is { } card
        && CardTexts.Objects(card["button_list"]).FirstOrDefault(b => titles.Contains((string?)b["text"], StringComparer.Ordinal)) is { } button ? new Shown((string)card["task_id"]!, button) : null);

    public override Task PressAsync(Shown shown) => AnsweredAsync(wecom.PressAsync((string)shown.Button["key"]!, shown.Id, "click-" + Guid.NewGuid().ToString("N"), user));

    public override Task ChangedAsync(Shown shown, string[] words) => NextAsync(
        wecom.Edge, sent => sent.Method == "message/update_template_card" && (string?)sent.Body["userids"]![0] == user && (string?)sent.Body["template_card"]!["task_id"] == shown.Id && Says(sent.Body["template_card"], words) ? sent : null);
}
