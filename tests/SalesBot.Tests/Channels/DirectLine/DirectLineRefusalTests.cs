using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using SalesBot.Server.Channels.DirectLine;

namespace SalesBot.Tests.Channels.DirectLine;

/// <summary>What our Direct Line must not do, and how it says so.</summary>
public sealed class DirectLineRefusalTests : IAsyncLifetime
{
    private const string Rep = "/v3/directline/conversations/web-rep";
    private readonly DirectLineServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("POST", "/v3/directline/tokens/refresh")]
    [InlineData("POST", "/v3/directline/conversations")]
    [InlineData("GET", Rep)]
    [InlineData("GET", Rep + "/activities")]
    [InlineData("POST", Rep + "/activities")]
    [InlineData("GET", Rep + "/stream")]
    [InlineData("POST", Rep + "/upload")]
    public async Task Every_call_wants_a_good_token(string method, string path)
    {
        var forged = new DirectLineTokens(RandomNumberGenerator.GetBytes(32)).Issue(new Caller("web-rep", "rep"), _server.Wall.GetUtcNow());
        var (_, old) = await _server.StartAsync("rep");
        await RefusedAsync(method, path, token: null, HttpStatusCode.Unauthorized, "MissingToken");
        await RefusedAsync(method, path, "rubbish", HttpStatusCode.Unauthorized, "BadToken");
        await RefusedAsync(method, path, forged, HttpStatusCode.Unauthorized, "BadToken");
        _server.Wall.Ahead = TimeSpan.FromSeconds(1801);
        await RefusedAsync(method, path, old, HttpStatusCode.Forbidden, "TokenExpired");
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/activities")]
    [InlineData("POST", "/activities")]
    [InlineData("GET", "/stream")]
    [InlineData("POST", "/upload")]
    public async Task A_token_opens_no_other_conversation(string method, string call)
    {
        var (_, token) = await _server.StartAsync("boss");
        await _server.StartAsync("rep");
        await RefusedAsync(method, Rep + call, token, HttpStatusCode.Forbidden, "WrongConversation");
    }

    [Theory]
    [InlineData("POST", "/v3/directline/tokens/generate")]
    [InlineData("POST", Rep + "/activities")]
    [InlineData("OPTIONS", Rep + "/activities")]
    [InlineData("GET", "/dev/people")]
    [InlineData("POST", "/dev/clock")]
    public async Task Another_sites_page_is_turned_away(string method, string path)
    {
        var (_, token) = await _server.StartAsync("rep");
        using var refused = await _server.SendAsync(new HttpMethod(method), path, token, new { }, origin: "http://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Our_own_page_may_ask_with_the_clients_headers()
    {
        using var allowed = await _server.SendAsync(HttpMethod.Options, Rep + "/activities", token: null, origin: _server.Address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.NoContent, allowed.StatusCode);
        Assert.Equal(_server.Address.GetLeftPart(UriPartial.Authority), allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("x-ms-bot-agent", string.Join(',', allowed.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_name_for_this_machine_is_turned_away()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/dev/people") { Headers = { Host = "evil.example" } };
        using var refused = await _server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("gone")]
    [InlineData("")]
    public async Task Nobody_speaks_for_a_person_who_is_not_there(string key)
    {
        using var refused = await _server.Http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = key } });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_token_without_a_person_needs_one_in_the_activity()
    {
        var token = (string?)(await DirectLineServer.JsonAsync(await _server.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", token: null)))["token"];
        var started = await DirectLineServer.JsonAsync(await _server.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token));
        var activities = $"/v3/directline/conversations/{started["conversationId"]}/activities";
        await RefusedAsync("POST", activities, token, HttpStatusCode.BadRequest, "MissingSender", new { type = "message", text = "hi" });
        await RefusedAsync("POST", activities, token, HttpStatusCode.Forbidden, "UnknownPerson", new { type = "message", text = "hi", from = new { id = "nobody" } });
        using var taken = await _server.SendAsync(HttpMethod.Post, activities, token, new { type = "message", text = "hi", from = new { id = "rep" } });
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal("rep", _server.Turns[^1].PersonKey);
    }

    [Fact]
    public async Task A_conversation_that_was_not_started_is_not_there()
    {
        var token = (string?)(await DirectLineServer.JsonAsync(await _server.Http.PostAsJsonAsync("/v3/directline/tokens/generate", new { user = new { id = "legal" } })))["token"];
        await RefusedAsync("GET", "/v3/directline/conversations/web-legal/activities", token, HttpStatusCode.NotFound, "ConversationNotFound");
        await RefusedAsync("GET", "/v3/directline/conversations/web-legal", token, HttpStatusCode.NotFound, "ConversationNotFound");
        await RefusedAsync("POST", "/v3/directline/conversations/web-legal/activities", token, HttpStatusCode.NotFound, "ConversationNotFound", new { type = "message", text = "hi" });
        Assert.Empty(_server.Turns);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("x")]
    [InlineData("99999999999999999999999")]
    public async Task A_watermark_of_somebody_else_is_refused(string watermark)
    {
        var (_, token) = await _server.StartAsync("rep");
        await RefusedAsync("GET", $"{Rep}/activities?watermark={watermark}", token, HttpStatusCode.BadRequest, "BadWatermark");
        await RefusedAsync("GET", $"{Rep}?watermark={watermark}", token, HttpStatusCode.BadRequest, "BadWatermark");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"message","text":"hi","attachments":"none"}""")]
    [InlineData("""{"type":"message","text":{"a":1}}""")]
    [InlineData("""{"type":"message","type":"message"}""")]
    public async Task What_is_no_activity_is_refused_and_leaves_nothing(string body)
    {
        var (_, token) = await _server.StartAsync("rep");
        using var request = new HttpRequestMessage(HttpMethod.Post, Rep + "/activities") { Content = new StringContent(body) };
        request.Headers.Authorization = new("Bearer", token);
        using var refused = await _server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Single(_server.Turns);
    }

    [Fact]
    public async Task An_activity_that_is_too_large_is_refused()
    {
        var (_, token) = await _server.StartAsync("rep");
        await RefusedAsync("POST", Rep + "/activities", token, HttpStatusCode.RequestEntityTooLarge, "TooLarge", new { type = "message", text = new string('x', JsonBody.Limit) });
    }

    [Fact]
    public async Task Uploads_have_limits()
    {
        var (_, token) = await _server.StartAsync("rep");
        await RefusedAsync("POST", Rep + "/upload", token, HttpStatusCode.UnsupportedMediaType, "NotMultipart", new { });
        Assert.Equal("TooLarge", await UploadAsync(token, "rep", [.. Enumerable.Repeat(new byte[] { 1 }, 21)]));
        Assert.Equal("BadBody", await UploadAsync(token, "rep"));
        Assert.Equal("WrongUser", await UploadAsync(token, "boss", new byte[] { 1 }));
        Assert.Single(_server.Turns);
    }

    [Fact]
    public async Task Nobody_else_can_be_brought_in()
    {
        var (_, token) = await _server.StartAsync("rep");
        using var posted = await _server.SendAsync(HttpMethod.Post, Rep + "/activities", token, new { type = "conversationUpdate", membersAdded = new[] { new { id = "boss" } } });
        Assert.Single(_server.Turns);
    }

    [Fact]
    public async Task A_bot_that_fails_is_reported_and_what_was_said_stays()
    {
        var (conversation, token) = await _server.StartAsync("rep");
        _server.Bot = (_, _) => throw new InvalidOperationException();
        await RefusedAsync("POST", Rep + "/activities", token, HttpStatusCode.BadGateway, "BotError", new { type = "message", text = "hi" });
        var page = await DirectLineServer.JsonAsync(await _server.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities?watermark=1", token));
        Assert.Equal("hi", (string?)page["activities"]![0]!["text"]);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_found()
    {
        await RefusedAsync("GET", $"/v3/directline/attachments/{Guid.NewGuid():N}/a.png", token: null, HttpStatusCode.NotFound, "FileNotFound");
        using var climbing = await _server.Http.GetAsync("/v3/directline/attachments/..%2Fdirectline.key/a.png");
        Assert.Equal(HttpStatusCode.NotFound, climbing.StatusCode);
    }

    private async Task<string?> UploadAsync(string token, string user, params byte[][] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent("""{"type":"message"}"""), "activity" } };
        foreach (var file in files)
        {
            form.Add(new ByteArrayContent(file), "file", "a.bin");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Rep}/upload?userId={user}") { Content = form };
        request.Headers.Authorization = new("Bearer", token);
        using var refused = await _server.Http.SendAsync(request);
        return (string?)(await DirectLineServer.JsonAsync(refused))["error"]?["code"];
    }

    private async Task RefusedAsync(string method, string path, string? token, HttpStatusCode status, string code, object? body = null)
    {
        using var refused = await _server.SendAsync(new HttpMethod(method), path, token, body);
        var error = (await DirectLineServer.JsonAsync(refused))["error"];
        Assert.Equal((status, code), (refused.StatusCode, (string?)error?["code"]));
        Assert.NotEmpty((string)error!["message"]!);
    }
}
