using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Connector;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Tests.Channels.BotFramework.Connector;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private const string Thread = "19:abc@thread.tacv2;messageid=17/10";

    private readonly SkippingClock _clock = new();
    private readonly LoginStub _login = new();
    private readonly RecordedLog _log = new();
    private readonly BotFrameworkOptions _options = new()
    {
        AppId = "11111111-2222-3333-4444-555555555555", TenantId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", AppPassword = "secret",
    };

    private RecordingConnector _connector = null!;
    private ConnectorToken? _token;
    private HttpClient? _http;

    public async Task InitializeAsync() => _connector = await RecordingConnector.StartAsync();

    public async Task DisposeAsync()
    {
        _token?.Dispose();
        _http?.Dispose();
        _login.Dispose();
        await _connector.DisposeAsync();
    }

    [Fact]
    public async Task Sends_with_one_slash_and_escaped_ids()
    {
        var client = Client();
        foreach (var serviceUrl in new[] { _connector.ServiceUrl, _connector.ServiceUrl.TrimEnd('/'), _connector.ServiceUrl + "/" })
        {
            var answer = await client.SendAsync(serviceUrl, Thread, new Activity { Type = "message", Text = "你好" }, default);
            Assert.Null(answer.Fault);
            Assert.StartsWith("a", answer.Value!.Id, StringComparison.Ordinal);
        }

        Assert.All(_connector.Calls, call =>
        {
            Assert.Equal("POST", call.Method);
            Assert.Equal("/apac/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D17%2F10/activities", call.Target);
            Assert.Equal("""{"type":"message","text":"你好"}""", call.Body!.ToJsonString(BotFrameworkJson.Wire.Options));
        });
    }

    [Fact]
    public async Task Knows_the_other_operations()
    {
        _connector.Plan(200, """{"id":"r"}""").Plan(200, """{"id":"u"}""").Plan(200)
            .Plan(201, """{"id":"c2","activityId":"a9","serviceUrl":"https://x/"}""")
            .Plan(200, """[{"id":"29:1","name":"赵磊","email":"z@x.cn"}]""").Plan(200, """{"id":"29:1"}""").Plan(200, """{"members":[{"id":"29:1"}],"continuationToken":"n"}""");
        var (client, url) = (Client(), _connector.ServiceUrl);

        await client.ReplyAsync(url, "c", "17", new Activity { Type = "message" }, default);
        await client.UpdateAsync(url, "c", "17", new Activity { Type = "message" }, default);
        var deleted = await client.DeleteAsync(url, "c", "17", default);
        var created = await client.CreateConversationAsync(url, new ConversationParameters { Members = [new ChannelAccount { Id = "29:1" }] }, default);
        var members = await client.MembersAsync(url, "c", default);
        await client.MemberAsync(url, "c", "29:1", default);
        var page = await client.PagedMembersAsync(url, "c", 100, "x&y", default);

        Assert.Equal(
            [
                "POST /apac/v3/conversations/c/activities/17", "PUT /apac/v3/conversations/c/activities/17", "DELETE /apac/v3/conversations/c/activities/17",
                "POST /apac/v3/conversations", "GET /apac/v3/conversations/c/members", "GET /apac/v3/conversations/c/members/29%3A1",
                "GET /apac/v3/conversations/c/pagedmembers?pageSize=100&continuationToken=x%26y",
            ],
            _connector.Calls.Select(c => $"{c.Method} {c.Target}"),
            StringComparer.Ordinal);
        Assert.Equal("17", (string?)_connector.Calls[0].Body!["replyToId"]);
        Assert.Equal("17", (string?)_connector.Calls[1].Body!["id"]);
        Assert.Equal("""{"isGroup":false,"members":[{"id":"29:1"}]}""", _connector.Calls[3].Body!.ToJsonString());
        Assert.Null(deleted.Fault);
        Assert.Equal(("c2", "a9"), (created.Value!.Id, created.Value.ActivityId));
        Assert.Equal("z@x.cn", members.Value![0].Properties!["email"].GetString());
        Assert.Equal("n", page.Value!.ContinuationToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task Refuses_an_id_that_would_climb(string conversation)
    {
        var answer = await Client().SendAsync(_connector.ServiceUrl, conversation, new Activity(), default);

        Assert.Equal("badAddress", answer.Fault!.Code);
        Assert.Null(answer.Fault.RetryAfter);
        Assert.Empty(_connector.Calls);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Repeats_what_passes(int status)
    {
        _connector.Plan(status).Plan(status);

        var answer = await SendAsync();

        Assert.Equal("a3", answer.Value!.Id);
        Assert.Equal(2, _clock.Waits.Count);
        Assert.All(_clock.Waits, w => Assert.InRange(w, TimeSpan.FromTicks(1), _options.MaxDelay));
    }

    [Fact]
    public async Task Repeats_a_call_that_broke_off()
    {
        _connector.PlanAbort();

        Assert.Equal("a2", (await SendAsync()).Value!.Id);
    }

    [Fact]
    public async Task Waits_as_long_as_it_is_asked_to()
    {
        _connector.Plan(429, "", ("Retry-After", "7")).Plan(503, "", ("Retry-After", (SkippingClock.Start + TimeSpan.FromSeconds(18)).ToString("R")));

        await SendAsync();

        Assert.Equal([TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(11)], _clock.Waits);
    }

    [Fact]
    public async Task Leaves_a_long_wait_to_the_outbox()
    {
        _connector.Plan(429, """{"error":{"code":"ServiceError","message":"slow down"}}""", ("Retry-After", "300"));

        var fault = (await SendAsync()).Fault!;

        Assert.Equal(new ConnectorFault(TimeSpan.FromSeconds(300), 429, "ServiceError", "slow down"), fault);
        Assert.Empty(_clock.Waits);
        Assert.Single(_connector.Calls);
    }

    [Fact]
    public async Task Gives_up_after_the_limit_and_says_when_to_come_back()
    {
        _options.Retries = 2;
        _connector.Plan(503).Plan(503).Plan(503);

        var fault = (await SendAsync()).Fault!;

        Assert.Equal(503, fault.Status);
        Assert.Equal(_options.MaxDelay, fault.RetryAfter);
        Assert.Equal(3, _connector.Calls.Count);
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(413, false)]
    [InlineData(501, false)]
    [InlineData(401, true)]
    [InlineData(408, true)]
    [InlineData(500, true)]
    public async Task Tells_a_refusal_from_an_outage(int status, bool later)
    {
        _connector.Plan(status, """{"error":{"code":"BotNotInConversationRoster","message":"东岭阀门的群里没有机器人"}}""", ("X-Correlating-OperationId", "op-7"));
        _connector.Plan(status, """{"error":{"code":"BotNotInConversationRoster"}}""", ("X-Correlating-OperationId", "op-7"));

        var fault = (await SendAsync()).Fault!;

        Assert.Equal((status, "BotNotInConversationRoster", later), (fault.Status, fault.Code, fault.RetryAfter is not null));
        Assert.Contains("op-7", _log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("东岭", _log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("token1", _log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Understands_a_refusal_that_is_no_JSON()
    {
        _connector.Plan(404, "<html>");

        Assert.Equal(new ConnectorFault(null, 404, "NotFound"), (await SendAsync()).Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("null")]
    public async Task Takes_an_acceptance_without_an_id(string body)
    {
        _connector.Plan(202, body);

        Assert.Equal(default, await SendAsync());
    }

    [Fact]
    public async Task Says_when_nobody_answers()
    {
        var client = Client();
        await _connector.DisposeAsync();

        var fault = (await client.SendAsync(_connector.ServiceUrl, "c", new Activity(), default)).Fault!;

        Assert.Equal((0, "unreachable"), (fault.Status, fault.Code));
        Assert.NotNull(fault.RetryAfter);
    }

    [Fact]
    public async Task Shows_one_cached_token()
    {
        var client = Client();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.SendAsync(_connector.ServiceUrl, "c", new Activity(), default)));

        Assert.All(_connector.Calls, c => Assert.Equal("Bearer token1", c.Authorization));
        var (address, form) = Assert.Single(_login.Asked);
        Assert.Equal("https://login.microsoftonline.com/aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee/oauth2/v2.0/token", address.GetLeftPart(UriPartial.Path));
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", form, StringComparison.Ordinal);
        Assert.Contains("client_secret=secret", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drops_a_token_that_is_refused_and_tries_once_more()
    {
        _connector.Plan(401);

        var answer = await SendAsync();

        Assert.Null(answer.Fault);
        Assert.Equal(["Bearer token1", "Bearer token2"], _connector.Calls.Select(c => c.Authorization), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Waits_for_the_login_service()
    {
        _login.IsDown = true;

        var fault = (await SendAsync()).Fault!;

        Assert.NotNull(fault.RetryAfter);
        Assert.Empty(_connector.Calls);
    }

    [Fact]
    public async Task Says_nothing_to_a_host_that_nobody_vouched_for()
    {
        var fault = (await Client(vouched: false).SendAsync(_connector.ServiceUrl, "c", new Activity(), default)).Fault!;

        Assert.Equal("untrustedHost", fault.Code);
        Assert.Empty(_connector.Calls);
        Assert.Empty(_login.Asked);
    }

    [Fact]
    public async Task Carries_no_token_without_an_app_id()
    {
        (_options.AppId, _options.AppPassword) = (null, null);

        Assert.Null((await Client(vouched: false).SendAsync(_connector.ServiceUrl, "c", new Activity(), default)).Fault);
        Assert.Null(Assert.Single(_connector.Calls).Authorization);
    }

    private Task<ConnectorAnswer<ResourceResponse>> SendAsync() => Client().SendAsync(_connector.ServiceUrl, "c", new Activity { Type = "message", Text = "hi" }, default);

    private ConnectorClient Client(bool vouched = true)
    {
        var options = Options.Create(_options);
        var hosts = new ServiceHosts(options);
        if (vouched)
        {
            hosts.Trust(_connector.ServiceUrl);
        }

        _token = new ConnectorToken(options, _login);
        _http = new HttpClient(new RetryHandler(options.Value.Retrying, _clock) { InnerHandler = new TokenHandler(_token, hosts) { InnerHandler = new SocketsHttpHandler() } });
        return new ConnectorClient(new ConnectorTransport(_http, hosts, options, _clock, _log));
    }

    private sealed class RecordedLog : ILogger<ConnectorTransport>
    {
        public string All { get; private set; } = "";

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All += formatter(state, exception) + exception;
    }
}
