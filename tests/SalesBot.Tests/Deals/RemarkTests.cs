using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

public sealed class RemarkTests
{
    [Theory]
    [OnSqlite, OnPostgres]
    internal async Task ST_12_a_managers_remark_is_no_contact_with_the_customer(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var (manager, rep) = (bot.As("王芳"), bot.As("赵磊"));
        await rep.Says("/跟进 东岭阀门MES 电话沟通 方案认可 下周四再去");
        var before = (await manager.Says("东岭阀门的互动轨迹")).Last;

        await manager.Says("批注东岭阀门MES：先谈试点再谈总价");

        (await manager.Says("东岭阀门的互动轨迹")).DoesNotHear("先谈试点");
        Assert.Equal(before, manager.Last);
        (await manager.Says("本周日报")).DoesNotHear("先谈试点");
        (await manager.Says("这周的补录情况")).Hears("共 1 条跟进").DoesNotHear("王芳");
        (await rep.Says("备战东岭阀门")).DoesNotHear("先谈试点");
        (await rep.Forges("show_deal", ("deal", "D1"))).Hears("批注", "先谈试点");
    }

    [Fact]
    public async Task ST_12_in_English_a_remark_is_no_contact_either()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("Emma Novak").InEnglish();

        await manager.Says("remark on the quarry deal: start with one site");

        manager.Hears("Remark");
        (await manager.Says("prepare me for Quarry Stone")).DoesNotHear("one site");
        (await manager.Says("who hasn't logged anything this week")).Hears("Kevin Doyle");
    }

    [Theory]
    [InlineData("zh-CN", "东岭阀门MES 备注：客户要求周五前出方案", "客户要求周五前出方案")]
    [InlineData("zh-CN", "备注一下东岭阀门MES，客户要求周五前出方案", "客户要求周五前出方案")]
    [InlineData("zh-CN", "给东岭阀门MES留个言：周三前把报价发出去", "周三前把报价发出去")]
    [InlineData("zh-CN", "备注：周三前把报价发出去", "周三前把报价发出去")]
    [InlineData("en-US", "note on 东岭阀门MES: they want the survey by Friday", "they want the survey by Friday")]
    [InlineData("en-US", "note: they want the survey by Friday", "they want the survey by Friday")]
    public async Task A_note_of_ones_own_is_a_remark_with_all_its_words_and_no_to_do(string locale, string said, string content)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        await rep.Forges("show_deal", ("deal", "D1"));

        (await rep.Says(said)).Hears(locale == "en-US" ? "Remark noted" : "批注已记下", "东岭阀门MES", content);

        Assert.Equal((0, content, SalesBot.Deals.CommentDeal.Method), await bot.Look(db => Task.FromResult((db.Todos.Count(), db.FollowUps.Single().Content, db.FollowUps.Single().Method))));
    }
}
