using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>What the first message of a week says of deals that are to close.</summary>
public sealed class WeekClosingTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_leader_reads_of_a_deal_once_though_its_owner_has_others(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = english ? bot.As("王芳").InEnglish() : bot.As("王芳");
        await manager.Says("help");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.Look(db => db.Approvals.ExecuteUpdateAsync(set => set.SetProperty(a => a.Level, 2).SetProperty(a => a.DueAt, TestBot.Start)));
        await CloseAsync(bot, ("D3", 18), ("D1", 19));
        await bot.PassAsync(TimeSpan.FromDays(4.96));

        await bot.RoundAsync();

        await manager.IsTold("凌云电缆能耗", english ? "1 deal is to close this week" : "1 个商机本周应成交", "东岭阀门MES", english ? "Ray Zhao · Thu 19 Mar" : "赵磊 · 3月19日 周四");
        var week = Assert.Single(await manager.SeenAsync(), h => h.Text.Contains("东岭阀门MES", StringComparison.Ordinal));
        Assert.Equal(2, week.Text.Split("凌云电缆能耗").Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_to_close_on_the_day_of_the_next_report_is_said_in_this_one(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, manager) = english ? (bot.As("赵磊").InEnglish(), bot.As("王芳").InEnglish()) : (bot.As("赵磊"), bot.As("王芳"));
        await rep.Says("help");
        await manager.Says("help");
        await CloseAsync(bot, ("D1", 23), ("D3", 24));
        await bot.PassAsync(TimeSpan.FromDays(4.96));

        await bot.RoundAsync();

        await rep.IsTold(english ? "1 deal is to close by Mon 23 Mar" : "1 个商机到 3月23日 周一 应成交", "东岭阀门MES");
        await manager.IsTold(english ? "1 deal is to close by Mon 23 Mar" : "1 个商机到 3月23日 周一 应成交", english ? "Ray Zhao · Mon 23 Mar" : "赵磊 · 3月23日 周一");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_leader_reads_the_names_of_few_deals_each_with_its_button_and_of_somebodys_many_the_number(bool english)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = english ? bot.As("王芳").InEnglish() : bot.As("王芳");
        await manager.Says("help");
        await CloseAsync(bot, ("D1", 18), ("D2", 19), ("D3", 20));
        await AddAsync(bot, "刘晨", 5);
        await bot.PassAsync(TimeSpan.FromDays(4.96));

        await bot.RoundAsync();

        await manager.IsTold(english ? "8 deals are to close this week" : "8 个商机本周应成交", "东岭阀门MES", english ? "Ray Zhao · Wed 18 Mar" : "赵磊 · 3月18日 周三", "凌云电缆能耗", english ? "6 to close this week" : "本周应成交 6 单");
        Assert.DoesNotContain(await manager.SeenAsync(), h => h.Text.Contains("东岭泵业WMS", StringComparison.Ordinal) && h.Text.Contains(english ? "Ray Zhao · Wed" : "赵磊 · 3月18日", StringComparison.Ordinal));
        var seen = await manager.SeenAsync();
        await manager.Presses(seen.SelectMany(h => h.Buttons).Last(b => b.Verb == "show_deal").Title);
        manager.Hears("凌云电缆能耗");
    }

    /// <summary>These close on days of March, no other deal does soon.</summary>
    private static Task<int> CloseAsync(TestBot bot, params (string Deal, int Day)[] deals) => bot.Look(async db =>
    {
        foreach (var deal in db.Deals.ToList())
        {
            deal.CloseDate = deals.FirstOrDefault(d => d.Deal == deal.Key) is { Deal: not null } closes ? new DateOnly(2026, 3, closes.Day) : new DateOnly(2026, 6, 1);
        }

        return await db.SaveChangesAsync();
    });

    private static Task<int> AddAsync(TestBot bot, string owner, int count) => bot.Look(async db =>
    {
        var (person, customer) = (db.People.First(p => p.Name == owner), db.Customers.First(c => c.Key == "C3"));
        db.AddRange(Enumerable.Range(1, count).Select(i => new Deal { Key = "DX" + i, Name = "扩建" + i, OwnerId = person.Id, CustomerId = customer.Id, Stage = "proposal", Amount = 100_000 * i, Currency = "CNY", CloseDate = new DateOnly(2026, 3, 20), CreatedAt = TestBot.Start, StageSince = TestBot.Start }));
        return await db.SaveChangesAsync();
    });
}
