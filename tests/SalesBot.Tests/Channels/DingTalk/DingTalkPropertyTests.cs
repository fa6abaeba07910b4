using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using SalesBot.Server.Channels;
using SalesBot.Server.Channels.DingTalk;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.DingTalk;

/// <summary>What holds for whatever comes.</summary>
public sealed class DingTalkPropertyTests
{
    private static readonly DingTalkOptions Options = new() { CorpId = DingTalkServer.Corp, AppKey = DingTalkServer.AppKey };

    [Fact]
    public async Task Any_message_and_any_press_is_read_or_left()
    {
        await using var bot = await TestBot.StartAsync();
        await using var dingtalk = await DingTalkServer.StartAsync(bot);
        string[] payloads =
        [
            dingtalk.Said("提醒我明天给凌云电缆打电话").ToJsonString(), dingtalk.Said("", """{"msgtype":"richText","content":{"richText":[{"text":"a"},{"downloadCode":"F1"}]}}""").ToJsonString(),
            dingtalk.Said("", """{"msgtype":"file","content":{"downloadCode":"F1","fileName":"x"}}""").ToJsonString(), DingTalkServer.Pressed("sb-1", "#K7FQ2").ToJsonString(),
        ];
        Prop.ForAll(Mutated.Of(payloads), text =>
        {
            if (WireJson.Parse(Encoding.UTF8.GetBytes(text)) is not { } json)
            {
                return true;
            }

            _ = DingTalkMessage.IsForeign(json, Options) || DingTalkMessage.IsForAnother(json, Options);
            var turn = DingTalkMessage.Read(json, TestBot.Start, _ => true, _ => _ => throw new InvalidOperationException());
            var press = DingTalkPress.Read(json, "1");
            return (turn is null || (turn.ActivityId.Length <= 200 && turn.From.UserId.Length <= 200 && turn.From.ConversationId.Length <= 300)) && (press is null || (press.Id.Length <= 200 && press.Card.Length <= 200));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(AlteredRequests.Number));
    }

    /// <summary>Only the moment is signed: an altered moment or signature is refused, and an altered body of another company says nothing.</summary>
    [Fact]
    public async Task Any_altered_request_is_refused_and_writes_nothing_and_tells_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        await using var dingtalk = await DingTalkServer.StartAsync(bot);
        var now = dingtalk.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var sign = DingTalkSignature.OfMessage(now, DingTalkServer.AppSecret);
        var body = dingtalk.Said("提醒我明天给凌云电缆打电话").ToJsonString();
        var foreign = dingtalk.Said("提醒我明天给凌云电缆打电话", """{"senderCorpId":"another-company","chatbotCorpId":"another-company"}""").ToJsonString();

        AlteredRequests.Send(from altered in Mutated.Of(sign).Generator from wild in Mutated.Of(foreign).Generator select (altered, wild), async request =>
        {
            Assert.Equal(401, request.altered != sign && AlteredRequests.IsHeader(request.altered) ? (await dingtalk.PostRawAsync(body, now, request.altered)).Status : 401);
            var (status, answer) = await dingtalk.PostRawAsync(request.wild, now, sign);
            Assert.True(status is 200 or 400 or 401 && answer.Length == 0, $"{status} {answer} to {request.wild}");
        });

        await dingtalk.StopAsync();
        Assert.True(dingtalk.NothingSent);
        await using var db = bot.Open();
        Assert.Equal((0, 0, 0), (await db.SeenMessages.CountAsync(), await db.References.CountAsync(r => r.Channel == "dingtalk"), await db.EdgeNotes.CountAsync()));
        Assert.All(dingtalk.Logged.Split('\n'), line => Assert.StartsWith("dingtalk: ", line, StringComparison.Ordinal));
        Assert.All([DingTalkServer.AppSecret, DingTalkServer.PathSecret, "hook-secret", "凌云"], secret => Assert.DoesNotContain(secret, dingtalk.Logged, StringComparison.Ordinal));
    }
}
