using Microsoft.EntityFrameworkCore;
using SalesBot.Promises;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Promises;

/// <summary>The ledger of promises, both ways (idea 3).</summary>
public sealed class PromiseTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_follow_up_is_read_for_promises_of_both_sides(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Says("刚拜访完东岭阀门周总，方案认可，我们周五前寄样，对方答应下周三给清单");
        rep.Hears("已记入承诺台账", "我方：我们寄样（3月13日", "对方：对方答应给清单（3月18日");
        (await rep.Says("东岭阀门的承诺")).Hears("承诺台账 · 东岭阀门", "我方：我们寄样", "对方：对方答应给清单", "赵磊");
        (await rep.Says("东岭阀门怎么样")).Hears("未兑现 2，已过期 0");
        (await bot.As("刘晨").Says("我的承诺")).Hears("没有未兑现的承诺");
        Assert.Equal(2, await bot.Look(db => db.Promises.CountAsync()));
    }

    [Theory]
    [InlineData("给东岭阀门打了电话，下周四前给他们新报价", "Ours")]
    [InlineData("给东岭阀门打了电话，周总下周四前给我们清单", "Theirs")]
    [InlineData("Called 东岭阀门, will send them the new quote by next Thursday", "Ours")]
    [InlineData("Called 东岭阀门, will send us the list by next Thursday", "Theirs")]
    public async Task Who_is_to_get_it_does_not_promise_it(string said, string side)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        Assert.Equal(side, (await bot.Look(db => db.Promises.Select(p => p.Side).SingleAsync())).ToString());
    }

    [Fact]
    public async Task In_English_too_and_undo_takes_them_along()
    {
        await using var bot = await TestBot.StartAsync();
        var kevin = bot.As("Kevin Doyle").InEnglish();
        await kevin.Says("Called Quarry Stone, they like the concept. We'll send the sample by Friday, they'll send the list by next Tuesday.");
        kevin.Hears("Into the ledger of promises", "Ours: ", "send the sample", "Theirs: ", "send the list");
        await kevin.Presses("Undo");
        Assert.Equal(0, await bot.Look(db => db.Promises.CountAsync()));
    }

    [Theory]
    [InlineData("刚拜访完东岭阀门周总 方案认可 下周四上午10点带技术再去")]
    [InlineData("刚拜访完东岭阀门，对方说预算还没批")]
    [InlineData("给东岭阀门打了电话，他们周五前给不了清单")]
    [InlineData("东岭阀门来电，他们上周给了清单")]
    public async Task What_is_no_promise_makes_none(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(said)).DoesNotHear("承诺台账");
        Assert.Equal(0, await bot.Look(db => db.Promises.CountAsync()));
    }

    [Fact]
    public async Task It_is_kept_put_off_or_not_given_and_the_rates_tell()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("记一个承诺：我们周五前给东岭阀门寄样")).Hears("承诺已记录", "东岭阀门", "3月13日");
        await rep.Says("记一个承诺：东岭阀门对方答应周四前给清单");
        var (ours, theirs) = (await KeyAsync(bot, PromiseSide.Ours), await KeyAsync(bot, PromiseSide.Theirs));
        await bot.PassAsync(TimeSpan.FromDays(4));
        (await rep.Says("我的承诺")).Hears("⚠ 3月13日", "兑现率：我方 0%（0/1） · 对方 0%（0/1）");
        await rep.Forges("show_promise", ("promise", theirs));
        rep.Hears("对方没给", "改期", "已完成");
        await rep.Presses("对方没给");
        rep.Hears("没有兑现");
        await rep.Forges("move_promise", ("promise", ours), ("date", "2026-03-20"));
        rep.Hears("改期 1 次，最初为 3月13日");
        (await rep.Forges("keep_promise", ("promise", ours))).Hears("已兑现");
        (await rep.Forges("keep_promise", ("promise", ours))).Hears("已处理");
        (await rep.Says("我的承诺")).Hears("我方 100%（1/1） · 对方 0%（0/1）");
        (await rep.InEnglish().Says("what did we promise 东岭阀门")).Hears("kept: we 100% (1 of 1)");
    }

    [Fact]
    public async Task Somebody_elses_promise_is_not_settled_by_a_stranger()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("记一个承诺：我们周五前给东岭阀门寄样");
        var key = await KeyAsync(bot, PromiseSide.Ours);
        (await bot.As("刘晨").Forges("keep_promise", ("promise", key))).DoesNotHear("已兑现");
        (await bot.As("林小雨").Forges("break_promise", ("promise", key))).DoesNotHear("没有兑现");
        Assert.Equal(PromiseState.Open, await bot.Look(db => db.Promises.Select(p => p.State).SingleAsync()));
        Assert.True(await bot.Look(db => db.Audit.AnyAsync(a => a.Refused && a.Command == "break_promise")));
    }

    private static Task<string> KeyAsync(TestBot bot, PromiseSide side) => bot.Look(db => db.Promises.Where(p => p.Side == side).Select(p => p.Key).SingleAsync());
}
