using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.FollowUps;
using SalesBot.Nudges;
using SalesBot.Nudges.Trial;
using SalesBot.People;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>Before rules are saved one sees what they would have done in the past, and will do on the coming days; with the rules' own evaluation (AL-04).</summary>
public sealed class TrialTests
{
    private const int Days = 50;

    [Theory]
    [InlineData("stalled", 7, 9)]
    [InlineData("stalled", 9, 4)]
    [InlineData("silent", 12, 20)]
    [InlineData("silent", 20, 12)]
    public async Task AL_04_the_back_test_counts_exactly_what_the_scans_found(string rule, int days, int others)
    {
        await using var bot = await TestBot.StartAsync();
        await using var other = await TestBot.StartAsync();
        foreach (var (company, limit) in new[] { (bot, days), (other, others) })
        {
            await LayAsync(company, rule, limit);
            await PlayAsync(company);
        }

        var before = await ScanAsync(bot);
        var after = rule == "stalled" ? before with { Process = StallLimit.With(before.Process, others) } : before with { Book = Book(rule, others) };
        var test = await BackTest.RunAsync(NudgeRules.Shipped.Single(r => r.Id == rule), before, after, CancellationToken.None);

        Assert.Equal((await FoundAsync(bot, rule), await FoundAsync(other, rule)), (test!.Before, test.After));
        Assert.NotEqual(test.Before, test.After);
        await before.Db.DisposeAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AL_04_a_looser_limit_says_how_many_alerts_fewer_and_which_lost_deals_nobody_had_been_told_of(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await PlayAsync(bot);
        await bot.Look(db => db.Deals.Where(d => d.Key == "D3").ExecuteUpdateAsync(s => s.SetProperty(d => d.Status, DealStatus.Lost).SetProperty(d => d.Stage, "lost").SetProperty(d => d.StageSince, TestBot.Start.AddDays(10)).SetProperty(d => d.ClosedAt, TestBot.Start.AddDays(10))));
        var admin = bot.As("管理员");

        await admin.Says("把停滞天数改成9天");
        (await admin.Says("提醒太多")).Hears("回看历史", "过去 52 天", "次，少", "丢单 1 个，丢单前没有预警的多 1 个（共 1 个）", "接下来 30 天", "都不处理的话，约", "一人一天最多");
        var english = bot.As("管理员").InEnglish();
        await english.Forges("nudge_days", ("rule", "silent"), ("value", "15"), ("reason", "x"));
        english.Hears("over the past 50 days: ", "instead of ", "of 1 lost deal", "if nobody acts, about");
    }

    [Fact]
    public async Task AL_04_the_rehearsal_foretells_what_the_coming_month_then_brings()
    {
        await using var bot = await TestBot.StartAsync();
        var scan = await ScanAsync(bot);
        var (_, told) = await Rehearsal.RunAsync(scan, scan, [], CancellationToken.None);
        Assert.Equal(0, await bot.Look(db => db.Findings.CountAsync()) + await bot.Look(db => db.Todos.CountAsync()));
        await scan.Db.DisposeAsync();

        for (var hour = 0; hour < 30 * 24; hour++)
        {
            await bot.ScanAsync();
            await bot.TellAsync();
            await bot.PassAsync(TimeSpan.FromHours(1));
        }

        var people = await bot.Look(db => db.Findings.Where(f => f.ToldAt != null).Select(f => f.PersonId).Distinct().CountAsync());
        // What comes of findings; the week's report comes anyway.
        var messages = (await bot.FoundAsync()).Where(f => f.ToldAt is not null && NudgeRules.Find(f.Rule) is { Urgent: false }).Select(f => (f.PersonId, f.ToldAt, f.InDigest ? "" : f.Rule)).Distinct().Count();
        Assert.Equal(people, told.People);
        Assert.InRange(told.Messages, messages - 3, messages + 3);
        Assert.InRange(told.Most, 1, 3);
    }

    [Fact]
    public async Task AL_04_tighter_rules_say_at_once_how_much_more_it_will_be()
    {
        await using var bot = await TestBot.StartAsync();
        var scan = await ScanAsync(bot);
        var silent = NudgeRules.Shipped.Single(r => r.Id == "silent");
        var (now, tighter) = await Rehearsal.RunAsync(scan, scan with { Book = Book("silent", 2) }, [silent], CancellationToken.None);
        var (_, off) = await Rehearsal.RunAsync(scan, scan with { Book = NudgeBook.Shipped.With("silent", NudgeBook.Shipped["silent"] with { On = false }) }, [silent], CancellationToken.None);
        Assert.True(off.Messages < now.Messages && now.Messages <= tighter.Messages, $"{off} < {now} <= {tighter}");
        await scan.Db.DisposeAsync();
    }

    private static NudgeBook Book(string rule, int days) => NudgeBook.Shipped.With(rule, NudgeBook.Shipped[rule] with { Days = days });

    private static async Task LayAsync(TestBot bot, string rule, int days) => await bot.Look(async db =>
    {
        var process = await SalesBot.Process.SalesProcess.LoadAsync(db, CancellationToken.None);
        db.Add(rule == "stalled"
            ? Definitions.Next(SalesBot.Process.SalesProcess.Name, process.Version, SalesBot.Process.ProcessFile.Write(StallLimit.With(process, days)), TestBot.Start)
            : Definitions.Next(NudgeBook.Name, 0, NudgeFile.Write(Book(rule, days)), TestBot.Start));
        return await db.SaveChangesAsync();
    });

    /// <summary>Fifty days in which deals move and customers are met, each at its own pace; the rules look twice a day.</summary>
    private static async Task PlayAsync(TestBot bot)
    {
        await bot.Look(db => db.Deals.ExecuteUpdateAsync(s => s.SetProperty(d => d.CreatedAt, d => d.StageSince)));
        string[] stages = ["lead", "contact", "qualify", "proposal", "negotiation"];
        for (var half = 0; half < 2 * Days; half++)
        {
            await bot.PassAsync(TimeSpan.FromHours(12));
            await bot.ScanAsync();
            // A minute after the look, so that nothing is looked at and moved in one instant.
            var (now, turn) = (bot.Clock.Now.AddMinutes(1), half);
            await bot.Look(async db =>
            {
                foreach (var deal in await db.Deals.Include(d => d.Customer).OrderBy(d => d.Id).ToListAsync())
                {
                    if (turn % (11 + (6 * (int)(deal.Id % 5))) == 3)
                    {
                        var to = stages[(turn + (int)deal.Id) % stages.Length];
                        db.Add(new StageChange { Key = Keys.New('H'), DealId = deal.Id, From = deal.Stage, To = to, At = now, CreatedAt = now });
                        (deal.Stage, deal.StageSince) = (to, now);
                    }

                    if (turn % (25 + (9 * (int)(deal.Id % 4))) == 7)
                    {
                        db.Add(new FollowUp { Key = Keys.New('F'), CreatedAt = now, HappenedAt = now, CustomerId = deal.CustomerId, AuthorId = deal.OwnerId, Content = "x" });
                        deal.Customer!.LastInteractionAt = now;
                    }
                }

                return await db.SaveChangesAsync();
            });
        }
    }

    private static async Task<Scan> ScanAsync(TestBot bot)
    {
        var db = bot.Open();
        return new Scan(db, await OrgChart.LoadAsync(db, CancellationToken.None), bot.Clock.Now, await Definitions.LoadAsync(db, CancellationToken.None));
    }

    private static async Task<int> FoundAsync(TestBot bot, string rule) => (await bot.FoundAsync()).Where(f => f.Rule == rule && f.Step == 0).Select(f => (f.SubjectId, f.Since)).Distinct().Count();
}
