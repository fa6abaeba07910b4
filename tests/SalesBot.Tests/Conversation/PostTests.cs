using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Tests.Databases;
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

    /// <summary>The pieces that had arrived were noted together with the old content, which then went out in place of the new one.</summary>
    [Fact]
    public async Task A_card_that_was_renewed_while_a_part_of_it_was_sent_goes_out_whole_and_as_it_is_now()
    {
        await using var bot = await TestBot.StartAsync();
        await Record(bot, [await Notice(bot, "王芳")], []);
        bot.Messenger.Meanwhile = () => Record(bot, [], [new Refresh("deal:D1", _ => After)]);
        bot.Messenger.Fails = _ => Delivery.RetryLater("timeout") with { Said = 1 };
        await bot.DeliverAsync();

        bot.Messenger.Fails = _ => null;
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        await bot.DeliverAsync();

        Assert.Equal("after", Assert.Single(await bot.As("王芳").SeenAsync()).Text.Trim());
        Assert.Equal(0, Assert.Single(bot.Messenger.To((await bot.PersonAsync("王芳")).Key)).Message.Said);
    }

    [Fact]
    public async Task A_part_that_was_sent_is_not_sent_again()
    {
        await using var bot = await TestBot.StartAsync();
        await Record(bot, [await Notice(bot, "王芳")], []);
        bot.Messenger.Fails = _ => Delivery.RetryLater("timeout") with { Said = 1 };
        await bot.DeliverAsync();

        bot.Messenger.Fails = _ => null;
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        await bot.DeliverAsync();

        Assert.Equal(1, Assert.Single(bot.Messenger.To((await bot.PersonAsync("王芳")).Key)).Message.Said);
    }

    [Fact]
    public async Task A_card_that_was_renewed_while_it_was_sent_changes_where_it_arrived()
    {
        await using var bot = await TestBot.StartAsync();
        await Record(bot, [await Notice(bot, "王芳")], []);
        bot.Messenger.Meanwhile = () => Record(bot, [], [new Refresh("deal:D1", _ => After)]);

        await bot.DeliverAsync();

        Assert.Equal("after", Assert.Single(await bot.As("王芳").SeenAsync()).Text.Trim());
    }

    /// <summary>Read before the card arrived and saved after it: the card stayed as it was, and nobody heard of the decision.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_renewal_of_a_card_that_arrives_before_it_is_saved_is_not_lost(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await Record(bot, [await Notice(bot, "王芳")], []);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Record(bot, [], [new Refresh("deal:D1", _ => After)], before: bot.DeliverAsync));

        await Record(bot, [], [new Refresh("deal:D1", _ => After)]);
        await bot.DeliverAsync();

        Assert.Equal("after", Assert.Single(await bot.As("王芳").SeenAsync()).Text.Trim());
    }

    /// <summary>Those after it waited for five minutes.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_was_taken_away_while_it_was_sent_keeps_nobody_elses_back(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await Record(bot, [await Notice(bot, "王芳"), await Notice(bot, "赵磊")], []);
        bot.Messenger.Meanwhile = () => bot.Look(db => db.Outbox.OrderBy(o => o.Id).Take(1).ExecuteDeleteAsync());

        Assert.Equal(2, await bot.DeliverAsync());

        Assert.Single(await bot.As("赵磊").SeenAsync());
        Assert.Equal(["赵磊"], await bot.Look(db => db.SentCards.Select(c => c.Reference.Person!.Name).ToListAsync()));
        Assert.Equal(OutboxState.Accepted, await bot.Look(db => db.Outbox.Select(o => o.State).SingleAsync()));
    }

    /// <summary>It was not known as the card, so that the change after it changed nothing.</summary>
    [Fact]
    public async Task A_card_that_came_below_the_old_one_is_the_one_that_changes_next()
    {
        await using var bot = await TestBot.StartAsync();
        await Record(bot, [await Notice(bot, "王芳")], []);
        await bot.DeliverAsync();
        bot.Messenger.Fails = message => message.UpdatesActivityId is null ? null : Delivery.Accepted("below");
        await Record(bot, [], [new Refresh("deal:D1", _ => After) { IsLast = true }]);
        await bot.DeliverAsync();

        bot.Messenger.Fails = _ => null;
        await Record(bot, [], [new Refresh("deal:D1", _ => Before)]);
        await bot.DeliverAsync();

        Assert.Contains(bot.Messenger.To((await bot.PersonAsync("王芳")).Key), m => m.ActivityId == "below");
    }

    private static async Task<Notice> Notice(TestBot bot, string name) => new(await bot.PersonAsync(name), Before);

    private static async Task Record(TestBot bot, IReadOnlyList<Notice> notices, IReadOnlyList<Refresh> refreshes, bool rename = false, Func<Task>? before = null)
    {
        await using var db = bot.Open();
        if (rename)
        {
            (await db.Deals.FirstAsync(d => d.Key == "D1")).Name = "renamed";
        }

        var org = await OrgChart.LoadAsync(db, CancellationToken.None);
        await bot.Get<Ledger>().RecordAsync(db, org, "a_job", notices, refreshes, bot.Clock.Now, CancellationToken.None);
        await (before?.Invoke() ?? Task.CompletedTask);
        await db.SaveChangesAsync();
    }
}
