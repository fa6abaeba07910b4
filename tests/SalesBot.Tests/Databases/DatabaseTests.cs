using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Language.Names;
using SalesBot.Language.Text;
using SalesBot.Nudges;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Databases;

/// <summary>What must be so on SQLite and on PostgreSQL alike.</summary>
public sealed class DatabaseTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Migrations_apply_and_hold_the_whole_model(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await using var db = bot.Open();
        Assert.Equal(store == Store.Postgres, db.Database.IsNpgsql());
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.False(db.Database.HasPendingModelChanges(), "src/SalesBot.Design/migrate.sh NAME");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Undo_puts_back_exactly_what_was_there(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "800000.55"));
        rep.Hears("¥680,000 → **¥800,000.55**");

        await rep.Presses("撤销");

        rep.Hears("已撤销");
        Assert.Equal(680_000, await AmountAsync(bot));
        await rep.Forges("undo");
        rep.Hears("没有可以撤销的操作");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_delivered_twice_at_once_counts_once_and_hears_the_same(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await using var other = await bot.SecondNodeAsync();
        var turn = Amount("P2", "same-id", "D1", 700_000);

        var answers = await Task.WhenAll(Task.Run(() => Run(bot, turn)), Task.Run(() => Run(other, turn)), Task.Run(() => Run(bot, turn)));

        Assert.Single(answers, a => !a.Repeated);
        Assert.Single(answers.Select(a => a.Replies[0].Card!.Value.GetRawText()).Distinct(StringComparer.Ordinal));
        Assert.Equal(1, await bot.Look(db => db.Audit.CountAsync()));
        Assert.Equal(700_000, await AmountAsync(bot));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_at_once_on_one_deal_lose_nothing(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await using var other = await bot.SecondNodeAsync();
        string[] people = ["P2", "P1", "P9", "P0"];

        var answers = await Task.WhenAll(people.Select((person, i) => Task.Run(() => Run(i % 2 == 0 ? bot : other, Amount(person, "t" + i, "D1", 700_000 + i)))));

        Assert.All(answers, a => Assert.NotNull(a.Replies[0].Card));
        var audit = await bot.Look(db => db.Audit.OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(4, audit.Count);
        var steps = audit.Select(a => ChangeLog.FromJson(a.Changes).Single(c => c.Record == nameof(Deal)).Fields.Single(f => f.Field == nameof(Deal.Amount))).ToList();
        Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.Equal(decimal.Parse(pair.First.After!, null), decimal.Parse(pair.Second.Before!, null)));
        Assert.Equal(decimal.Parse(steps[^1].After!, null), await AmountAsync(bot));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Names_that_one_node_writes_are_known_to_the_other(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await using var other = await bot.SecondNodeAsync();
        await bot.As("赵磊").Says("新客户：海川仪表 联系人何敏 13700002222");
        Assert.Empty(Named(other));

        await other.Get<NameFeed>().CatchUpAsync(CancellationToken.None);
        Assert.Equal("海川仪表", Assert.Single(Named(other)).Name);

        await bot.As("赵磊").Presses("撤销");
        await other.Get<NameFeed>().CatchUpAsync(CancellationToken.None);
        Assert.Empty(Named(other));

        static List<NamedRecord> Named(TestBot node) => [.. MentionFinder.Find(node.Get<EntityIndex>(), NormalText.Of("海川仪表怎么样了"), _ => true, found => found).Found.SelectMany(mention => mention.Records)];
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_nudge_is_told_once_by_two_nodes_at_once(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await using var other = await bot.SecondNodeAsync();
        await bot.Look(db => db.Deals.Where(d => d.Key == "D1").ExecuteUpdateAsync(s => s.SetProperty(d => d.StageSince, TestBot.Start.AddDays(-9))));

        await Task.WhenAll(Task.Run(bot.ScanAsync), Task.Run(other.ScanAsync));
        Assert.Equal(2, await bot.Look(db => db.Findings.CountAsync()));
        await Task.WhenAll(Task.Run(bot.TellAsync), Task.Run(other.TellAsync));

        Assert.Equal(2, await bot.Look(db => db.Outbox.CountAsync()));
        Assert.All(await bot.FoundAsync(), f => Assert.Equal(FindingState.Told, f.State));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Text_that_a_database_may_choke_on_is_answered(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");

        await rep.Says("东岭阀门\0 \ud83d 怎么样了 😀 \u202e");
        rep.DoesNotHear("E0");
        await rep.Forges("explain_stall", ("deal", "D1"), ("reason", "等\0预算\ud800"), ("next_step", "打电话😀"), ("date", "2026-03-20"));

        Assert.Empty(await bot.Look(db => db.Audit.Where(a => a.Refused).ToListAsync()));
        Assert.Equal(new DateOnly(2026, 3, 20), await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.NextStepOn).FirstAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Text_that_is_longer_than_its_column_is_refused_with_the_limit(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await using var db = bot.Open();
        Assert.Null(TooLong.Refuse(db));
        (await db.Deals.FirstAsync(d => d.Key == "D1")).NextStep = new string('x', 401);
        db.ChangeTracker.DetectChanges();

        Assert.Equal("Error.too_long", TooLong.Refuse(db)!.View.Text.Key);

        Assert.False(db.ChangeTracker.HasChanges());
    }

    private static Turn Amount(string person, string id, string deal, decimal amount) =>
        new(TurnKind.Pressed, new Address("test", "c-" + person, person, IsGroup: false, "zh-CN", Route: ""), id, TestBot.Start)
        {
            PersonKey = person, Press = new Press("update_amount", new() { ["deal"] = deal, ["amount"] = amount.ToString(System.Globalization.CultureInfo.InvariantCulture) }, null),
        };

    private static Task<TurnAnswer> Run(TestBot bot, Turn turn) => bot.Get<TurnRunner>().RunAsync(turn, CancellationToken.None);

    private static Task<decimal?> AmountAsync(TestBot bot) => bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).FirstAsync());
}
