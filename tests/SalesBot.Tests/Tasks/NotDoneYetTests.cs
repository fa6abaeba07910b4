using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tasks;

/// <summary>To-dos that are spoken of and not done by that; and those that are done, in words of another order.</summary>
public sealed class NotDoneYetTests
{
    [Fact]
    public async Task What_is_called_off_by_its_customer_is_not_done()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我周五跟进一下百川水务");
        (await rep.Says("百川那个待办不用了")).DoesNotHear("已完成");
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync(t => t.DoneAt == null && t.Title.Contains("跟进一下"))));
    }

    [Fact]
    public async Task What_is_told_of_a_parcel_ticks_the_to_do_though_a_next_step_is_asked()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我明天给周总寄产品样册");
        await rep.Says("刚给百川水务打了电话，预算在走流程");
        (await rep.Says("给周总的产品样册寄了 德邦上午发的")).Hears("已完成").DoesNotHear("下一步已定");
    }

    [Fact]
    public async Task A_to_do_of_which_little_is_said_beside_a_strange_word_is_asked_about()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我周四带技术人员再去一次百川");
        await rep.Says("技术澄清弄完了");
        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync(t => t.DoneAt == null && t.Title.Contains("再去一次"))));
    }

    [Fact]
    public async Task By_a_day_is_no_part_of_the_step()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("东岭阀门MES下一步改成周五前给刘工书面答复")).Hears("下一步已定", "给刘工书面答复").DoesNotHear("前给刘工");
    }

    [Fact]
    public async Task To_ask_on_a_day_whether_they_are_through_is_a_to_do()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("下周一问东岭阀门法务看完没")).DoesNotHear("跟进已记录", "答不上来");
    }
}
