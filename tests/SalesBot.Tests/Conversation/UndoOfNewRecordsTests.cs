using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

public sealed class UndoOfNewRecordsTests
{
    [Fact]
    public async Task A_customer_that_was_made_goes_again_with_its_contact()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("create_customer", ("customer_text", "新星光电"), ("contact_name", "李总"));

        await rep.Presses("撤销");

        rep.Hears("已撤销");
        Assert.False(await bot.Look(db => db.Customers.AnyAsync(c => c.Name == "新星光电")));
    }

    [Fact]
    public async Task What_others_have_hung_something_on_is_not_taken_away_from_under_them()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("create_customer", ("customer_text", "新星光电"), ("contact_name", "李总"));
        var key = await bot.Look(db => db.Customers.Where(c => c.Name == "新星光电").Select(c => c.Key).FirstAsync());
        await bot.As("王芳").Forges("create_deal", ("customer", key), ("amount", "500000"), ("close_date", "2026-05-01"));

        await rep.Presses("撤销");

        rep.Hears("之后已有其他记录用到它");
        Assert.True(await bot.Look(db => db.Deals.AnyAsync(d => d.Customer!.Key == key)));
    }

    [Fact]
    public async Task What_somebody_changed_since_is_not_deleted()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("create_deal", ("customer", "C5"), ("amount", "500000"), ("close_date", "2026-05-01"), ("deal_name", "二期"));
        var key = await bot.Look(db => db.Deals.Where(d => d.Name == "百川水务二期").Select(d => d.Key).FirstAsync());
        await bot.As("王芳").Forges("update_close_date", ("deal", key), ("close_date", "2026-06-01"));

        await rep.Presses("撤销");

        rep.Hears("之后已有人改动");
        Assert.True(await bot.Look(db => db.Deals.AnyAsync(d => d.Key == key)));
    }

    [Fact]
    public async Task Ones_own_later_change_is_undone_first_and_then_the_record()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("create_deal", ("customer", "C5"), ("amount", "500000"), ("close_date", "2026-05-01"), ("deal_name", "二期"));
        var key = await bot.Look(db => db.Deals.Where(d => d.Name == "百川水务二期").Select(d => d.Key).FirstAsync());
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await rep.Forges("update_close_date", ("deal", key), ("close_date", "2026-06-01"));

        (await rep.Forges("undo")).Hears("已撤销");
        (await rep.Forges("undo")).Hears("已撤销");

        Assert.False(await bot.Look(db => db.Deals.AnyAsync(d => d.Key == key)));
    }
}
