using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Conversation;
using SalesBot.Server.Channels.DirectLine;

namespace SalesBot.Tests.Channels.DirectLine;

/// <summary>Every call of PROTOCOLS.md B as a client makes it.</summary>
public sealed class DirectLineCallTests : IAsyncLifetime
{
    private readonly DirectLineServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_token_is_for_the_conversation_of_one_person()
    {
        var answer = await DirectLineServer.JsonAsync(await _server.Http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = "rep" } }));
        Assert.Equal("web-rep", (string?)answer["conversationId"]);
        Assert.Equal(1800, (int)answer["expires_in"]!);
        Assert.Null(answer["streamUrl"]);
    }

    [Fact]
    public async Task The_first_start_creates_and_greets_later_ones_only_open()
    {
        var token = await TokenAsync("rep");
        using var first = await _server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, new { locale = "zh-CN" });
        using var second = await _server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var joined = Assert.Single(_server.Turns);
        Assert.Equal((TurnKind.Joined, "zh-CN", "rep"), (joined.Kind, joined.From.Locale, joined.PersonKey));

        // Web Chat keeps a reply out of sight until what it answers is there, and the opening never is.
        Assert.Null((await PollAsync("web-rep", token!, ""))["activities"]![0]!["replyToId"]);
    }

    [Fact]
    public async Task What_is_said_comes_back_with_the_clients_own_id_then_the_answer()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        var start = await PollAsync(conversation, token, "");
        using var posted = await SayAsync(conversation, token, new { type = "message", text = "我的商机", from = new { id = "boss" }, channelData = new { clientActivityID = "c1", kept = 7 } });
        var id = (string?)(await DirectLineServer.JsonAsync(posted))["id"];
        var page = await PollAsync(conversation, token, (string)start["watermark"]!);
        var said = page["activities"]![0]!;
        Assert.Equal(id, (string?)said["id"]);
        Assert.Matches(@"^web-rep\|\d{7}$", id);
        Assert.Equal("rep", (string?)said["from"]!["id"]);
        Assert.Equal("c1", (string?)said["channelData"]!["clientActivityID"]);
        Assert.Equal(7, (int)said["channelData"]!["kept"]!);
        Assert.Equal("echo: 我的商机", (string?)page["activities"]![1]!["text"]);
        Assert.Equal(id, (string?)page["activities"]![1]!["replyToId"]);
        Assert.Equal("rep", _server.Turns[^1].PersonKey);
    }

    [Fact]
    public async Task A_watermark_gives_only_what_is_new_and_none_gives_all()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        using var one = await SayAsync(conversation, token, new { type = "message", text = "one" });
        var all = await PollAsync(conversation, token, "");
        Assert.Equal(3, all["activities"]!.AsArray().Count);
        var nothing = await PollAsync(conversation, token, (string)all["watermark"]!);
        Assert.Empty(nothing["activities"]!.AsArray());
        Assert.Equal((string?)all["watermark"], (string?)nothing["watermark"]);
    }

    [Fact]
    public async Task A_card_that_changes_keeps_its_id_and_its_place()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        var messenger = _server.Services.GetRequiredService<IMessenger>();
        var to = messenger.Reach("rep")!;
        var sent = await messenger.SendAsync(new Outgoing(to, new RenderedReply("open")), CancellationToken.None);
        var before = await PollAsync(conversation, token, "");
        await messenger.SendAsync(new Outgoing(to, new RenderedReply("decided"), UpdatesActivityId: sent.ActivityId), CancellationToken.None);

        var news = Assert.Single((await PollAsync(conversation, token, (string)before["watermark"]!))["activities"]!.AsArray())!;
        Assert.Equal((sent.ActivityId, "decided"), ((string?)news["id"], (string?)news["text"]));
        Assert.Equal(2, (int)news["channelData"]!["webchat:sequence-id"]!);
        var history = (await PollAsync(conversation, token, ""))["activities"]!.AsArray();
        Assert.Equal(["echo: hello", "decided"], history.Select(a => (string)a!["text"]!).ToList());
    }

    [Fact]
    public async Task What_replaces_an_activity_that_is_not_there_comes_below()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        var messenger = _server.Services.GetRequiredService<IMessenger>();
        foreach (var made in new[] { "web-boss|0000001", "web-rep|0000099", "web-rep|0000000", "x" })
        {
            var sent = await messenger.SendAsync(new Outgoing(messenger.Reach("rep")!, new RenderedReply(made), UpdatesActivityId: made), CancellationToken.None);
            Assert.False(string.Equals(made, sent.ActivityId, StringComparison.Ordinal));
        }

        Assert.Equal(5, (await PollAsync(conversation, token, ""))["activities"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_person_who_never_came_finds_the_message_waiting()
    {
        var messenger = _server.Services.GetRequiredService<IMessenger>();
        await messenger.SendAsync(new Outgoing(messenger.Reach("boss")!, new RenderedReply("nudge")), CancellationToken.None);
        var (conversation, token) = await _server.StartAsync("boss");
        var texts = (await PollAsync(conversation, token, ""))["activities"]!.AsArray().Select(a => (string)a!["text"]!).ToList();
        Assert.Equal(["nudge", "echo: hello"], texts);
    }

    [Fact]
    public async Task A_button_is_a_press_with_its_data()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        using var posted = await SayAsync(conversation, token, new { type = "message", value = new Dictionary<string, object>(StringComparer.Ordinal) { ["verb"] = "approve", ["approval"] = "P1", ["amount"] = 12.5 }, channelData = new { postBack = true } });
        var turn = _server.Turns[^1];
        Assert.Equal((TurnKind.Pressed, "approve"), (turn.Kind, turn.Press!.Verb));
        Assert.Equal(["amount=12.5", "approval=P1"], turn.Press.Data.Select(d => $"{d.Key}={d.Value}").Order(StringComparer.Ordinal).ToList());
    }

    [Fact]
    public async Task Refreshing_and_reconnecting_give_a_new_token_and_stream()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        _server.Wall.Ahead = TimeSpan.FromMinutes(20);
        var refreshed = await DirectLineServer.JsonAsync(await _server.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh", token));
        _server.Wall.Ahead = TimeSpan.FromMinutes(40);
        using var old = await _server.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation}", token);
        var again = await DirectLineServer.JsonAsync(await _server.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation}?watermark=1", (string?)refreshed["token"]));
        Assert.Equal(HttpStatusCode.Forbidden, old.StatusCode);
        Assert.Equal(conversation, (string?)again["conversationId"]);
        Assert.StartsWith($"ws://{_server.Address.Authority}/v3/directline/conversations/web-rep/stream?watermark=1&t=", (string?)again["streamUrl"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stream_brings_history_then_whatever_happens()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{_server.Address.Authority}/v3/directline/conversations/{conversation}/stream?t={token}"), CancellationToken.None);
        await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        Assert.Equal("echo: hello", (string?)(await FrameAsync(socket))["activities"]![0]!["text"]);
        using var posted = await SayAsync(conversation, token, new { type = "message", text = "hi" });
        var seen = new List<string>();
        while (seen.Count < 2)
        {
            seen.AddRange((await FrameAsync(socket))["activities"]!.AsArray().Select(a => (string)a!["text"]!));
        }

        Assert.Equal(["hi", "echo: hi"], seen);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, CancellationToken.None);
    }

    [Fact]
    public async Task Files_are_kept_and_offered_as_downloads()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("""{"type":"message","text":"the scan"}""", Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob" },
            { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "合同 <1>.html" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/upload?userId=rep") { Content = form };
        request.Headers.Authorization = new("Bearer", token);
        using var posted = await _server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        var attachment = (await PollAsync(conversation, token, "1"))["activities"]![0]!["attachments"]![0]!;
        using var file = await _server.Http.GetAsync(new Uri((string)attachment["contentUrl"]!));
        Assert.Equal("%PDF-1.7"u8.ToArray(), await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_end_of_a_conversation_is_written_down_and_not_answered()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        using var posted = await SayAsync(conversation, token, new { type = "endOfConversation" });
        var page = await PollAsync(conversation, token, "1");
        Assert.Equal("endOfConversation", (string?)Assert.Single(page["activities"]!.AsArray())!["type"]);
        Assert.Single(_server.Turns);
    }

    [Fact]
    public async Task Typing_leaves_no_trace()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        using var posted = await SayAsync(conversation, token, new { type = "typing" });
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Empty((await PollAsync(conversation, token, "1"))["activities"]!.AsArray());
    }

    [Fact]
    public async Task A_long_conversation_opens_at_its_end_and_loses_nothing_on_the_way()
    {
        var transcript = _server.Services.GetRequiredService<Transcript>();
        for (var i = 1; i <= Transcript.PageSize + 5; i++)
        {
            await transcript.AppendAsync("web-legal", _ => new JsonObject { ["text"] = $"{i}" }, replaces: null, _server.Wall.GetUtcNow(), CancellationToken.None);
        }

        var opened = await transcript.ReadAsync("web-legal", 0, CancellationToken.None);
        Assert.Contains("\"text\":\"6\"", opened.Activities[0], StringComparison.Ordinal);
        Assert.Equal(Transcript.PageSize + 5, opened.Watermark);
        var behind = await transcript.ReadAsync("web-legal", 1, CancellationToken.None);
        Assert.Equal(Transcript.PageSize + 1, behind.Watermark);
    }

    [Fact]
    public async Task Many_at_once_get_numbers_of_their_own()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i => (string?)(await DirectLineServer.JsonAsync(await SayAsync(conversation, token, new { type = "message", text = $"{i}" })))["id"]));
        Assert.Equal(20, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(41, (await PollAsync(conversation, token, ""))["activities"]!.AsArray().Count);
    }

    private async Task<string?> TokenAsync(string person) =>
        (string?)(await DirectLineServer.JsonAsync(await _server.Http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = person } })))["token"];

    private Task<HttpResponseMessage> SayAsync(string conversation, string token, object activity) =>
        _server.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/activities", token, activity);

    private async Task<JsonObject> PollAsync(string conversation, string token, string watermark) =>
        await DirectLineServer.JsonAsync(await _server.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities?watermark={watermark}", token));

    private static async Task<JsonObject> FrameAsync(ClientWebSocket socket)
    {
        var buffer = new byte[65536];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var frame = await socket.ReceiveAsync(buffer, patience.Token);
        return JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, frame.Count))!.AsObject();
    }
}
