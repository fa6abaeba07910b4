using System.Text.Json.Nodes;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Channels.Crossing;

/// <summary>In Microsoft's own Direct Line client, connected by a socket.</summary>
internal sealed class WebChatSeat(NodeTalk vendors, string person) : Seat
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private int _seen;

    public override Task SayAsync(string text) => PostAsync(new JsonObject { ["type"] = "message", ["text"] = text, ["locale"] = "zh-CN" });

    public override Task<Shown> ShownAsync(string[] titles) => NextAsync(activity =>
        CardTexts.Objects(activity["attachments"]).FirstOrDefault(b => (string?)b["type"] == "Action.Submit" && titles.Contains((string?)b["title"], StringComparer.Ordinal)) is { } button ? new Shown((string)activity["id"]!, button) : null);

    public override Task PressAsync(Shown shown) => PostAsync(new JsonObject { ["type"] = "message", ["value"] = shown.Button["data"]!.DeepClone() });

    public override Task ChangedAsync(Shown shown, string[] words) => NextAsync(activity => (string?)activity["id"] == shown.Id && Says(activity["attachments"], words) ? activity : null);

    private async Task PostAsync(JsonObject activity)
    {
        activity["from"] = new JsonObject { ["id"] = person };
        await vendors.AskAsync("post", new JsonObject { ["name"] = person, ["activity"] = activity });
    }

    private async Task<T> NextAsync<T>(Func<JsonNode, T?> read)
        where T : class
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var heard = (await vendors.AskAsync("heard", new JsonObject { ["name"] = person })).AsArray();
            while (_seen < heard.Count)
            {
                if (read(heard[_seen++]!) is { } found)
                {
                    return found;
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }
}
