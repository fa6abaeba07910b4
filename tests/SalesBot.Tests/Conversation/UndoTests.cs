using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

public sealed class UndoTests
{
    [Fact]
    public async Task A_receipt_shows_before_and_after_and_undo_restores_exactly()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "800000"));
        rep.Hears("金额已修改", "东岭阀门MES", "¥680,000 → **¥800,000**");
        Assert.Equal(800_000, await Amount(bot));

        await rep.Presses("撤销");
        rep.Hears("已撤销");
        Assert.Equal(680_000, await Amount(bot));

        await rep.Forges("undo");
        rep.Hears("没有可以撤销的操作");
    }

    [Fact]
    public async Task Undo_is_not_put_off_by_a_clock_finer_than_the_database()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Clock.Advance(TimeSpan.FromTicks(1_234_567));
        var rep = bot.As("赵磊");

        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "800000"));
        await rep.Presses("撤销");

        rep.Hears("已撤销");
        Assert.Equal(680_000, await Amount(bot));
    }

    [Fact]
    public async Task Undo_does_not_overwrite_what_somebody_changed_since()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "800000"));
        await bot.As("王芳").Forges("update_amount", ("deal", "D1"), ("amount", "900000"));

        await rep.Presses("撤销");

        rep.Hears("之后已有人改动");
        Assert.Equal(900_000, await Amount(bot));
    }

    [Fact]
    public async Task An_amount_in_another_currency_keeps_the_old_one_before_the_arrow()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "100000"), ("currency", "USD"));

        rep.Hears("¥680,000 → **$100,000**");
    }

    [Fact]
    public async Task A_deal_one_may_not_see_sounds_like_one_that_is_not_there()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("update_amount", ("deal", "D2"), ("amount", "1"));

        rep.Hears("没有找到");
        Assert.Equal(310_000, await bot.Look(db => db.Deals.Where(d => d.Key == "D2").Select(d => d.Amount).FirstAsync()));
    }

    private static Task<decimal?> Amount(TestBot bot) => bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).FirstAsync());

    [Theory]
    [InlineData("zh-CN", "今天拜访了东岭阀门MES周总，方案认可，下周四再去演示", "撤销", "东岭阀门MES", "方案认可", "演示", "已撤回")]
    [InlineData("en-US", "visited 东岭阀门MES today, they like it, demo on Thursday next week", "undo", "东岭阀门MES", "they like it", "demo", "taken back")]
    public async Task What_was_taken_back_of_a_follow_up_is_said(string locale, string said, string undo, params string[] heard)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Says(said);

        (await rep.Says(undo)).Hears(heard);
    }
}
