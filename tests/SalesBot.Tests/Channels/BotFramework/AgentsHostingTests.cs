using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Tests.Npm;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Channels.BotFramework;

/// <summary>What Microsoft's agents-hosting hands on to us from its user, and what it lets through to them.</summary>
public sealed class AgentsHostingTests : IAsyncLifetime
{
    private const string Reminder = "提醒我明天给凌云电缆打电话";

    private TestBot _bot = null!;
    private AgentsHost _agent = null!;

    public async Task InitializeAsync()
    {
        if (NodeScript.Missing is not null)
        {
            return;
        }

        _bot = await TestBot.StartAsync();
        await using var db = _bot.Open();
        (await db.People.FirstAsync(p => p.Name == "赵磊")).Email = "zhao.lei@example.com";
        await db.SaveChangesAsync();
        _agent = await AgentsHost.StartAsync(_bot);
    }

    public async Task DisposeAsync()
    {
        if (NodeScript.Missing is null)
        {
            await _agent.DisposeAsync();
            await _bot.DisposeAsync();
        }
    }

    [NodeFact]
    public async Task What_an_agent_hands_on_is_done_and_its_user_gets_the_card_and_sees_it_change()
    {
        _agent.Grants();

        Assert.Null(await _agent.SayAsync(Reminder));

        var (method, _, body) = await _agent.Edge.SentAsync();
        Assert.Equal("POST /apac/v3/conversations/a:1/activities/said-a", method);
        Assert.Contains(CardTexts.Strings(body), s => s.Contains("凌云电缆", StringComparison.Ordinal));
        Assert.Equal("赵磊", await _bot.Look(db => db.Todos.OrderByDescending(t => t.Id).Select(t => t.Owner.Name).FirstAsync()));

        Assert.Null(await _agent.PressAsync(Button(body, "撤销"), "card-a"));

        (method, _, _) = await _agent.Edge.SentAsync();
        Assert.Equal("PUT /apac/v3/conversations/a:1/activities/card-a", method);
        Assert.Equal(1, await _bot.Look(db => db.Audit.CountAsync(a => a.UndoneAt != null)));
    }

    [NodeFact]
    public async Task What_comes_unasked_reaches_the_agents_user_too()
    {
        _agent.Grants();
        Assert.Null(await _agent.SayAsync("我的待办"));
        await _agent.Edge.SentAsync();
        var seat = (await _bot.Look(db => db.References.SingleAsync())).Address;

        Assert.Equal(DeliveryOutcome.Accepted, (await _agent.Messenger.SendAsync(new Outgoing(seat, new RenderedReply("逾期 3 天")), default)).Outcome);

        Assert.Equal("逾期 3 天", (string?)(await _agent.Edge.SentAsync()).Body["text"]);
    }

    [NodeTheory]
    [InlineData("other app")]
    [InlineData("other audience")]
    [InlineData("foreign tenant")]
    [InlineData("expired")]
    [InlineData("forged")]
    public async Task With_a_token_that_is_not_ours_to_trust_nothing_is_done_and_nothing_said(string fault)
    {
        var todos = await _bot.Look(db => db.Todos.CountAsync());
        const string Other = "99999999-bbbb-cccc-dddd-eeeeeeeeeeee";
        _agent.Grants(
            claims => _ = fault switch
            {
                "other app" => claims["azp"] = Other,
                "other audience" => claims["aud"] = Other,
                "foreign tenant" => (claims["iss"], claims["tid"]) = ($"https://login.microsoftonline.com/{Other}/v2.0", Other),
                "expired" => claims["exp"] = TestBot.Start.AddMinutes(-6).ToUnixTimeSeconds(),
                _ => default(object),
            },
            fault is "forged");

        Assert.Contains("Unauthorized", await _agent.SayAsync(Reminder), StringComparison.Ordinal);

        await _agent.Edge.StopAsync();
        Assert.True(_agent.Edge.NothingSent);
        Assert.Equal((todos, 0, 0), (await _bot.Look(db => db.Todos.CountAsync()), await _bot.Look(db => db.SeenMessages.CountAsync()), await _bot.Look(db => db.PersonLinks.CountAsync())));
        Assert.Single(_agent.Edge.Logged.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static JsonNode Button(JsonNode message, string title) => CardTexts.Objects(message["attachments"]).First(a => (string?)a["title"] == title);
}
