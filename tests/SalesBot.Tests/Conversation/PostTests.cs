using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Tests.Talking;
using SalesBot.Words;

namespace SalesBot.Tests.Conversation;

public sealed class PostTests
{
    private static readonly View Before = new("text", new { Title = "before", Paragraphs = Array.Empty<string>(), Buttons = Array.Empty<Button>() }, new Word("Suggest.help"), "deal:D1");
    private static readonly View After = Before with { Data = new { Title = "after", Paragraphs = Array.Empty<string>(), Buttons = Array.Empty<Button>() } };

    [Fact]
    public async Task A_job_tells_somebody_and_writes_down_what_it_changed_by_itself()
    {
        await using var bot = await TestBot.StartAsync();

        await Record(bot, [await Notice(bot, "王芳")], [], rename: true);

        await bot.As("王芳").IsTold("before");
        var entry = await bot.Look(db => db.Audit.SingleAsync());
        Assert.Equal(("a_job", null, null), (entry.Command, entry.PersonId, entry.UndoUntil));
        Assert.Contains("renamed", entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_must_wait_is_not_sent_before_its_time_and_shows_what_is_true_then()
    {
        await using var bot = await TestBot.StartAsync();
        await Record(bot, [await Notice(bot, "王芳") with { NotBefore = TestBot.Start.AddHours(3) }], []);
        await bot.DeliverAsync();
        Assert.Empty(await bot.As("王芳").SeenAsync());

        await Record(bot, [], [new Refresh("deal:D1", _ => After)]);
        bot.Clock.Advance(TimeSpan.FromHours(3));
        await bot.DeliverAsync();

        Assert.Equal("after", Assert.Single(await bot.As("王芳").SeenAsync()).Text.Trim());
    }

    [Fact]
    public async Task A_card_is_renewed_once_for_everybody_who_has_it_even_when_the_renewal_has_to_wait()
    {
        await using var bot = await TestBot.StartAsync();
        await Record(bot, [await Notice(bot, "王芳"), await Notice(bot, "赵磊")], []);
        await bot.DeliverAsync();

        await Record(bot, [], [new Refresh("deal:D1", _ => After)]);
        await Record(bot, [], [new Refresh("deal:D1", _ => After)]);
        await bot.DeliverAsync();

        Assert.Equal("after", Assert.Single(await bot.As("王芳").SeenAsync()).Text.Trim());
        Assert.Equal("after", Assert.Single(await bot.As("赵磊").SeenAsync()).Text.Trim());
        Assert.Equal(4, await bot.Look(db => db.Outbox.CountAsync()));
    }

    private static async Task<Notice> Notice(TestBot bot, string name) => new(await bot.PersonAsync(name), Before);

    private static async Task Record(TestBot bot, IReadOnlyList<Notice> notices, IReadOnlyList<Refresh> refreshes, bool rename = false)
    {
        await using var db = bot.Open();
        if (rename)
        {
            (await db.Deals.FirstAsync(d => d.Key == "D1")).Name = "renamed";
        }

        var org = await OrgChart.LoadAsync(db, CancellationToken.None);
        await bot.Get<Ledger>().RecordAsync(db, org, "a_job", notices, refreshes, bot.Clock.Now, CancellationToken.None);
        await db.SaveChangesAsync();
    }
}
