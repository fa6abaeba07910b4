using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

public sealed class InterruptionTests
{
    [Fact]
    public async Task Whoever_names_another_deal_than_those_offered_speaks_of_something_else()
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("百川金额调成二百四十万");
        rep.Hears("有 2 个商机符合", "百川水务平台", "百川二期泵站");
        await rep.Says("凌云电缆能耗延到5月6号");

        Assert.Equal(1_450_000m, await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Amount).FirstAsync()));
        Assert.Equal(2_600_000m, await bot.Look(db => db.Deals.Where(d => d.Key == "D5").Select(d => d.Amount).FirstAsync()));
        Assert.Equal(new DateOnly(2026, 5, 6), await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.CloseDate).FirstAsync()));
    }

    [Fact]
    public async Task The_number_of_an_offered_deal_is_the_answer()
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("百川金额调成二百四十万");
        await rep.Says("2");

        rep.Hears("金额已修改", "百川二期泵站", "¥2,400,000");
    }

    [Fact]
    public async Task A_report_while_a_deal_is_to_be_chosen_is_a_report()
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("百川那单现在卡在哪");
        rep.Hears("有 2 个商机符合");
        await rep.Says("刚跟凌云的采购打完电话 说要再降三个点才肯签 周四前给他们新报价");

        rep.Hears("跟进已记录", "凌云电缆能耗", "降三个点");
    }

    [Fact]
    public async Task A_look_at_something_is_no_next_step()
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("东岭阀门的样品昨天寄出了");
        await rep.Says("把我的待办导出来看一下");

        rep.DoesNotHear("待办已添加");
    }

    [Theory]
    [InlineData("东岭阀门什么时候签")]
    [InlineData("我的待办")]
    [InlineData("谢谢")]
    public async Task A_look_between_question_and_answer_keeps_the_form_and_says_so(string look)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给凌云电缆新建商机 60万");
        rep.Hears("预计哪天成交");
        await rep.Says(look);
        rep.Hears("接着刚才的“新建商机”：预计哪天成交");
        await rep.Says("五月底");
        rep.Hears("商机已新建", "凌云电缆", "¥600,000", "5月31日");
    }

    [Fact]
    public async Task An_act_in_between_is_done_and_the_question_comes_back_once()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给凌云电缆新建商机 60万");
        await rep.Says("提醒我明天给东岭阀门寄样品");
        rep.Hears("待办已添加", "接着刚才的“新建商机”");
        await rep.Says("提醒我后天订会议室");
        rep.Hears("待办已添加").DoesNotHear("接着刚才");
    }

    [Fact]
    public async Task The_question_is_said_again_once_and_then_rests_until_it_is_answered()
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给凌云电缆新建商机 60万");
        (await rep.Says("我的待办")).Hears("接着刚才的“新建商机”");
        (await rep.Says("东岭阀门什么时候签")).DoesNotHear("接着刚才");
        (await rep.Says("五月底")).Hears("商机已新建", "凌云电缆");
    }

    [Fact]
    public async Task A_place_is_of_what_was_listed_last()
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("百川金额调成二百四十万");
        await rep.Says("我的待办");
        await rep.Says("我的商机");
        (await rep.Says("第二个")).DoesNotHear("金额已修改");
    }

    [Fact]
    public async Task A_question_of_the_look_is_answered_first()
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("给凌云电缆新建商机 60万");
        await rep.Says("百川那单现在卡在哪");
        rep.Hears("有 2 个商机符合").DoesNotHear("接着刚才");
        await rep.Says("泵站");
        rep.Hears("百川二期泵站", "接着刚才的“新建商机”：预计哪天成交");
        await rep.Says("五月底");
        rep.Hears("商机已新建", "凌云电缆");
    }

    [Fact]
    public async Task What_was_asked_of_several_is_offered_again()
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("百川金额调成二百四十万");
        await rep.Says("我的待办");
        rep.Hears("接着刚才的“修改商机金额”", "百川水务平台", "百川二期泵站");
        await rep.Says("第二个");
        rep.Hears("金额已修改", "百川二期泵站");
    }

    [Theory]
    [InlineData("zh-CN", "退回修改", "请说明需要修改什么", "批准", "接着刚才的")]
    [InlineData("en-US", "Return", "What should be changed", "Approve", "Back to")]
    public async Task What_was_asked_of_an_approval_is_over_when_it_is_decided(string locale, string other, string asked, string approve, string back)
    {
        await using var bot = await TestBot.StartAsync();
        var legal = locale == "en-US" ? bot.As("郑文").InEnglish() : bot.As("郑文");
        await legal.Forges("help");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();

        (await legal.Presses(other)).Hears(asked);

        (await legal.Presses(approve)).DoesNotHear(back);
        Assert.Equal(SalesBot.Approvals.ApprovalStatus.Approved, await bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync()));
    }

    [Fact]
    public async Task Who_belongs_to_no_team_is_offered_by_role_alone()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();

        (await bot.As("郑文").Presses("转交")).Hears("吴敏", "财务", "王芳", "经理 · 北区组").DoesNotHear("财务 · ");
    }

    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var customer = await db.Customers.FirstAsync(c => c.Key == "C5");
            db.Add(new Deal
            {
                Key = "D6", Name = "百川二期泵站", CustomerId = customer.Id, OwnerId = customer.OwnerId!.Value, Stage = "lead", Amount = 900_000, ReviewedAmount = 900_000, StageSince = TestBot.Start,
                CreatedAt = TestBot.Start,
            });
            await db.SaveChangesAsync();
        }

        await bot.Get<NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }
}
