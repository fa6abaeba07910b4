using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Server.Channels.DingTalk;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.DingTalk;

public sealed class DingTalkMessengerTests : IAsyncLifetime
{
    private static readonly JsonElement Card = JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"已记下"}],"actions":[{"type":"Action.Execute","title":"我的待办","verb":"list_tasks"}]}""");

    private TestBot _bot = null!;
    private DingTalkServer _dingtalk = null!;

    private static Address To => DingTalkRoute.From("cid1", "zhaolei", group: false, null, 0)!;

    public async Task InitializeAsync() => _dingtalk = await DingTalkServer.StartAsync(_bot = await TestBot.StartAsync(), KeyValuePair.Create<string, string?>(DingTalkServer.Key("CardTemplateId"), "tpl.schema"));

    public async Task DisposeAsync()
    {
        await _dingtalk.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData(429, """{"code":"system.busy"}""", "RetryLater", "system.busy")]
    [InlineData(400, """{"code":"send.too.fast"}""", "RetryLater", "send.too.fast")]
    [InlineData(403, """{"code":"Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"}""", "RetryLater", "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi")]
    [InlineData(200, """{"status":1111,"wait":5}""", "RetryLater", "1111")]
    [InlineData(200, """{"errcode":90002,"errmsg":"x"}""", "RetryLater", "90002")]
    [InlineData(200, "<html>", "RetryLater", "notJson")]
    [InlineData(200, """{"flowControlledStaffIdList":["zhaolei"]}""", "RetryLater", "flowControlled")]
    [InlineData(200, """{"success":false}""", "Refused", "OK")]
    [InlineData(200, """{"invalidStaffIdList":["zhaolei"]}""", "Refused", "invalidStaff")]
    [InlineData(400, """{"code":"resource.not.found"}""", "Refused", "resource.not.found")]
    public async Task What_DingTalk_refuses_is_tried_later_or_given_up(int status, string body, string outcome, string reason)
    {
        _dingtalk.Planned.Enqueue((status, body));

        var delivery = await _dingtalk.Messenger.SendAsync(new Outgoing(To, new RenderedReply("x")), default);

        Assert.Equal((outcome, reason), (delivery.Outcome.ToString(), delivery.Reason));
        Assert.DoesNotContain("tok1", _dingtalk.Logged, StringComparison.Ordinal);
        Assert.DoesNotContain(DingTalkServer.AppSecret, _dingtalk.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_not_taken_any_more_is_renewed_once()
    {
        _dingtalk.Planned.Enqueue((400, """{"code":"InvalidAuthentication"}"""));
        Assert.Equal(DeliveryOutcome.Accepted, (await _dingtalk.Messenger.SendAsync(new Outgoing(To, new RenderedReply("x")), default)).Outcome);
        Assert.Equal(("tok1", "tok2"), ((await _dingtalk.SentAsync()).Authorization, (await _dingtalk.SentAsync()).Authorization));
    }

    [Theory]
    [InlineData(400, """{"code":"param.templateNotExist"}""")]
    [InlineData(403, """{"code":"Forbidden.AccessDenied.AccessTokenPermissionDenied"}""")]
    [InlineData(200, """{"success":false}""")]
    public async Task A_card_that_DingTalk_does_not_take_or_may_not_be_sent_becomes_text(int status, string body)
    {
        _dingtalk.Planned.Enqueue((status, body));
        Assert.Equal(DeliveryOutcome.Accepted, (await _dingtalk.Messenger.SendAsync(new Outgoing(To, new RenderedReply("已记下", Card)), default)).Outcome);
        Assert.Equal(("POST v1.0/card/instances/createAndDeliver", "POST v1.0/robot/oToMessages/batchSend"), ((await _dingtalk.SentAsync()).Method, (await _dingtalk.SentAsync()).Method));
    }

    /// <summary>The text had no name, so that nobody who had it heard of the decision.</summary>
    [Fact]
    public async Task Who_got_the_text_in_place_of_a_card_is_told_of_its_end_and_of_nothing_before()
    {
        _dingtalk.Planned.Enqueue((400, """{"code":"param.templateNotExist"}"""));
        _dingtalk.Planned.Enqueue((200, """{"processQueryKey":"pqk1"}"""));
        var sent = await _dingtalk.Messenger.SendAsync(new Outgoing(To, new RenderedReply("x", Card)), default);
        Assert.Equal("pqk1", sent.ActivityId);
        await DrainedAsync();

        Assert.Equal(DeliveryOutcome.Accepted, (await _dingtalk.Messenger.SendAsync(new Outgoing(To, new RenderedReply("y", Card), sent.ActivityId), default)).Outcome);
        Assert.True(_dingtalk.NothingSent);
        await _dingtalk.Messenger.SendAsync(new Outgoing(To, new RenderedReply("已批准") { ComesAnew = true }, sent.ActivityId), default);
        Assert.Single(await DrainedAsync());
    }

    [Fact]
    public async Task A_card_is_kept_up_to_date_and_what_cannot_be_is_given_up_or_answered_below()
    {
        var sent = await _dingtalk.Messenger.SendAsync(new Outgoing(To, new RenderedReply("x", Card)), default);
        await _dingtalk.SentAsync();
        Assert.Equal(sent.ActivityId, (await _dingtalk.Messenger.SendAsync(new Outgoing(To, new RenderedReply("已批准"), sent.ActivityId), default)).ActivityId);
        var (method, _, body) = await _dingtalk.SentAsync();
        Assert.Equal(("PUT v1.0/card/instances", "已批准", "[]"), (method, (string?)body["cardData"]!["cardParamMap"]!["content"], (string?)body["cardData"]!["cardParamMap"]!["buttons"]));

        _dingtalk.Planned.Enqueue((400, """{"code":"param.cardNotExist"}"""));
        Assert.Equal(DeliveryOutcome.Accepted, (await _dingtalk.Messenger.SendAsync(new Outgoing(To, new RenderedReply("y", Card), sent.ActivityId), default)).Outcome);
        Assert.Equal("PUT v1.0/card/instances", (await _dingtalk.SentAsync()).Method);
        Assert.True(_dingtalk.NothingSent);

        _dingtalk.Planned.Enqueue((400, """{"code":"param.cardNotExist"}"""));
        Assert.Equal(DeliveryOutcome.Accepted, (await _dingtalk.Messenger.SendAsync(new Outgoing(To, new RenderedReply("y", Card) { ComesAnew = true }, sent.ActivityId), default)).Outcome);
        Assert.Equal(("PUT v1.0/card/instances", "POST v1.0/card/instances/createAndDeliver"), ((await _dingtalk.SentAsync()).Method, (await _dingtalk.SentAsync()).Method));

        Assert.Equal(DeliveryOutcome.Accepted, (await _dingtalk.Messenger.SendAsync(new Outgoing(To, new RenderedReply("z", Card), "not-ours", "m1"), default)).Outcome);
        Assert.Equal("POST v1.0/card/instances/createAndDeliver", (await _dingtalk.SentAsync()).Method);
    }

    [Fact]
    public async Task A_long_answer_that_has_to_wait_within_goes_on_from_there_when_it_is_tried_again()
    {
        var reply = new RenderedReply(string.Join('\n', Enumerable.Range(1, 1500).Select(i => $"第 {i} 行")));
        _dingtalk.Planned.Enqueue((200, "{}"));
        _dingtalk.Planned.Enqueue((429, """{"code":"system.busy"}"""));

        var broken = await _dingtalk.Messenger.SendAsync(new Outgoing(To, reply), default);
        Assert.Equal((DeliveryOutcome.RetryLater, 1), (broken.Outcome, broken.Said));
        var (first, refused) = (await SaidAsync(), await SaidAsync());
        Assert.Equal(DeliveryOutcome.Accepted, (await _dingtalk.Messenger.SendAsync(new Outgoing(To, reply with { Begun = new Begun(To.Channel, To.ConversationId, broken.Said) }), default)).Outcome);

        Assert.Equal(refused, await SaidAsync());
        while (!_dingtalk.NothingSent)
        {
            Assert.NotEqual(first, await SaidAsync(), StringComparer.Ordinal);
        }

        async Task<string?> SaidAsync() => (string?)(await _dingtalk.SentAsync()).Body["msgParam"];
    }

    /// <summary>All of it came again with each try.</summary>
    [Fact]
    public async Task The_text_in_place_of_a_card_goes_on_where_it_broke_off_and_the_card_is_not_tried_again()
    {
        var buttons = string.Join(',', Enumerable.Range(1, 4).Select(i => $$"""{"type":"Action.Execute","title":"{{new string('长', 900)}}{{i}}","verb":"list_tasks"}"""));
        var reply = new RenderedReply("x", JsonElement.Parse($$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"已记下"}],"actions":[{"type":"Action.Execute","title":"我的待办","verb":"list_tasks"}, {{buttons}}]}"""));
        await _dingtalk.Messenger.SendAsync(new Outgoing(To, reply), default);
        var pieces = (await DrainedAsync()).Count - 1;
        for (var piece = 0; piece < pieces; piece++)
        {
            _dingtalk.Planned.Enqueue((200, "{}"));
        }

        _dingtalk.Planned.Enqueue((400, """{"code":"param.templateNotExist"}"""));
        await _dingtalk.Messenger.SendAsync(new Outgoing(To, reply), default);
        var whole = (await DrainedAsync()).Count - pieces - 1;
        for (var piece = 0; piece < pieces; piece++)
        {
            _dingtalk.Planned.Enqueue((200, "{}"));
        }

        _dingtalk.Planned.Enqueue((400, """{"code":"param.templateNotExist"}"""));
        _dingtalk.Planned.Enqueue((200, "{}"));
        _dingtalk.Planned.Enqueue((429, """{"code":"system.busy"}"""));
        var broken = await _dingtalk.Messenger.SendAsync(new Outgoing(To, reply), default);
        Assert.Equal((DeliveryOutcome.RetryLater, pieces + 2), (broken.Outcome, broken.Said));
        await DrainedAsync();

        Assert.Equal(DeliveryOutcome.Accepted, (await _dingtalk.Messenger.SendAsync(new Outgoing(To, reply with { Begun = new Begun(To.Channel, To.ConversationId, broken.Said) }), default)).Outcome);

        var again = await DrainedAsync();
        Assert.DoesNotContain("POST v1.0/card/instances/createAndDeliver", again, StringComparer.Ordinal);
        Assert.Equal(whole - 1, again.Count);
    }

    private async Task<List<string>> DrainedAsync()
    {
        var sent = new List<string>();
        while (!_dingtalk.NothingSent)
        {
            sent.Add((await _dingtalk.SentAsync()).Method);
        }

        return sent;
    }

    [Fact]
    public async Task In_a_group_the_card_goes_to_the_group()
    {
        await _dingtalk.Messenger.SendAsync(new Outgoing(DingTalkRoute.From("cid2", "zhaolei", group: true, null, 0)!, new RenderedReply("x", Card)), default);
        Assert.Equal("dtv1.card//IM_GROUP.cid2", (string?)(await _dingtalk.SentAsync()).Body["openSpaceId"]);
    }

    [Fact]
    public async Task What_check_says()
    {
        var (good, text) = await _dingtalk.Messenger.TryAsync(default);
        Assert.Equal((true, "Check.dingtalk_fine", DingTalkServer.AppKey), (good, text.Key, text.Args[0]));
    }
}
