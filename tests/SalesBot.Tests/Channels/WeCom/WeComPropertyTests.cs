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
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));

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

        Prop.ForAll(Mutated.Of(good), Mutated.Of(WeComServer.Envelope(nothing)), (text, envelope) =>
        {
            var nonce = "n" + ++number;
            var altered = wecom.PostRawAsync(WeComServer.Envelope(text), WeComServer.Query(WeComServer.Cipher.Sign(now, nonce, good), now, nonce)).GetAwaiter().GetResult();
            nonce = "n" + ++number;
            var around = wecom.PostRawAsync(envelope, WeComServer.Query(WeComServer.Cipher.Sign(now, nonce, nothing), now, nonce)).GetAwaiter().GetResult();
            return (text == good || altered.Status is 400 or 401) && around.Status is 200 or 400 or 401 && altered.Body.Length == 0 && around.Body.Length == 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

        await wecom.StopAsync();
        Assert.True(wecom.NothingSent);
        await using var db = bot.Open();
        Assert.Equal((0, 0, 0), (await db.SeenMessages.CountAsync(), await db.References.CountAsync(r => r.Channel == "wecom"), await db.EdgeNotes.CountAsync()));
        Assert.All([WeComServer.Token, WeComServer.Key, WeComServer.Secret, "凌云"], secret => Assert.DoesNotContain(secret, wecom.Logged, StringComparison.Ordinal));
    }
}
