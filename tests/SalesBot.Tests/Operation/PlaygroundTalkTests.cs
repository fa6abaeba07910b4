using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SalesBot.Tests.Channels.BotFramework;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Operation;

/// <summary>The whole service with its practice company, and Microsoft's own client as the other side.</summary>
public sealed class PlaygroundTalkTests : IDisposable
{
    private const string Rep = "P06";
    private const string HisManager = "P03";
    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-playing-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [NodeFact]
    public async Task A_rep_talks_presses_is_woken_and_sees_the_card_change_under_another_hand()
    {
        await using var server = await ServerProcess.ServeAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["SalesBot__Now"] = "2026-03-11T10:00:00+08:00" });
        await using var play = await Playground.StartAsync(new Uri(server.Address, "/api/messages").AbsoluteUri, Rep);

        await play.SayAsync("my open deals");
        var list = await ShownAsync(play, "Open deals");
        var row = Buttons(list, "show_deal").First();
        var deal = (string)row["data"]!["deal"]!;
        await play.SubmitAsync(Id(list), (JsonObject)row["fallback"]!["data"]!.DeepClone());
        await ShownAsync(play, "set_next_step");

        await play.SubmitAsync(Id(list), new JsonObject { ["verb"] = "update_amount", ["deal"] = deal, ["amount"] = "654321" });
        var receipt = await ShownAsync(play, "¥654,321");
        var undone = await play.ExecuteAsync(Id(receipt), (JsonObject)Buttons(receipt, "undo").First().DeepClone());
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)undone!["type"]);
        Assert.Contains("654,321", undone.ToJsonString(), StringComparison.Ordinal);

        using var http = new HttpClient { BaseAddress = server.Address };
        using var moved = await http.PostAsJsonAsync("/dev/clock", new { advance = "P8D" });
        moved.EnsureSuccessStatusCode();
        var morning = await ShownAsync(play, "\"verb\":\"stalled_deal\"");
        await play.SubmitAsync(Id(morning), (JsonObject)Buttons(morning, "stalled_deal").First()["fallback"]!["data"]!.DeepClone());
        var nudge = await ShownAsync(play, "\"verb\":\"explain_stall\"");
        await using var elsewhere = await ReplySink.StartAsync();
        await ExplainAsync(http, elsewhere, (string)Buttons(nudge, "explain_stall").First()["data"]!["deal"]!);
        var updated = await play.NextAsync(frame => frame.Contains("updateMessage", StringComparison.Ordinal) && frame.Contains(Id(nudge), StringComparison.Ordinal));
        Assert.Contains("waiting for their budget", updated.ToJsonString(), StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task In_a_group_and_in_a_channel_who_names_it_is_answered_in_private_and_the_compose_box_finds_deals()
    {
        await using var server = await ServerProcess.ServeAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["SalesBot__Now"] = "2026-03-11T10:00:00+08:00" });
        await using var play = await Playground.StartAsync(new Uri(server.Address, "/api/messages").AbsoluteUri, Rep);

        await play.SayAsync("my open deals");
        await ShownAsync(play, "Open deals");
        foreach (var conversation in new[] { Playground.Group, Playground.Announcements })
        {
            await play.MentionAsync(conversation, $"remind me tomorrow to call the printers about {conversation}");
            var (there, own) = await AnsweredAsync(play, conversation, "call the printers about " + conversation);
            Assert.DoesNotContain("printers", there.ToJsonString(), StringComparison.Ordinal);
            var undone = await play.ExecuteAsync(Id(own), (JsonObject)Buttons(own, "undo").First().DeepClone());
            Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)undone!["type"]);
            Assert.Empty(Buttons(undone, "undo"));
        }

        var found = await play.FindAsync("a");
        Assert.Equal(("result", "list"), ((string?)found["type"], (string?)found["attachmentLayout"]));
        var title = (string)found["attachments"]![0]!["preview"]!["content"]!["title"]!;
        Assert.Contains((await play.FindAsync(title))["attachments"]!.AsArray(), f => (string?)f!["content"]!["body"]![0]!["text"] == title);
        Assert.Equal("message", (string?)(await play.FindAsync("nothing is called so"))["type"]);
    }

    /// <summary>The Playground knows neither windows (<c>task/fetch</c> arrives as a submit) nor file consent (the card is shown, its answer is none of its invokes): what Teams does beyond is sent as its documentation says.</summary>
    [NodeFact]
    public async Task A_pasted_link_becomes_a_card_a_long_form_is_filled_in_in_the_chat_and_a_file_is_offered()
    {
        await using var server = await ServerProcess.ServeAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["SalesBot__Now"] = "2026-03-11T10:00:00+08:00" });
        await using var play = await Playground.StartAsync(new Uri(server.Address, "/api/messages").AbsoluteUri, Rep);

        await play.SayAsync("my open deals");
        var list = await ShownAsync(play, "Open deals");
        var deal = (string)Buttons(list, "show_deal").First()["data"]!["deal"]!;
        var pasted = await play.PasteAsync(new Uri(server.Address, "/deals/" + deal).AbsoluteUri);
        Assert.Equal("result", (string?)pasted!["type"]);
        var card = Assert.Single(pasted["attachments"]!.AsArray())!["content"]!;
        Assert.Equal(deal, (string?)Buttons(card, "show_deal").First()["data"]!["deal"]);
        Assert.Null(await play.PasteAsync("https://elsewhere.example/deals/" + deal));
        Assert.Null(await play.PasteAsync(new Uri(server.Address, "/deals/D0NOTHING").AbsoluteUri));

        await play.SubmitAsync(Id(list), new JsonObject { ["verb"] = "create_deal", ["msteams"] = new JsonObject { ["type"] = "task/fetch" } });
        var form = await ShownAsync(play, "Input.Text");
        var send = Buttons(form, "create_deal").First().DeepClone().AsObject();
        foreach (var (field, value) in new[] { ("deal", "Harbour crane retrofit"), ("customer", (string)card["body"]![1]!["text"]!), ("amount", "120000"), ("close_date", "2026-06-30") })
        {
            send["data"]![field] = value;
        }

        var made = await play.ExecuteAsync(Id(form), send);
        Assert.Equal("Deal created", (string?)made!["value"]);
        await ShownAsync(play, "¥120,000");

        await play.SayAsync("export my deals to csv");
        var offered = await ShownAsync(play, "application/vnd.microsoft.teams.card.file.consent");
        Assert.Contains("CSV", (string?)offered["message"]!["attachments"]![0]!["content"]!["description"], StringComparison.Ordinal);
    }

    /// <summary>What is shown where others read along, and in the person's own chat; in whatever order.</summary>
    private static async Task<(JsonNode There, JsonNode Own)> AnsweredAsync(Playground play, string conversation, string text)
    {
        JsonNode? there = null, own = null;
        while (there is null || own is null)
        {
            var shown = await play.NextAsync(frame => frame.Contains("createMessage", StringComparison.Ordinal));
            var place = (string)shown["actionConversationId"]!;
            there = place.StartsWith(conversation, StringComparison.Ordinal) ? shown : there;
            own = place == Playground.Chat && shown.ToJsonString().Contains(text, StringComparison.Ordinal) ? shown : own;
        }

        return (there, own);
    }

    private static Task<JsonNode> ShownAsync(Playground play, string text) =>
        play.NextAsync(frame => frame.Contains("createMessage", StringComparison.Ordinal) && frame.Contains(text, StringComparison.Ordinal));

    private static string Id(JsonNode frame) => (string)frame["message"]!["messageId"]!;

    private static IEnumerable<JsonNode> Buttons(JsonNode? node, string verb) => node switch
    {
        JsonArray array => array.SelectMany(item => Buttons(item, verb)),
        JsonObject action when (string?)action["type"] == "Action.Execute" => (string?)action["verb"] == verb ? [action] : [],
        JsonObject other => other.SelectMany(p => Buttons(p.Value, verb)),
        _ => [],
    };

    /// <summary>The manager answers the alert from a client of their own.</summary>
    private static async Task ExplainAsync(HttpClient http, ReplySink elsewhere, string deal)
    {
        using var answer = await http.PostAsJsonAsync("/api/messages", new
        {
            type = "message", id = "explained", channelId = "msteams", serviceUrl = elsewhere.Address.AbsoluteUri, from = new { id = HisManager }, recipient = new { id = "bot" },
            conversation = new { id = "manager" }, value = new { verb = "explain_stall", deal, reason = "waiting for their budget", next_step = "call them", date = "2026-03-25" },
        });
        answer.EnsureSuccessStatusCode();
    }
}
