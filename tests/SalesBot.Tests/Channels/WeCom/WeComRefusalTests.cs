using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesBot.Server.Channels;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.WeCom;

/// <summary>What must not get in, and what says nothing.</summary>
public sealed class WeComRefusalTests : IAsyncLifetime
{
    private TestBot _bot = null!;
    private WeComServer _wecom = null!;

    public async Task InitializeAsync() => _wecom = await WeComServer.StartAsync(_bot = await TestBot.StartAsync());

    public async Task DisposeAsync()
    {
        await _wecom.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData("LOCATION", "")]
    [InlineData("view", "<EventKey>https://x</EventKey>")]
    [InlineData("unsubscribe", "")]
    [InlineData("template_card_event", "<EventKey>no value of ours</EventKey><TaskId>t</TaskId><ResponseCode>c</ResponseCode>")]
    [InlineData("template_card_event", "<EventKey>{\"Verb\":\"undo\"}</EventKey><TaskId>t</TaskId>")]
    [InlineData("template_card_event", "<TaskId>t</TaskId>")]
    public async Task What_needs_no_answer_is_left_alone(string name, string more)
    {
        Assert.Equal((200, ""), await _wecom.PushAsync(WeComServer.Event(name, more)));
        await NothingHappenedAsync();
        Assert.Equal("", _wecom.Logged);
    }

    [Fact]
    public async Task What_WeCom_did_not_seal_for_us_lately_and_once_is_refused_and_leaves_one_line()
    {
        var now = _wecom.Now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var good = Sealed(WeComServer.Said("提醒我明天给凌云电缆打电话", "1"));
        var other = new CallbackCipher("another", WeComServer.Key, WeComServer.Corp);

        Assert.Equal(401, (await _wecom.PostRawAsync(WeComServer.Envelope(good), WeComServer.Query(WeComServer.Cipher.Sign(now, "1", good)[..^1] + "x", now, "1"))).Status);
        Assert.Equal(401, (await _wecom.PostRawAsync(WeComServer.Envelope(Sealed("<xml/>")), WeComServer.Query(WeComServer.Cipher.Sign(now, "2", good), now, "2"))).Status);
        Assert.Equal(401, (await _wecom.PostRawAsync(WeComServer.Envelope(good), WeComServer.Query(other.Sign(now, "3", good), now, "3"))).Status);
        Assert.Equal(401, (await _wecom.PostRawAsync(WeComServer.Envelope(good), "")).Status);
        Assert.Equal(401, (await _wecom.PushSealedAsync(good, TimeSpan.FromMinutes(11))).Status);
        Assert.Equal(401, (await _wecom.PushSealedAsync(good, TimeSpan.FromMinutes(-11))).Status);
        Assert.Equal(401, (await _wecom.PushSealedAsync(new CallbackCipher(WeComServer.Token, WeComServer.Key, "wwother").Seal("<xml/>"u8))).Status);
        Assert.Equal(401, (await _wecom.PushAsync(WeComServer.Said("我的商机", "2", agent: "1000003"))).Status);
        Assert.Equal(401, (await _wecom.PushAsync(WeComServer.Said("我的商机", "3", corp: "wwother"))).Status);
        Assert.Equal(413, (await _wecom.PostRawAsync(new string('x', 300_000), WeComServer.Query("x", now, "4"))).Status);
        Assert.Equal(401, (await _wecom.GetAsync(WeComServer.Query("x", now, "5") + "&echostr=" + Uri.EscapeDataString(good))).Status);

        await NothingHappenedAsync();
        Assert.Equal(11, _wecom.Logged.Split('\n').Length);
        Assert.DoesNotContain("凌云", _wecom.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_nonce_is_taken_once()
    {
        Assert.Equal(200, (await _wecom.PushAsync(WeComServer.Event("view"), nonce: "n")).Status);
        Assert.Equal(401, (await _wecom.PushAsync(WeComServer.Said("提醒我明天给凌云电缆打电话", "1"), nonce: "n")).Status);
        await NothingHappenedAsync();
        Assert.Contains("replayed", _wecom.Logged, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<xml>")]
    [InlineData("{}")]
    [InlineData("<xml/>")]
    [InlineData("<other><MsgType>text</MsgType></other>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><xml><MsgType>text</MsgType><Content>&x;</Content></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><xml><MsgType>text</MsgType><Content>&b;</Content></xml>")]
    public async Task What_is_malformed_is_refused_outside_and_inside(string xml)
    {
        Assert.Equal(400, (await _wecom.PostRawAsync(xml, WeComServer.Query("x", "1", "2"))).Status);
        Assert.Equal(400, (await _wecom.PushAsync(xml)).Status);
        await NothingHappenedAsync();
        Assert.Equal(2, _wecom.Logged.Split('\n').Length);
    }

    [Fact]
    public async Task What_is_signed_but_cannot_be_opened_is_refused()
    {
        var good = Convert.FromBase64String(Sealed(WeComServer.Said("我的商机", "1")));
        var altered = good.ToArray();
        altered[^1] ^= 1;

        Assert.Equal(400, (await _wecom.PushSealedAsync(Convert.ToBase64String(good.AsSpan(0, good.Length - 32)))).Status);
        Assert.Equal(400, (await _wecom.PushSealedAsync(Convert.ToBase64String(good.AsSpan(0, good.Length - 5)))).Status);
        Assert.Equal(400, (await _wecom.PushSealedAsync(Convert.ToBase64String(altered))).Status);
        Assert.Equal(400, (await _wecom.PushSealedAsync("no Base64")).Status);
        await NothingHappenedAsync();
    }

    /// <summary>With the same 16 random bytes each time: whether altered bytes still end in a sound padding is left to no chance.</summary>
    private static string Sealed(string xml) => WeComServer.Cipher.Seal(Encoding.UTF8.GetBytes(xml), new byte[16]);

    private async Task NothingHappenedAsync()
    {
        await _wecom.StopAsync();
        Assert.True(_wecom.NothingSent);
        await using var db = _bot.Open();
        Assert.Equal((0, 0, 0, 0), (await db.SeenMessages.CountAsync(), await db.References.CountAsync(r => r.Channel == "wecom"), await db.PersonLinks.CountAsync(), await db.EdgeNotes.CountAsync()));
    }
}
