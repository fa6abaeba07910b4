using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.Cards;
using SalesBot.Server.Channels.WeCom;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.WeCom;

public sealed class WeComMessengerTests : IAsyncLifetime
{
    private static readonly JsonElement Card = JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"已记下"}],"actions":[{"type":"Action.Execute","title":"我的商机","verb":"list_tasks"}]}""");

    private TestBot _bot = null!;
    private WeComServer _wecom = null!;

    private static Address To => WeComRoute.From("zhaolei")!;

    public async Task InitializeAsync() => _wecom = await WeComServer.StartAsync(_bot = await TestBot.StartAsync());

    public async Task DisposeAsync()
    {
        await _wecom.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"errcode":-1,"errmsg":"x"}""", "RetryLater", "-1")]
    [InlineData("""{"errcode":45009,"errmsg":"x"}""", "RetryLater", "45009")]
    [InlineData("""{"errcode":45033,"errmsg":"x"}""", "RetryLater", "45033")]
    [InlineData("""{"errcode":60020,"errmsg":"x"}""", "RetryLater", "60020")]
    [InlineData("""{"errcode":81013,"errmsg":"x"}""", "Refused", "81013")]
    [InlineData("""{"errcode":40003,"errmsg":"x"}""", "Refused", "40003")]
    [InlineData("""{"errcode":0,"errmsg":"ok","invaliduser":"zhaolei"}""", "Refused", "invaliduser")]
    [InlineData("<html>", "RetryLater", "OK")]
    public async Task What_WeCom_refuses_is_tried_later_or_given_up(string body, string outcome, string reason)
    {
        _wecom.Planned.Enqueue(body);

        var delivery = await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("x")), default);

        Assert.Equal((outcome, reason), (delivery.Outcome.ToString(), delivery.Reason));
        Assert.DoesNotContain("tok1", _wecom.Logged, StringComparison.Ordinal);
        Assert.DoesNotContain(WeComServer.Secret, _wecom.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_not_taken_any_more_is_renewed_once()
    {
        await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("x")), default);
        _wecom.Planned.Enqueue("""{"errcode":42001,"errmsg":"expired"}""");
        Assert.Equal(DeliveryOutcome.Accepted, (await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("y")), default)).Outcome);
        Assert.Equal(2, _wecom.Tokens);

        _wecom.Planned.Enqueue("""{"errcode":40014,"errmsg":"x"}""");
        _wecom.Planned.Enqueue("""{"errcode":40014,"errmsg":"x"}""");
        Assert.Equal(DeliveryOutcome.RetryLater, (await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("z")), default)).Outcome);
        Assert.Equal(3, _wecom.Tokens);
    }

    [Fact]
    public async Task A_long_answer_goes_out_in_order_and_whole()
    {
        var text = string.Join('\n', Enumerable.Range(1, 400).Select(i => $"第 {i} 行"));

        Assert.Equal(DeliveryOutcome.Accepted, (await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply(text)), default)).Outcome);

        var said = new List<string>();
        while (!_wecom.NothingSent)
        {
            said.Add((string)(await _wecom.SentAsync()).Body["text"]!["content"]!);
        }

        Assert.True(said.Count > 1);
        Assert.Equal(text, string.Join('\n', said));
    }

    /// <summary>The whole text came again from its beginning.</summary>
    [Fact]
    public async Task A_long_answer_that_has_to_wait_within_goes_on_from_there_when_it_is_tried_again()
    {
        var text = string.Join('\n', Enumerable.Range(1, 900).Select(i => $"第 {i} 行"));
        await ShownAsync();
        await _wecom.SayAsync("我的待办");
        await HeardAsync();
        var outbox = _wecom.Outbox;
        _wecom.Planned.Enqueue("""{"errcode":0,"errmsg":"ok","msgid":"m"}""");
        _wecom.Planned.Enqueue("""{"errcode":45009,"errmsg":"x"}""");

        await outbox.ReplyAsync(new Turn(TurnKind.Said, To, "1", TestBot.Start), [new RenderedReply(text, LongCard(text))], default);
        _wecom.Planned.Enqueue("""{"errcode":0,"errmsg":"ok","msgid":"m"}""");
        _wecom.Planned.Enqueue("""{"errcode":45009,"errmsg":"x"}""");
        Assert.Equal(0, await outbox.DeliverDueAsync(TestBot.Start.AddMinutes(2), default));
        Assert.Equal(1, await outbox.DeliverDueAsync(TestBot.Start.AddMinutes(10), default));

        var (said, card) = (new List<string>(), 0);
        while (!_wecom.NothingSent)
        {
            var body = (await _wecom.SentAsync()).Body;
            card += body["template_card"] is null ? 0 : 1;
            said.Add((string?)body["text"]?["content"] ?? "");
        }

        // Two pieces were refused once.
        var whole = said.Where(s => s.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        Assert.Equal(whole.Count + 2, said.Count(s => s.Length > 0));
        Assert.StartsWith(text, string.Join('\n', whole), StringComparison.Ordinal);
        Assert.Equal(1, card);

        static JsonElement LongCard(string text) => JsonElement.Parse(Card.GetRawText().Replace("已记下", text.Replace("\n", "\\n", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    /// <summary>What was said in one messenger is not missing in the next.</summary>
    [Fact]
    public async Task What_was_said_elsewhere_is_said_here_from_the_beginning()
    {
        await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("东岭阀门") { Begun = new Begun("slack", "D1", 1) }), default);
        Assert.Contains("东岭阀门", await HeardAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_WeCom_does_not_take_becomes_text_whose_codes_press_its_buttons()
    {
        _wecom.Planned.Enqueue("""{"errcode":40058,"errmsg":"invalid card"}""");

        Assert.Equal(DeliveryOutcome.Accepted, (await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("已记下", Card)), default)).Outcome);

        await _wecom.SentAsync();
        var text = (string)(await _wecom.SentAsync()).Body["text"]!["content"]!;
        Assert.Matches("^已记下\n▸ 我的商机：回复 #[2-9A-Z]{5}$", text);
        await using var db = _bot.Open();
        Assert.Equal(text[^6..], await db.EdgeNotes.Select(n => n.Name).SingleAsync());
    }

    /// <summary>All of it came again with each try.</summary>
    [Fact]
    public async Task The_text_in_place_of_a_card_goes_on_where_it_broke_off_and_the_card_is_not_tried_again()
    {
        var reply = new RenderedReply("x", JsonElement.Parse(Card.GetRawText().Replace("已记下", string.Join("\\n", Enumerable.Range(1, 900).Select(i => $"第 {i} 行")), StringComparison.Ordinal)));
        var before = await PiecesAsync(reply);
        for (var piece = 1; piece < before.Count; piece++)
        {
            _wecom.Planned.Enqueue("""{"errcode":0,"errmsg":"ok","msgid":"m"}""");
        }

        _wecom.Planned.Enqueue("""{"errcode":40058,"errmsg":"invalid card"}""");
        _wecom.Planned.Enqueue("""{"errcode":0,"errmsg":"ok","msgid":"m"}""");
        _wecom.Planned.Enqueue("""{"errcode":45009,"errmsg":"x"}""");
        var broken = await _wecom.Messenger.SendAsync(new Outgoing(To, reply), default);
        Assert.Equal((DeliveryOutcome.RetryLater, before.Count + 1), (broken.Outcome, broken.Said));
        var first = await DrainedAsync();

        Assert.Equal(DeliveryOutcome.Accepted, (await _wecom.Messenger.SendAsync(new Outgoing(To, reply with { Begun = new Begun(To.Channel, To.ConversationId, broken.Said) }), default)).Outcome);

        var again = await DrainedAsync();
        Assert.DoesNotContain("template_card", again, StringComparer.Ordinal);
        Assert.Equal(first[^1], again[0]);
        Assert.DoesNotContain(first[^2], again, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("#K7FQ2")]
    [InlineData(" 打开  #k7fq2 ")]
    public async Task A_code_presses_its_button_alone_or_after_the_buttons_own_words(string typed)
    {
        await ShownAsync(("#K7FQ2", "打开", "list_tasks"));
        await _wecom.SayAsync(typed);
        Assert.Contains("待办", await HeardAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("先别打开 #K7FQ2", "请只发送 #K7FQ2")]
    [InlineData("为什么要回复 #k7fq2", "请只发送 #K7FQ2")]
    [InlineData("打开 #ZZZZZ", "已失效")]
    [InlineData("#TW222", "已失效")]
    public async Task Other_words_with_a_code_and_a_code_that_means_nothing_or_two_things_press_nothing(string typed, string heard)
    {
        await ShownAsync(("#K7FQ2", "打开", "list_tasks"), ("#TW222", "打开", "list_tasks"), ("#TW222", "批准", "list_deals"));
        await _wecom.SayAsync(typed);
        Assert.Contains(heard, await HeardAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_before_a_card_is_said_once_when_the_card_cannot_change_in_place()
    {
        var sent = await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("x", Card)), default);
        await _wecom.SentAsync();
        _wecom.RefuseUpdates = true;
        var words = new string('长', 400);
        var full = JsonElement.Parse(Card.GetRawText().Replace("已记下", words, StringComparison.Ordinal));

        Assert.Equal(DeliveryOutcome.Accepted, (await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("y", full) { InPlace = true }, sent.ActivityId), default)).Outcome);

        var said = new List<string>();
        while (!_wecom.NothingSent)
        {
            var (method, _, body) = await _wecom.SentAsync();
            said.Add($"{method} {(string?)body["msgtype"]}");
        }

        Assert.Equal(["message/send text", "message/update_template_card ", "message/send template_card"], said, StringComparer.Ordinal);
    }

    /// <summary>The code came with the card, is good once, and there is no other without a press.</summary>
    [Fact]
    public async Task A_card_is_kept_up_to_date_as_long_as_it_can_be()
    {
        var sent = await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("x", Card)), default);
        await _wecom.SentAsync();

        Assert.Equal(DeliveryOutcome.Accepted, (await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("y", Card), sent.ActivityId), default)).Outcome);
        Assert.Equal("send-code", (string?)(await _wecom.SentAsync()).Body["response_code"]);
        Assert.Equal(DeliveryOutcome.Accepted, (await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("z", Card), sent.ActivityId), default)).Outcome);
        Assert.True(_wecom.NothingSent);
    }

    /// <summary>The code of a sending is good for 72 hours: then a decision comes as a card of its own, and what is only kept up to date stays as it is.</summary>
    [Theory]
    [InlineData(71, "message/update_template_card", "message/update_template_card")]
    [InlineData(73, "message/send", null)]
    public async Task After_three_days_a_decision_is_sent_anew(int hours, string decided, string? kept)
    {
        async Task<string?> UpdatedAsync(RenderedReply reply)
        {
            var sent = await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("x", Card)), default);
            await _wecom.SentAsync();
            await using var db = _bot.Open();
            await db.EdgeNotes.ExecuteUpdateAsync(s => s.SetProperty(n => n.At, _wecom.Now.AddHours(-hours)));
            Assert.Equal(DeliveryOutcome.Accepted, (await _wecom.Messenger.SendAsync(new Outgoing(To, reply, sent.ActivityId), default)).Outcome);
            return _wecom.NothingSent ? null : (await _wecom.SentAsync()).Method;
        }

        Assert.Equal(decided, await UpdatedAsync(new RenderedReply("已批准", Card) { ComesAnew = true }));
        Assert.Equal(kept, await UpdatedAsync(new RenderedReply("还差一步", Card)));
    }

    [Fact]
    public async Task An_update_that_has_to_wait_keeps_its_code()
    {
        var sent = await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("x", Card)), default);
        _wecom.Planned.Enqueue("""{"errcode":45009,"errmsg":"x"}""");
        Assert.Equal(DeliveryOutcome.RetryLater, (await _wecom.Messenger.SendAsync(new Outgoing(To, new RenderedReply("y", Card), sent.ActivityId), default)).Outcome);
        await using var db = _bot.Open();
        Assert.Equal(1, await db.EdgeNotes.CountAsync());
    }

    private async Task ShownAsync(params (string Code, string Title, string Verb)[] buttons)
    {
        await using var db = _bot.Open();
        (await db.People.FirstAsync(p => p.Name == "赵磊")).Email = "zhao.lei@example.com";
        await db.SaveChangesAsync();
        var codes = new ButtonCodes(new EdgeNotes(_bot.Open));
        await codes.KeepAsync(To, [.. buttons.Select(b => new CodedButton(b.Code, b.Title, new ButtonValue(b.Verb, new Dictionary<string, string>(StringComparer.Ordinal))))], _wecom.Now, default);
    }

    /// <summary>What is sent of it where nothing is refused.</summary>
    private async Task<List<string>> PiecesAsync(RenderedReply reply)
    {
        await _wecom.Messenger.SendAsync(new Outgoing(To, reply), default);
        return await DrainedAsync();
    }

    private async Task<List<string>> DrainedAsync()
    {
        var said = new List<string>();
        while (!_wecom.NothingSent)
        {
            var body = (await _wecom.SentAsync()).Body;
            said.Add(body["template_card"] is null ? (string)body["text"]!["content"]! : "template_card");
        }

        return said;
    }

    private async Task<string> HeardAsync() => string.Join('\n', CardTexts.Strings((await _wecom.SentAsync()).Body));

    [Fact]
    public async Task What_check_says()
    {
        var (good, text) = await _wecom.Messenger.TryAsync(default);
        Assert.Equal((true, "Check.wecom_fine", "销售助手"), (good, text.Key, text.Args[0]));
    }
}
