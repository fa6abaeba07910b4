using System.Text.Json;
using SalesBot.Conversation;

namespace SalesBot.Tests.Channels.BotFramework;

public sealed class BotFrameworkMessengerTests : IAsyncLifetime
{
    private readonly RenderedReply _card = new("summary", JsonElement.Parse("""{"type":"AdaptiveCard","version":"1.5"}"""));
    private EdgeServer _edge = null!;

    public async Task InitializeAsync() => _edge = await EdgeServer.StartAsync("Development", ("Retries", "0"));

    public Task DisposeAsync() => _edge.DisposeAsync().AsTask();

    [Fact]
    public async Task Speaks_first_where_it_was_spoken_to()
    {
        await _edge.PostAsync("""{"text":"hi"}""");
        var seat = Assert.Single(_edge.Turns).From;

        var delivery = await _edge.Messenger.SendAsync(new Outgoing(seat, _card), default);

        Assert.Equal(Delivery.Accepted("a2"), delivery);
        Assert.Equal("/apac/v3/conversations/a%3A1/activities", _edge.Connector.Calls[1].Target);
        Assert.Null(_edge.Connector.Calls[1].Body!["replyToId"]);
    }

    [Fact]
    public async Task Keeps_the_id_of_an_updated_card_that_the_channel_does_not_repeat()
    {
        _edge.Connector.Plan(200);

        Assert.Equal(Delivery.Accepted("card-1"), await SendAsync(new Outgoing(Seat, _card, UpdatesActivityId: "card-1")));
    }

    [Fact]
    public async Task Does_not_post_anew_a_card_that_was_only_to_be_kept_up_to_date()
    {
        _edge.Connector.Plan(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""");

        Assert.Equal(Delivery.Refused("404 ActivityNotFoundInConversation"), await SendAsync(new Outgoing(Seat, _card, UpdatesActivityId: "card-1")));
        Assert.Single(_edge.Connector.Calls);
    }

    [Fact]
    public async Task A_decision_comes_below_a_card_that_is_gone()
    {
        _edge.Connector.Plan(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""");

        Assert.Equal(Delivery.Accepted("a2"), await SendAsync(new Outgoing(Seat, _card with { ComesAnew = true }, UpdatesActivityId: "card-1")));
        Assert.Equal(("PUT", "POST"), (_edge.Connector.Calls[0].Method, _edge.Connector.Calls[1].Method));
    }

    [Fact]
    public async Task Says_in_words_what_is_too_big_as_a_card()
    {
        _edge.Connector.Plan(413, """{"error":{"code":"MessageSizeTooBig"}}""");

        Assert.Equal(Delivery.Accepted("a2"), await SendAsync(new Outgoing(Seat, _card)));
        Assert.Equal("summary", (string?)_edge.Connector.Calls[1].Body!["text"]);
        Assert.Null(_edge.Connector.Calls[1].Body!["attachments"]);
    }

    [Fact]
    public async Task Tells_the_outbox_when_to_come_back()
    {
        _edge.Connector.Plan(429, "", ("Retry-After", "90")).Plan(503).Plan(403);

        Assert.Equal(Delivery.RetryLater("429 TooManyRequests", TimeSpan.FromSeconds(90)), await SendAsync(new Outgoing(Seat, _card)));
        Assert.Equal(DeliveryOutcome.RetryLater, (await SendAsync(new Outgoing(Seat, _card))).Outcome);
        Assert.Equal(Delivery.Refused("403 Forbidden"), await SendAsync(new Outgoing(Seat, _card)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"serviceUrl":"ftp://x/","conversation":{"id":"c"}}""")]
    [InlineData("""{"serviceUrl":"http://127.0.0.1:1/","conversation":{"id":".."}}""")]
    public async Task Refuses_a_route_that_leads_nowhere(string route) =>
        Assert.Equal(DeliveryOutcome.Refused, (await SendAsync(new Outgoing(Seat with { Route = route }, _card))).Outcome);

    [Fact]
    public async Task Offers_no_suggestions_in_a_group()
    {
        await SendAsync(new Outgoing(Seat with { IsGroup = true }, _card with { QuickReplies = [new QuickReply("t", "s")] }));

        Assert.Null(Assert.Single(_edge.Connector.Calls).Body!["suggestedActions"]);
    }

    /// <summary>Who has no OneDrive cannot accept, and Teams does not tell.</summary>
    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task A_company_may_have_links_in_place_of_offers(string setting, bool offered)
    {
        await using var edge = await EdgeServer.StartAsync("Development", ("Retries", "0"), ("OfferFiles", setting));
        var seat = Seat with { Route = Seat.Route.Replace(_edge.Connector.ServiceUrl, edge.Connector.ServiceUrl, StringComparison.Ordinal) };

        await edge.Messenger.SendAsync(new Outgoing(seat, new RenderedReply("https://bot.example/export/1") { File = new OfferedFile("x.csv", 10, "k", "3 rows") }), default);

        var body = edge.Connector.Calls[^1].Body!;
        Assert.Equal((offered, !offered), (body["attachments"] is not null, (string?)body["text"] == "https://bot.example/export/1"));
    }

    [Theory]
    [InlineData("msteams", true)]
    [InlineData("webchat", true)]
    [InlineData("emulator", true)]
    [InlineData("feishu", false)]
    [InlineData("slack", false)]
    public void Serves_the_Azure_channels(string channel, bool served) => Assert.Equal(served, _edge.Messenger.Serves(channel));

    private Address Seat => new("msteams", "c", "u", IsGroup: false, Locale: null, $$"""{"serviceUrl":"{{_edge.Connector.ServiceUrl}}","conversation":{"id":"c"},"channelId":"msteams"}""");

    private Task<Delivery> SendAsync(Outgoing message) => _edge.Messenger.SendAsync(message, default);
}
