using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Files;
using SalesBot.Tests.Documents;
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

    [NodeFact]
    public async Task Uploads_files_that_become_the_turns()
    {
        var scan = Papers.Pdf("调研表 1.pdf");
        var result = await TalkAsync(webSocket: true, [], uploads: new JsonArray(
            Upload("这是调研表", scan), Upload(null, Papers.Pdf("../../etc/passwd")), Upload(null, Papers.Program("合同.pdf")), Upload(null, Papers.Pdf("big.pdf", new string('x', (int)FileLimits.Megabyte * 10)))));

        var (said, bare, program, big) = (_server.Turns[1], _server.Turns[2], _server.Turns[3], _server.Turns[4]);
        Assert.Equal(("这是调研表", "调研表 1.pdf"), (said.Text, said.Files.Single().Name));
        Assert.Equal(scan.Content.ToArray(), said.Files.Single().Content.ToArray());
        // A file without a word is a turn too; its name holds no path.
        Assert.Equal((null, "passwd"), (bare.Text, bare.Files.Single().Name));
        // What will be refused is not kept for the page either.
        Assert.Equal(FileFault.TooLarge, big.Files.Single().Fault);
        Assert.Null(FileCheck.Of(program.Files.Single(), new FileLimits()).File);
        var kept = new List<HttpStatusCode>();
        foreach (var address in result.GetProperty("activities").EnumerateArray().Where(a => a.TryGetProperty("attachments", out var files) && files.GetArrayLength() > 0).Select(a => a.GetProperty("attachments")[0].GetProperty("contentUrl").GetString()!))
        {
            using var file = await _server.Http.GetAsync(new Uri(address));
            kept.Add(file.StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound], kept);
    }

    [Fact]
    public async Task An_address_that_is_none_of_an_upload_here_is_not_read()
    {
        var (_, token) = await _server.StartAsync("rep");
        string[] strange = ["http://169.254.169.254/v3/directline/attachments/00000000000000000000000000000000/a.pdf", "file:///etc/passwd", new Uri(_server.Address, "/v3/directline/attachments/../../../directline.key").ToString()];
        using var posted = await _server.SendAsync(HttpMethod.Post, "/v3/directline/conversations/web-rep/activities", token, new { type = "message", attachments = strange.Select(s => new { contentType = "application/pdf", contentUrl = s, name = "a.pdf" }) });

        Assert.All(_server.Turns[^1].Files, file => Assert.Equal((FileFault.Untrusted, 0), (file.Fault, file.Content.Length)));
    }

    private static JsonObject Upload(string? text, ReceivedFile file) => new()
    {
        ["text"] = text, ["files"] = new JsonArray(new JsonObject { ["name"] = file.Name, ["type"] = file.ContentType, ["base64"] = Convert.ToBase64String(file.Content.Span) }),
    };

    private async Task<JsonElement> TalkAsync(bool webSocket, string[] says, bool drop = false, bool refresh = false, JsonArray? uploads = null)
    {
        var token = (string?)(await DirectLineServer.JsonAsync(await _server.Http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = "rep" } })))["token"];
        var input = new JsonObject
        {
            ["domain"] = new Uri(_server.Address, "/v3/directline").ToString(),
            ["token"] = token,
            ["webSocket"] = webSocket,
            ["says"] = new JsonArray([.. says.Select(s => JsonValue.Create(s))]),
            ["uploads"] = uploads,
            ["drop"] = drop,
            ["refresh"] = refresh,
        };
        return await NodeScript.RunAsync("directline-client.cjs", input.ToJsonString());
    }

    private static List<string?> Texts(JsonElement result) => [.. result.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString())];
}
