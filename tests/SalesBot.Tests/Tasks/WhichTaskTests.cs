using Microsoft.EntityFrameworkCore;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tasks;

public sealed class WhichTaskTests
{
    [Theory]
    [InlineData("第一个完成了", false)]
    [InlineData("the first one is done", true)]
    public async Task Something_done_without_a_list_before_it_offers_the_open_to_dos(string said, bool english)
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var owner = await db.People.FirstAsync(p => p.Key == "P2");
            db.AddRange(
                new Todo { Key = "W1", Owner = owner, Title = "给百川寄样本", DueOn = new DateOnly(2026, 3, 13), CreatedAt = TestBot.Start },
                new Todo { Key = "W2", Owner = owner, Title = "Call the auditor", DueOn = new DateOnly(2026, 3, 12), CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "700000"));

        await rep.Says(said);
        rep.Hears("1. Call the auditor", "2. 给百川寄样本");
        await rep.Presses("Call the auditor");

        Assert.Equal("W2", await bot.Look(db => db.Todos.Where(t => t.DoneAt != null).Select(t => t.Key).SingleAsync()));
    }

    [Fact]
    public async Task A_to_do_without_words_of_its_own_is_offered_as_the_list_calls_it()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var owner = await db.People.FirstAsync(p => p.Key == "P2");
            db.AddRange(
                new Todo { Key = "W1", Owner = owner, Kind = TodoKind.NextStep, Deal = await db.Deals.FirstAsync(d => d.Key == "D3"), DueOn = new DateOnly(2026, 3, 12), CreatedAt = TestBot.Start },
                new Todo { Key = "W2", Owner = owner, Title = "Call the auditor", DueOn = new DateOnly(2026, 3, 13), CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        var rep = await bot.As("赵磊").Forges("complete_task");
        rep.Hears("跟进 凌云电缆能耗", "Call the auditor");
        await rep.Presses("跟进 凌云电缆能耗");

        Assert.Equal("W1", await bot.Look(db => db.Todos.Where(t => t.DoneAt != null).Select(t => t.Key).SingleAsync()));
    }

    [Fact]
    public async Task A_reminder_without_words_of_its_own_is_named_when_it_is_taken_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("snooze", ("customer", "C5"), ("date", "2026-03-20"));

        await rep.Presses("撤销");

        rep.Hears("已撤销", "跟进 百川水务");
    }

    [Fact]
    public async Task Who_has_nothing_to_do_is_told_so()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("赵磊").Forges("complete_task")).Hears("没有待办");
    }
}
