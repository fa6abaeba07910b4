using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Server.Channels.BotFramework;
using SalesBot.Server.Channels.BotFramework.Schema;
using SalesBot.Sharing;
using SalesBot.Tests.Talking;
using SalesBot.Words;

namespace SalesBot.Tests.Channels.BotFramework;

/// <summary>Deals and customers looked for in the compose box, and pasted.</summary>
public sealed class ComposeExtensionTests : IAsyncLifetime
{
    private TestBot _bot = null!;

    public async Task InitializeAsync() => _bot = await TestBot.StartAsync();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task What_is_found_is_what_the_asker_may_see_and_the_pasted_card_says_names_alone()
    {
        var found = await FindAsync("P2", "东岭");

        var first = found["attachments"]!.AsArray()[0]!;
        Assert.Contains("680,000", (string?)first["preview"]!["content"]!["text"], StringComparison.Ordinal);
        var card = first["content"]!.ToJsonString();
        Assert.DoesNotContain("680,000", card, StringComparison.Ordinal);
        Assert.Equal("show_deal", (string?)first["content"]!["refresh"]!["action"]!["verb"]);
        Assert.Null(first["content"]!["refresh"]!["userIds"]);
    }

    [Fact]
    public async Task Case_does_not_matter_and_nothing_found_is_said()
    {
        Assert.Equal("message", (string?)(await FindAsync("P2", "没有这家"))["type"]);
        Assert.Equal("result", (string?)(await FindAsync("P2", ""))["type"]);
    }

    [Fact]
    public async Task Strangers_and_who_may_not_read_deals_are_told_so_and_find_nothing()
    {
        var answer = await FindAsync("nobody", "东岭");

        Assert.Equal("message", (string?)answer["type"]);
        Assert.Contains("不认识", (string?)answer["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_link_of_ours_becomes_the_card_for_who_may_see_the_record_and_stays_a_link_for_others()
    {
        var unfurled = await LinkAsync("P2", "deals/D1");
        Assert.Contains("东岭", (string?)unfurled["composeExtension"]!["attachments"]![0]!["content"]!["body"]![0]!["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("680,000", unfurled["composeExtension"]!["attachments"]![0]!["content"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotEmpty(await LinkAsync("P2", "customers/C1"));

        Assert.Empty(await LinkAsync("nobody", "deals/D1"));
        Assert.Empty(await LinkAsync("P2", "deals/D99"));
        Assert.Empty(await LinkAsync("P2", "https://elsewhere.example/deals/D1"));
        Assert.Empty(await LinkAsync("P2", "not a link"));
    }

    [Theory]
    [InlineData("""{"parameters":"x","queryOptions":{"skip":-5,"count":"many"}}""")]
    [InlineData("""{"queryOptions":{"skip":1e99,"count":1000000}}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public async Task A_request_of_another_shape_is_taken_for_an_empty_one(string value)
    {
        var answer = await Compose().AnswerAsync(Asked("P2", JsonNode.Parse(value)), vouched: false, CancellationToken.None);
        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task A_card_that_Teams_brings_up_to_date_shows_each_reader_what_they_may_see_and_leaves_the_talk_alone()
    {
        var rep = _bot.As("赵磊");
        await rep.Says("东岭阀门怎么样了");
        var before = await FocusAsync();
        var runner = _bot.Get<TurnRunner>();

        var shown = await runner.RunAsync(Refresh("P2"), CancellationToken.None);
        Assert.Contains("680,000", shown.Replies[0].Card!.Value.GetRawText(), StringComparison.Ordinal);
        var refused = await runner.RunAsync(Refresh("nobody"), CancellationToken.None);
        Assert.Null(refused.Replies[0].Card);
        Assert.Equal(before, await FocusAsync());

        Turn Refresh(string person) => new(TurnKind.Pressed, new Address("msteams", "19:x_y@unq", person, IsGroup: true, "zh-CN", ""), Guid.NewGuid().ToString("N"), _bot.Clock.Now)
        {
            PersonKey = person, Press = new Press("show_deal", new() { ["deal"] = "D1" }, "1") { Automatic = true },
        };

        Task<List<string?>> FocusAsync() => _bot.Look(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.References.Where(r => !r.IsGroup).Select(r => r.Focus)));
    }

    [Fact]
    public async Task What_a_card_asks_by_itself_changes_nothing_and_leaves_no_trace()
    {
        var runner = _bot.Get<TurnRunner>();
        var turn = new Turn(TurnKind.Pressed, new Address("msteams", "19:x_y@unq", "P2", IsGroup: true, "zh-CN", ""), "a1", _bot.Clock.Now)
        {
            PersonKey = "P2", Press = new Press("update_amount", new() { ["deal"] = "D1", ["amount"] = "1" }, "1") { Automatic = true },
        };

        await runner.RunAsync(turn, CancellationToken.None);
        await runner.RunAsync(turn with { PersonKey = "nobody", ActivityId = "a2", Press = turn.Press! with { Verb = "show_deal" } }, CancellationToken.None);
        await runner.RunAsync(turn with { ActivityId = "a3", Press = turn.Press! with { Verb = "show_customer", Data = new() { ["customer"] = "C1" } } }, CancellationToken.None);

        await using var db = _bot.Open();
        Assert.Equal(680_000, db.Deals.Single(d => d.Key == "D1").Amount);
        Assert.Empty(db.Audit.ToList());
        Assert.Empty(db.References.ToList());
        Assert.Empty(db.CustomerLooks.ToList());
    }

    private async Task<JsonObject> FindAsync(string person, string text) =>
        (await Compose().AnswerAsync(Asked(person, new JsonObject { ["commandId"] = "find", ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = text }) }), vouched: false, CancellationToken.None)).Other!["composeExtension"]!.AsObject();

    private async Task<JsonObject> LinkAsync(string person, string link) =>
        (await Compose().AnswerAsync(Asked(person, new JsonObject { ["url"] = Uri.TryCreate(_bot.Get<PublicAddress>().Root, link, out var url) ? url.AbsoluteUri : link }) with { Name = ComposeExtension.PastedLink }, vouched: false, CancellationToken.None)).Other!;

    private ComposeExtension Compose() => new(_bot.Get<FindRecords>, _bot.Get<WordBook>(), TimeProvider.System);

    private static Activity Asked(string person, JsonNode? value) => new()
    {
        Type = "invoke", Name = ComposeExtension.Query, ChannelId = "msteams", ServiceUrl = "https://smba.example/", Locale = "zh-CN", Conversation = new ConversationAccount { Id = "a:1" }, From = new ChannelAccount { Id = person },
        Value = System.Text.Json.JsonSerializer.SerializeToElement(value),
    };
}
