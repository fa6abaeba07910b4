using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Npm;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.WeCom;

/// <summary>What members say and press in WeCom.</summary>
public sealed class WeComTurnTests : IAsyncLifetime
{
    private TestBot _bot = null!;
    private WeComServer _wecom = null!;

    public async Task InitializeAsync()
    {
        _bot = await TestBot.StartAsync();
        await using var db = _bot.Open();
        (await db.People.FirstAsync(p => p.Name == "赵磊")).Email = "zhao.lei@EXAMPLE.com";
        await db.SaveChangesAsync();
        _wecom = await WeComServer.StartAsync(_bot);
    }

    public async Task DisposeAsync()
    {
        await _wecom.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_address_is_verified_with_the_plain_text(bool escaped)
    {
        var (echo, now) = (WeComServer.Cipher.Seal("1616140317555161061"u8), _wecom.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        for (var n = 0; !echo.Contains('+', StringComparison.Ordinal); n++)
        {
            echo = WeComServer.Cipher.Seal("1616140317555161061"u8);
        }

        Assert.Equal((200, "1616140317555161061"), await _wecom.GetAsync(WeComServer.Query(WeComServer.Cipher.Sign(now, "7", echo), now, "7") + "&echostr=" + (escaped ? Uri.EscapeDataString(echo) : echo)));
    }

    [Fact]
    public async Task A_member_is_known_by_the_address_and_is_answered_with_a_card_whose_button_works_and_which_changes_in_place()
    {
        Assert.Equal((200, ""), await _wecom.SayAsync("提醒我明天给凌云电缆打电话"));

        var card = await CardAsync();
        Assert.Equal("zhaolei", (string?)card["touser"]);
        Assert.Equal(1000002, (int?)card["agentid"]);
        var task = (string)card["template_card"]!["task_id"]!;
        Assert.Equal((200, ""), await _wecom.PressAsync(Key(card, "撤销"), task, "click-code"));

        var update = await NextAsync("message/update_template_card");
        Assert.Equal(("click-code", "zhaolei", task), ((string?)update["response_code"], (string?)update["userids"]![0], (string?)update["template_card"]!["task_id"]));
        await _wecom.StopAsync();
        await using var db = _bot.Open();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.UndoneAt != null));
        Assert.Equal(("wecom", "zhaolei", "赵磊"), await db.PersonLinks.Select(l => ValueTuple.Create(l.Channel, l.UserId, l.Person.Name)).SingleAsync());
        Assert.Equal(["send-code"], await db.EdgeNotes.Where(n => n.Name == task).Select(n => n.Value).ToListAsync());
        Assert.Equal("", _wecom.Logged);
    }

    /// <summary>What WeCom's own code sealed gets in, and is answered.</summary>
    [NodeFact]
    public async Task A_message_that_the_vendors_code_sealed_is_answered()
    {
        var now = _wecom.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var question = new JsonObject
        {
            ["token"] = WeComServer.Token, ["key"] = WeComServer.Key, ["id"] = WeComServer.Corp, ["open"] = new JsonArray(),
            ["seal"] = new JsonArray(new JsonObject { ["message"] = WeComServer.Said("提醒我明天给凌云电缆打电话", "1"), ["timestamp"] = now, ["nonce"] = "vendor" }),
        };
        var theirs = (await NodeScript.RunAsync("judge-wecom.cjs", question.ToJsonString())).GetProperty("sealed")[0];

        Assert.Equal((200, ""), await _wecom.PostRawAsync(WeComServer.Envelope(theirs.GetProperty("encrypt").GetString()!), WeComServer.Query(theirs.GetProperty("signature").GetString()!, now, "vendor")));
        Assert.Contains("凌云电缆", string.Join('\n', CardTexts.Strings((await _wecom.SentAsync()).Body)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_is_used_up_gives_way_to_the_next_and_without_one_the_answer_comes_below()
    {
        await _wecom.SayAsync("提醒我明天给凌云电缆打电话");
        var card = await CardAsync();
        _wecom.RefuseUpdates = true;

        await _wecom.PressAsync(Key(card, "撤销"), (string)card["template_card"]!["task_id"]!, "click-code");

        await _wecom.StopAsync();
        var (codes, said) = (new List<string?>(), 0);
        while (!_wecom.NothingSent)
        {
            var (method, _, body) = await _wecom.SentAsync();
            if (method == "message/update_template_card")
            {
                codes.Add((string?)body["response_code"]);
            }
            else
            {
                said++;
            }
        }

        Assert.Equal(["click-code", "send-code"], codes, StringComparer.Ordinal);
        Assert.Equal(1, said);
    }

    /// <summary>Each press brings a code of its own.</summary>
    [Fact]
    public async Task A_card_that_is_older_than_its_code_still_changes_when_it_is_pressed()
    {
        await _wecom.SayAsync("提醒我明天给凌云电缆打电话");
        var card = await CardAsync();
        await using (var db = _bot.Open())
        {
            await db.EdgeNotes.ExecuteUpdateAsync(s => s.SetProperty(n => n.At, _wecom.Now.AddHours(-73)));
        }

        await _wecom.PressAsync(Key(card, "撤销"), (string)card["template_card"]!["task_id"]!, "click-code");

        Assert.Equal("click-code", (string?)(await NextAsync("message/update_template_card"))["response_code"]);
    }

    [Fact]
    public async Task A_press_that_comes_again_is_done_once()
    {
        await _wecom.SayAsync("提醒我明天给凌云电缆打电话");
        var card = await CardAsync();
        var (key, task) = (Key(card, "撤销"), (string)card["template_card"]!["task_id"]!);
        await _wecom.PressAsync(key, task, "click-code");
        await NextAsync("message/update_template_card");
        Assert.Equal(200, (await _wecom.PressAsync(key, task, "click-code")).Status);
        await _wecom.StopAsync();
        Assert.True(_wecom.NothingSent);
    }

    [Fact]
    public async Task A_message_that_comes_again_is_answered_once_and_done_once()
    {
        await _wecom.PushAsync(WeComServer.Said("提醒我明天给凌云电缆打电话", "77"));
        Assert.Equal(200, (await _wecom.PushAsync(WeComServer.Said("提醒我明天给凌云电缆打电话", "77"))).Status);

        await CardAsync();
        await _wecom.StopAsync();
        Assert.True(_wecom.NothingSent);
        await using var db = _bot.Open();
        Assert.Equal(1, await db.SeenMessages.CountAsync(s => s.Channel == "wecom"));
    }

    [Fact]
    public async Task Who_opens_the_app_is_greeted_once_and_after_a_restart_not_again()
    {
        await _wecom.PushAsync(WeComServer.Event("enter_agent"));
        await _wecom.SentAsync();
        await _wecom.StopAsync();
        while (!_wecom.NothingSent)
        {
            await _wecom.SentAsync();
        }

        await _wecom.DisposeAsync();
        _wecom = await WeComServer.StartAsync(_bot);
        Assert.Equal(200, (await _wecom.PushAsync(WeComServer.Event("enter_agent"))).Status);
        Assert.Equal(200, (await _wecom.PushAsync(WeComServer.Event("subscribe"))).Status);

        await _wecom.StopAsync();
        Assert.True(_wecom.NothingSent);
    }

    /// <summary>A card has no fields: the button comes without them, and what is missing is asked one by one.</summary>
    [Fact]
    public async Task A_form_is_asked_in_the_chat()
    {
        await _wecom.SayAsync("新建商机");
        var card = await CardAsync();
        Assert.Contains("提交", CardTexts.Strings(card), StringComparer.Ordinal);
        await _wecom.PressAsync(Key(card, "提交"), (string)card["template_card"]!["task_id"]!, "click-code");

        var question = string.Join('\n', CardTexts.Strings((await _wecom.SentAsync()).Body));
        Assert.DoesNotContain("提交", question, StringComparison.Ordinal);
        Assert.Contains("客户", question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_is_fetched_as_the_messages_file()
    {
        await _wecom.PushAsync(WeComServer.Said("x", "78").Replace("[text]", "[image]", StringComparison.Ordinal).Replace("<Content>", "<MediaId>M1</MediaId><Content>", StringComparison.Ordinal));

        var (_, _, body) = await _wecom.SentAsync();
        Assert.Contains("site.png", string.Join('\n', CardTexts.Strings(body)), StringComparison.Ordinal);
    }

    /// <summary>It was said to be out of reach until something else renewed the token.</summary>
    [Fact]
    public async Task A_picture_is_fetched_with_a_new_token_where_the_old_one_is_not_taken_any_more()
    {
        await _wecom.SayAsync("我的待办");
        await _wecom.SentAsync();
        _wecom.Tokens++;

        await _wecom.PushAsync(WeComServer.Said("x", "80").Replace("[text]", "[image]", StringComparison.Ordinal).Replace("<Content>", "<MediaId>M1</MediaId><Content>", StringComparison.Ordinal));

        Assert.Contains("site.png", string.Join('\n', CardTexts.Strings((await _wecom.SentAsync()).Body)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_fetched_is_answered_too()
    {
        await _wecom.PushAsync(WeComServer.Said("x", "79").Replace("[text]", "[file]", StringComparison.Ordinal).Replace("<Content>", "<MediaId>M404</MediaId><Content>", StringComparison.Ordinal));

        Assert.Equal("message/send", (await _wecom.SentAsync()).Method);
    }

    [Theory]
    [InlineData("""{"errcode":0,"status":1,"biz_mail":"nobody@example.com"}""")]
    [InlineData("""{"errcode":0,"status":1}""")]
    [InlineData("""{"errcode":0,"status":2,"biz_mail":"zhao.lei@example.com"}""")]
    [InlineData("""{"errcode":60011,"errmsg":"no privilege"}""")]
    [InlineData("""{"errcode":0,"email":7}""")]
    [InlineData("<html>")]
    public async Task Whoever_is_nobody_here_is_told_whom_to_ask(string user)
    {
        _wecom.User = user;

        await _wecom.SayAsync("我的商机");

        Assert.Contains("管理员", string.Join('\n', CardTexts.Strings((await _wecom.SentAsync()).Body)), StringComparison.Ordinal);
        await using var db = _bot.Open();
        Assert.Equal(0, await db.PersonLinks.CountAsync());
    }

    [Fact]
    public async Task Where_addresses_may_not_be_read_the_settings_say_who_is_who()
    {
        await _wecom.DisposeAsync();
        _wecom = await WeComServer.StartAsync(_bot, KeyValuePair.Create<string, string?>("SalesBot:Channels:WeCom:People:ZhaoLei", "zhao.lei@example.com"));

        await _wecom.SayAsync("我的商机");

        await _wecom.SentAsync();
        Assert.Equal(0, _wecom.Asked);
        await using var db = _bot.Open();
        Assert.Equal("赵磊", await db.PersonLinks.Select(l => l.Person.Name).SingleAsync());
    }

    [Fact]
    public async Task A_character_that_XML_has_no_room_for_costs_no_message()
    {
        await _wecom.PushAsync(WeComServer.Said("我的\u0008商机", "1"));
        Assert.Equal("message/send", (await _wecom.SentAsync()).Method);
    }

    private static string Key(JsonObject card, string title) => (string)card["template_card"]!["button_list"]!.AsArray().First(b => (string?)b!["text"] == title)!["key"]!;

    /// <summary>The next card; texts before it are passed over.</summary>
    private async Task<JsonObject> CardAsync()
    {
        while (true)
        {
            if (await NextAsync("message/send") is var body && body["template_card"] is { } shown)
            {
                await KeptAsync((string)shown["task_id"]!);
                return body;
            }
        }
    }

    /// <summary>The bot notes the code of a card when WeCom has answered, which is after the card is here.</summary>
    private async Task KeptAsync(string task)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await _bot.Look(db => db.EdgeNotes.AnyAsync(n => n.Name == task, limit.Token)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), limit.Token);
        }
    }

    /// <summary>The next such call; others before it are passed over.</summary>
    private async Task<JsonObject> NextAsync(string method)
    {
        while (true)
        {
            if (await _wecom.SentAsync() is var sent && sent.Method == method)
            {
                return sent.Body;
            }
        }
    }
}
