using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Tests.Npm;

namespace SalesBot.Tests.Channels.DirectLine;

/// <summary>Microsoft's botframework-directlinejs, the client inside Web Chat, as the other side.</summary>
public sealed class DirectLineClientTests : IAsyncLifetime
{
    private readonly DirectLineServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [NodeTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Talks_by_polling_and_by_stream(bool webSocket)
    {
        var result = await TalkAsync(webSocket, ["你好"]);
        Assert.Equal(["echo: hello", "你好", "echo: 你好"], Texts(result));
        Assert.Equal(result.GetProperty("ids")[0].GetString(), result.GetProperty("activities")[1].GetProperty("id").GetString());
        Assert.Equal("你好", result.GetProperty("activities")[1].GetProperty("channelData").GetProperty("mark").GetString());
        Assert.Contains("Online", result.GetProperty("states").EnumerateArray().Select(s => s.GetString()), StringComparer.Ordinal);
        Assert.Equal("zh-CN", _server.Turns[0].From.Locale);
    }

    [NodeFact]
    public async Task Reconnects_after_a_lost_stream_and_misses_nothing()
    {
        var result = await TalkAsync(webSocket: true, ["one", "two", "three"], drop: true);
        Assert.Equal(["echo: hello", "one", "echo: one", "two", "echo: two", "three", "echo: three"], Texts(result));
        Assert.True(result.GetProperty("sockets").GetInt32() >= 3);
    }

    [NodeFact]
    public async Task Refreshes_its_token()
    {
        var result = await TalkAsync(webSocket: false, [], refresh: true);
        using var poll = await _server.SendAsync(HttpMethod.Get, "/v3/directline/conversations/web-rep/activities", result.GetProperty("refreshed").GetString());
        Assert.Equal(HttpStatusCode.OK, poll.StatusCode);
    }

    private async Task<JsonElement> TalkAsync(bool webSocket, string[] says, bool drop = false, bool refresh = false)
    {
        var token = (string?)(await DirectLineServer.JsonAsync(await _server.Http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = "rep" } })))["token"];
        var input = new JsonObject
        {
            ["domain"] = new Uri(_server.Address, "/v3/directline").ToString(),
            ["token"] = token,
            ["webSocket"] = webSocket,
            ["says"] = new JsonArray([.. says.Select(s => JsonValue.Create(s))]),
            ["drop"] = drop,
            ["refresh"] = refresh,
        };
        return await NodeScript.RunAsync("directline-client.cjs", input.ToJsonString());
    }

    private static List<string?> Texts(JsonElement result) => [.. result.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString())];
}
