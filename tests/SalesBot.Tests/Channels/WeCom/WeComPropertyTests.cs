using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using SalesBot.Server.Channels.WeCom;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.WeCom;

/// <summary>What holds for whatever comes.</summary>
public sealed class WeComPropertyTests
{
    private static readonly string[] Inside =
    [
        WeComServer.Said("提醒我明天给凌云电缆打电话", "1"), WeComServer.Event("enter_agent"),
        WeComServer.Event("template_card_event", "<EventKey><![CDATA[{\"Verb\":\"undo\",\"Data\":{\"act\":\"A1\"}}]]></EventKey><TaskId><![CDATA[sb-1]]></TaskId><ResponseCode><![CDATA[c]]></ResponseCode>"),
        WeComServer.Said("x", "2").Replace("[text]", "[image]", StringComparison.Ordinal).Replace("<Content>", "<MediaId>M1</MediaId><Content>", StringComparison.Ordinal),
    ];

    [Fact]
    public void Any_sealed_message_is_read_or_left() => Prop.ForAll(Mutated.Of(Inside), xml =>
    {
        if (WeComXml.ParseTyped(Encoding.UTF8.GetBytes(xml)) is { } read && read.Text("MsgType") is not null)
        {
            var turn = WeComCallback.Read(read, TestBot.Start, (_, _) => _ => throw new InvalidOperationException());
            return turn is null || (turn.ActivityId.Length <= 200 && turn.From.UserId.Length <= 64);
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(AlteredRequests.Number));

    /// <summary>The signature holds for no altered text, and what is in the envelope beside it says nothing.</summary>
    [Fact]
    public async Task Any_altered_request_is_refused_and_writes_nothing_and_tells_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        await using var wecom = await WeComServer.StartAsync(bot);
        var now = wecom.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var good = WeComServer.Cipher.Seal(Encoding.UTF8.GetBytes(Inside[0]));
        var nothing = WeComServer.Cipher.Seal(Encoding.UTF8.GetBytes(WeComServer.Event("view")));
        var number = 0;

        var requests = from text in Mutated.Of(good).Generator from envelope in Mutated.Of(WeComServer.Envelope(nothing)).Generator select (text, envelope);
        AlteredRequests.Send(requests, async request =>
        {
            var nonce = "n" + Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture);
            var (status, body) = IsGood(request.text) ? (401, "") : await wecom.PostRawAsync(WeComServer.Envelope(request.text), WeComServer.Query(WeComServer.Cipher.Sign(now, nonce, good), now, nonce));
            Assert.True(status is 400 or 401 && body.Length == 0, $"{status} {body} to {request.text}");
            nonce = "n" + Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture);
            (status, body) = await wecom.PostRawAsync(request.envelope, WeComServer.Query(WeComServer.Cipher.Sign(now, nonce, nothing), now, nonce));
            Assert.True(status is 200 or 400 or 401 && body.Length == 0, $"{status} {body} to {request.envelope}");
        });

        // What was put in may be markup that says nothing.
        bool IsGood(string text) => WeComXml.ParseTyped(Encoding.UTF8.GetBytes(WeComServer.Envelope(text)))?.Text("Encrypt") == good;

        await wecom.StopAsync();
        Assert.True(wecom.NothingSent);
        await using var db = bot.Open();
        Assert.Equal((0, 0, 0), (await db.SeenMessages.CountAsync(), await db.References.CountAsync(r => r.Channel == "wecom"), await db.EdgeNotes.CountAsync()));
        Assert.All(wecom.Logged.Split('\n'), line => Assert.StartsWith("wecom: ", line, StringComparison.Ordinal));
        Assert.All([WeComServer.Token, WeComServer.Key, WeComServer.Secret, "凌云"], secret => Assert.DoesNotContain(secret, wecom.Logged, StringComparison.Ordinal));
    }
}
