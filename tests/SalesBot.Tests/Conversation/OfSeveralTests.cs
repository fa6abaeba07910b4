using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Rows of a list, several people, several deals, and what is left out.</summary>
public sealed class OfSeveralTests
{
    [Theory]
    [InlineData("第一条往后推三天", "3月15日")]
    [InlineData("第一个延后一周", "3月19日")]
    [InlineData("push the first one back three days", "3月15日")]
    public async Task A_row_of_the_to_dos_is_a_to_do(string said, string day)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我明天给东岭阀门寄样品");
        await rep.Says("我的待办");
        (await rep.Says(said)).Hears("给东岭阀门寄样品", day).DoesNotHear("预计成交");
    }

    [Theory]
    [InlineData("除了百川的", "百川水务平台")]
    [InlineData("不含凌云的", "凌云电缆能耗")]
    [InlineData("except 百川's", "百川水务平台")]
    public async Task A_list_without_one_customer(string said, string without)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("我的商机");
        (await rep.Says(said)).Hears("东岭阀门MES").DoesNotHear(without);
    }

    [Fact]
    public async Task A_list_without_one_customer_at_once()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says("除了百川的我的商机")).Hears("东岭阀门MES", "凌云电缆能耗").DoesNotHear("百川水务平台");
    }

    [Theory]
    [InlineData("让赵磊和刘晨周四前把方案改好")]
    [InlineData("给赵磊和刘晨都说一声，周四前把方案改好")]
    public async Task A_to_do_for_each_of_two(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").Says(said)).Hears("已给 赵磊 安排待办", "已给 刘晨 安排待办", "3月12日", "方案改好").DoesNotHear("说一声", "和刘晨");
    }

    [Fact]
    public async Task A_to_do_for_each_of_two_in_English()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").InEnglish().Says("ask Ray and Chen Liu both to send their numbers by Friday")).Hears("To-do added for Ray Zhao", "To-do added for Chen Liu", "send their numbers");
    }

    [Theory]
    [InlineData("样机清单给刘晨宽限到周五")]
    [InlineData("give 刘晨 until Friday on the 样机清单")]
    public async Task More_time_moves_the_to_do(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("让刘晨明天前发样机清单");
        (await manager.Says(said)).Hears("已推迟", "样机清单", "3月13日").DoesNotHear("安排待办");
    }

    [Theory]
    [InlineData("凌云两个单都推到下个月", "4月30日")]
    [InlineData("push both 凌云 deals to next month", "4月30日")]
    public async Task Both_deals_of_a_customer(string said, string day)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("凌云电缆新建商机 凌云电缆二期 60万 6月底")).Hears("凌云电缆二期");
        (await rep.Says(said)).Hears("凌云电缆能耗", "凌云电缆二期", day).DoesNotHear("您指哪一个");
    }

    [Theory]
    [InlineData("取消和周总的会议")]
    [InlineData("cancel my call with 周国平")]
    public async Task What_is_called_off_is_not_noted_as_done(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("提醒我周五和东岭阀门周总开会");
        (await rep.Says(said)).Hears("待办已取消", "开会").DoesNotHear("跟进已记录", "已完成");
        Assert.Equal((0, 0), await bot.Look(db => Task.FromResult((db.Todos.Count(), db.FollowUps.Count()))));
    }

    [Theory]
    [InlineData("谁积压的待办最多")]
    [InlineData("whos sitting on the most overdue tasks")]
    public async Task Who_has_most_to_do_is_asked_of_ones_people(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Says("让刘晨周四前发样机清单");
        bot.Clock.Advance(TimeSpan.FromDays(3));
        (await manager.Says(said)).Hears("样机清单", "刘晨");
    }

    [Theory]
    [InlineData("just benelux")]
    [InlineData("只看拉美的")]
    public async Task What_a_look_cannot_be_narrowed_by_is_said(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("东岭阀门MES改成71万");
        await rep.Says("我的商机");
        (await rep.Says(said)).Hears("还不会处理").DoesNotHear("已撤销");
    }

    [Theory]
    [InlineData("spoke w/ quarry about the warranty", "spoke w/ quarry about the warranty")]
    [InlineData("talked w quarry, they like the price", "they like the price")]
    public async Task With_is_also_written_short(string said, string content)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("Kevin Doyle").InEnglish().Says(said)).Hears("Follow-up logged", "Quarry Stone", "What\n" + content);
    }
}
