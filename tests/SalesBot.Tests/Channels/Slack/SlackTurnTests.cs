using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.Slack;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.Slack;

/// <summary>What people say and press in Slack, and what must not get in.</summary>
public sealed class SlackTurnTests : IAsyncLifetime
{
    private TestBot _bot = null!;
    private SlackServer _slack = null!;

    public async Task InitializeAsync()
    {
        _bot = await TestBot.StartAsync();
        await using var db = _bot.Open();
        (await db.People.FirstAsync(p => p.Name == "赵磊")).Email = "zhao.lei@EXAMPLE.com";
        await db.SaveChangesAsync();
        _slack = await SlackServer.StartAsync(_bot);
    }

    public async Task DisposeAsync()
    {
        await _slack.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task The_challenge_is_answered() =>
        Assert.Equal((200, """{"challenge":"3eZb"}"""), await _slack.PostAsync(SlackEvents.Path, """{"type":"url_verification","token":"x","challenge":"3eZb"}"""));

    [Fact]
    public async Task Whoever_has_the_address_of_one_person_is_that_person_and_is_answered_in_the_direct_message()
    {
        Assert.Equal((200, ""), await _slack.SayAsync("今天和东岭阀门的周总通了电话，对方对报价有兴趣"));

        var (method, authorization, body) = await _slack.SentAsync();
        Assert.Equal(("chat.postMessage", "Bearer " + SlackServer.Token, "D1"), (method, authorization, (string?)body["channel"]));
        Assert.Contains("东岭阀门", body.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.Null(body["thread_ts"]);
        await using var db = _bot.Open();
        Assert.Equal(("slack", "U1", "赵磊"), await db.PersonLinks.Select(l => ValueTuple.Create(l.Channel, l.UserId, l.Person.Name)).SingleAsync());
        Assert.Equal("zh-CN", await db.References.Where(r => r.Channel == "slack").Select(r => r.Locale).SingleAsync());
        Assert.DoesNotContain(SlackServer.Token, _slack.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_that_comes_again_is_answered_once_and_done_once()
    {
        var said = JsonNode.Parse("""{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"提醒我明天给凌云电缆打电话","ts":"1.1"}""")!.AsObject();
        await _slack.EventAsync(said.DeepClone().AsObject(), "Ev7");
        Assert.Equal(200, (await _slack.EventAsync(said.DeepClone().AsObject(), "Ev7", TimeSpan.FromSeconds(-3))).Status);

        await _slack.SentAsync();
        await _slack.StopAsync();
        Assert.True(_slack.NothingSent);
        await using var db = _bot.Open();
        Assert.Equal(1, await db.SeenMessages.CountAsync(s => s.Channel == "slack"));
    }

    /// <summary>Nothing was logged of it under its messenger's name.</summary>
    [Fact]
    public async Task What_breaks_is_logged_and_taken_when_the_very_same_comes_again()
    {
        const string Body = """{"type":"event_callback","event_id":"Ev8","event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"我的待办","ts":"1.2"}}""";
        var now = _slack.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = await _slack.Sign(now, Body);
        await using var db = _bot.Open();
        await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "PersonLinks" RENAME TO "Elsewhere" """);

        Assert.Equal(500, (await _slack.PostRawAsync(SlackEvents.Path, Body, now, signature)).Status);
        Assert.Contains("slack: event refused: 500", _slack.Logged, StringComparison.Ordinal);

        await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Elsewhere" RENAME TO "PersonLinks" """);
        Assert.Equal(200, (await _slack.PostRawAsync(SlackEvents.Path, Body, now, signature)).Status);
    }

    [Fact]
    public async Task What_a_stop_cuts_short_is_not_taken() =>
        Assert.Equal(nameof(OperationCanceledException), await AcknowledgedTurns.FaultAsync(() => throw new OperationCanceledException()));

    [Fact]
    public async Task A_button_works_with_what_was_filled_in_and_its_card_changes_in_place()
    {
        await _slack.SayAsync("提醒我明天给凌云电缆打电话");
        var posted = (await _slack.SentAsync()).Body["blocks"]!.AsArray();
        var undo = posted.SelectMany(b => b!["elements"]?.AsArray() ?? []).First(e => (string?)e!["text"]?["text"] == "撤销")!;

        Assert.Equal((200, ""), await _slack.PressAsync((string)undo["value"]!, "13.1"));

        var (method, _, body) = await _slack.SentAsync();
        Assert.Equal("D1", (string?)body["channel"]);
        Assert.Equal("chat.update", method);
        await using var db = _bot.Open();
        Assert.Equal(1, await db.Audit.CountAsync(a => a.UndoneAt != null));
    }

    [Theory]
    [InlineData("""{"team_id":"T1","profile":{"email":"nobody@example.com"}}""")]
    [InlineData("""{"team_id":"T1","profile":{}}""")]
    [InlineData("""{"team_id":"T2","profile":{"email":"zhao.lei@example.com"}}""")]
    [InlineData("""{"team_id":"T1","is_email_confirmed":false,"profile":{"email":"zhao.lei@example.com"}}""")]
    [InlineData("""{"team_id":"T1","is_bot":true,"profile":{"email":"zhao.lei@example.com"}}""")]
    public async Task Whoever_is_nobody_here_is_told_whom_to_ask(string user)
    {
        _slack.User = user;

        await _slack.SayAsync("我的商机");

        var (_, _, body) = await _slack.SentAsync();
        Assert.Contains("管理员", (string?)body["text"], StringComparison.Ordinal);
        await using var db = _bot.Open();
        Assert.Equal(0, await db.PersonLinks.CountAsync());
    }

    [Fact]
    public async Task An_address_that_two_people_have_is_nobodys()
    {
        await using (var db = _bot.Open())
        {
            (await db.People.FirstAsync(p => p.Name == "刘晨")).Email = "zhao.lei@example.com";
            await db.SaveChangesAsync();
        }

        await _slack.SayAsync("我的商机");

        await _slack.SentAsync();
        await using var after = _bot.Open();
        Assert.Equal(0, await after.PersonLinks.CountAsync());
    }

    [Fact]
    public async Task In_a_channel_the_bot_answers_to_its_name_and_in_the_thread()
    {
        await _slack.EventAsync(JsonNode.Parse("""{"type":"app_mention","channel":"C1","user":"U1","text":"<@UBOT> 我的商机","ts":"5.5"}""")!.AsObject(), "Ev9");

        var (_, _, body) = await _slack.SentAsync();
        Assert.Equal(("C1", "5.5"), ((string?)body["channel"], (string?)body["thread_ts"]));
    }

    [Theory]
    [InlineData("""{"bot_id":"B1"}""")]
    [InlineData("""{"user":"UBOT"}""")]
    [InlineData("""{"subtype":"message_changed"}""")]
    [InlineData("""{"subtype":"message_deleted"}""")]
    [InlineData("""{"channel_type":"channel","channel":"C1"}""")]
    [InlineData("""{"type":"app_mention"}""")]
    [InlineData("""{"type":"reaction_added"}""")]
    [InlineData("""{"user":null}""")]
    [InlineData("""{"text":{"a":1}}""")]
    [InlineData("""{"channel":7}""")]
    public async Task What_was_not_said_to_the_bot_is_left_alone(string members)
    {
        Assert.Equal((200, ""), await _slack.SayAsync("提醒我明天给凌云电缆打电话", members));

        await NothingHappenedAsync();
        Assert.Equal("", _slack.Logged);
    }

    [Fact]
    public async Task What_Slack_did_not_sign_lately_and_once_is_refused_and_leaves_one_line()
    {
        const string Body = """{"type":"event_callback","event_id":"Ev1","event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"提醒我明天给凌云电缆打电话"}}""";
        var now = _slack.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signature = SlackSignature.Of(SlackServer.Secret, now, System.Text.Encoding.UTF8.GetBytes(Body));

        Assert.Equal(401, (await _slack.PostRawAsync(SlackEvents.Path, Body, now, signature[..^1] + "x")).Status);
        Assert.Equal(401, (await _slack.PostRawAsync(SlackEvents.Path, Body.Replace("明天", "后天", StringComparison.Ordinal), now, signature)).Status);
        Assert.Equal(401, (await _slack.PostRawAsync(SlackEvents.Path, Body, "", "")).Status);
        Assert.Equal(401, (await _slack.PostAsync(SlackEvents.Path, Body, TimeSpan.FromMinutes(6))).Status);
        Assert.Equal(401, (await _slack.PostAsync(SlackEvents.Path, Body, TimeSpan.FromMinutes(-6))).Status);
        Assert.Equal(413, (await _slack.PostAsync(SlackEvents.Path, new string('x', 300_000))).Status);

        await NothingHappenedAsync();
        Assert.Equal(6, _slack.Logged.Split('\n').Length);
        Assert.DoesNotContain("凌云", _slack.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_signed_request_is_taken_once()
    {
        const string Body = """{"type":"url_verification","challenge":"x"}""";
        Assert.Equal(200, (await _slack.PostAsync(SlackEvents.Path, Body)).Status);
        Assert.Equal(401, (await _slack.PostAsync(SlackEvents.Path, Body)).Status);
        Assert.Contains("replayed", _slack.Logged, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SlackEvents.Path, "")]
    [InlineData(SlackEvents.Path, "{")]
    [InlineData(SlackEvents.Path, "[]")]
    [InlineData(SlackEvents.Path, "null")]
    [InlineData(SlackEvents.Path, """{"type":7}""")]
    [InlineData(SlackInteractivity.Path, "")]
    [InlineData(SlackInteractivity.Path, "payload=%7B")]
    [InlineData(SlackInteractivity.Path, "payload=%5B%5D&payload=%7B%7D")]
    [InlineData(SlackInteractivity.Path, """{"type":"block_actions"}""")]
    public async Task What_is_signed_but_malformed_is_refused(string path, string body)
    {
        Assert.Equal(400, (await _slack.PostAsync(path, body)).Status);
        await NothingHappenedAsync();
        Assert.Single(_slack.Logged.Split('\n'));
    }

    [Theory]
    [InlineData("no value of ours")]
    [InlineData("~%%%")]
    [InlineData("~AAAA")]
    [InlineData("null")]
    [InlineData("""{"Verb":"undo"}""")]
    public async Task A_button_that_is_none_of_ours_does_nothing(string value)
    {
        Assert.Equal((200, ""), await _slack.PressAsync(value, "13.2"));
        await NothingHappenedAsync();
    }

    private async Task NothingHappenedAsync()
    {
        await _slack.StopAsync();
        Assert.True(_slack.NothingSent);
        await using var db = _bot.Open();
        Assert.Equal((0, 0, 0), (await db.SeenMessages.CountAsync(), await db.References.CountAsync(r => r.Channel == "slack"), await db.PersonLinks.CountAsync()));
    }
}
