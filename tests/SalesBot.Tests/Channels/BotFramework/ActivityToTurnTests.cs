using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Schema;

namespace SalesBot.Tests.Channels.BotFramework;

public sealed class ActivityToTurnTests
{
    [Theory]
    [InlineData("<at>SalesBot</at> 东岭阀门 120万", "东岭阀门 120万")]
    [InlineData("<at>SalesBot</at>&nbsp;东岭阀门 120万 ", "东岭阀门 120万")]
    [InlineData("交给 <at>王伟</at> 跟进 <at>SalesBot</at>", "交给 王伟 跟进")]
    [InlineData("<at id=\"0\">王伟</at> 1 < 2", "王伟 1 < 2")]
    [InlineData("a<b 和 c>d", "a<b 和 c>d")]
    public void Takes_the_bots_own_mention_out(string text, string said) => Assert.Equal(said, Read(Said(text))!.Text);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("<at>SalesBot</at>")]
    [InlineData(null)]
    public void Hears_nothing_in_an_empty_message(string? text) => Assert.Null(Read(Said(text)));

    [Fact]
    public void Knows_a_person_by_the_directory_and_an_address_by_the_channel()
    {
        var turn = Read(Said("hi"))!;

        Assert.Equal(("msteams", "19:abc@thread.tacv2;messageid=17", "0f9a", true, "zh-CN"), (turn.From.Channel, turn.From.ConversationId, turn.From.UserId, turn.From.IsGroup, turn.From.Locale));
        Assert.Null(turn.PersonKey);
        var route = ReplyToActivity.Route(turn.From)!;
        Assert.Equal(("https://smba.trafficmanager.net/apac/", "28:bot", "29:1abc"), (route.ServiceUrl, route.Bot!.Id, route.User!.Id));
    }

    [Fact]
    public void Takes_the_id_for_the_person_only_where_nobody_vouched() =>
        Assert.Equal("29:1abc", ActivityToTurn.Read(Said("hi"), press: null, vouched: false, SkippingClock.Start)!.PersonKey);

    [Theory]
    [InlineData("personal", false)]
    [InlineData("groupChat", true)]
    [InlineData("channel", true)]
    [InlineData(null, false)]
    public void Tells_a_group_by_its_type_where_the_channel_does_not_say(string? type, bool group)
    {
        var activity = Said("hi");
        activity.Conversation = new ConversationAccount { Id = "c", ConversationType = type };

        Assert.Equal(group, Read(activity)!.From.IsGroup);
    }

    [Fact]
    public void Reads_a_submitted_button()
    {
        var activity = Said(text: null);
        activity.ReplyToId = "card-1";
        activity.Value = Json("""{"verb":"approve","approval":"A1","amount":1200000.50,"yes":true,"no":false,"none":null,"list":[1],"msteams":{"type":"x"}}""");

        var press = Read(activity)!.Press!;

        Assert.Equal(("approve", "card-1"), (press.Verb, press.CardActivityId));
        Assert.Equal("amount=1200000.50;approval=A1;no=false;yes=true", string.Join(';', press.Data.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}")));
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[1]")]
    [InlineData("{\"verb\":\"\"}")]
    [InlineData("{\"verb\":{}}")]
    [InlineData("{\"other\":1}")]
    public void Falls_back_on_the_text_when_the_value_is_no_button(string value)
    {
        var activity = Said("hi");
        activity.Value = Json(value);

        Assert.Equal(TurnKind.Said, Read(activity)!.Kind);
    }

    [Fact]
    public void Tells_of_one_arrival_once_however_it_is_announced()
    {
        var update = Said(text: null) with { Type = "conversationUpdate", Id = "1", MembersAdded = [new ChannelAccount { Id = "28:bot" }, new ChannelAccount { Id = "29:1abc", AadObjectId = "0f9a" }] };
        var install = Said(text: null) with { Type = "installationUpdate", Id = "2", Action = "add" };

        Assert.Equal(TurnKind.Joined, Read(update)!.Kind);
        Assert.Equal(Read(install)!.ActivityId, Read(update)!.ActivityId);
        Assert.Null(Read(install with { Action = "remove" }));
        Assert.Null(Read(install with { Action = "add-upgrade" }));
        Assert.Null(Read(update with { MembersAdded = [new ChannelAccount { Id = "28:bot" }] }));
        Assert.Null(Read(update with { MembersAdded = null, MembersRemoved = [new ChannelAccount { Id = "29:2" }] }));
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("endOfConversation")]
    [InlineData("event")]
    [InlineData("somethingNew")]
    public void Lets_other_kinds_pass(string type) => Assert.Null(Read(Said("hi") with { Type = type }));

    [Fact]
    public void Refuses_ids_that_no_channel_makes()
    {
        Assert.True(ActivityToTurn.IsWellFormed(Said("hi")));
        Assert.False(ActivityToTurn.IsWellFormed(Said("hi") with { ServiceUrl = null }));
        Assert.False(ActivityToTurn.IsWellFormed(Said("hi") with { ChannelId = new string('x', 41) }));
        Assert.False(ActivityToTurn.IsWellFormed(Said("hi") with { Id = new string('x', 201) }));
        Assert.False(ActivityToTurn.IsWellFormed(Said("hi") with { Conversation = new ConversationAccount { Id = new string('x', 301) } }));
        Assert.False(ActivityToTurn.IsWellFormed(Said("hi") with { From = new ChannelAccount { Id = new string('x', 201) } }));
    }

    [Fact]
    public void Takes_the_locale_of_the_client_where_the_activity_has_none()
    {
        var activity = Said("hi") with { Locale = null, Entities = [JsonSerializer.Deserialize("""{"type":"clientInfo","locale":"en-US"}""", BotFrameworkJson.Wire.Entity)!] };

        Assert.Equal("en-US", Read(activity)!.From.Locale);
    }

    private static Turn? Read(Activity activity) => ActivityToTurn.Read(activity, press: null, vouched: true, SkippingClock.Start);

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private static Activity Said(string? text) => new()
    {
        Type = "message", Id = "17", ChannelId = "msteams", ServiceUrl = "https://smba.trafficmanager.net/apac/", Text = text, Locale = "zh-CN",
        From = new ChannelAccount { Id = "29:1abc", Name = "赵磊", AadObjectId = "0f9a" },
        Recipient = new ChannelAccount { Id = "28:bot", Name = "SalesBot" },
        Conversation = new ConversationAccount { Id = "19:abc@thread.tacv2;messageid=17", IsGroup = true, ConversationType = "channel" },
        Entities = [new Entity { Type = "mention", Text = "<at>SalesBot</at>", Mentioned = new ChannelAccount { Id = "28:bot" } }, new Entity { Type = "mention", Text = "<at>王伟</at>", Mentioned = new ChannelAccount { Id = "29:2" } }],
    };
}
