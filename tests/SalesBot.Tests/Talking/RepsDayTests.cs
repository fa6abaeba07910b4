using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;

namespace SalesBot.Tests.Talking;

/// <summary>What a day with the bot sounds like, in sentences, in both languages.</summary>
public sealed class RepsDayTests
{
    [Fact]
    public async Task A_day_in_Chinese()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Says("刚拜访完东岭阀门周总 方案认可 下周四上午10点带技术再去")).Hears("跟进已记录", "东岭阀门MES", "周国平", "拜访", "方案认可", "带技术再去", "3月19日 周四 10:00");
        (await rep.Says("昨天给凌云打了电话 财务还没排款")).Hears("凌云电缆能耗", "3月10日", "电话", "财务还没排款", "下一步做什么");
        (await rep.Says("周五发报价")).Hears("凌云电缆能耗", "发报价", "3月13日");
        (await rep.Says("明天下午4点提醒我给百川改方案")).Hears("待办已添加", "百川水务", "3月12日 周四 16:00");
        (await rep.Says("我的待办")).Hears("待办 3 条", "1. 给百川改方案", "2. 发报价", "3. 带技术再去");
        (await rep.Says("第一条做完了")).Hears("已完成：给百川改方案");
        (await rep.Says("撤销")).Hears("已撤销");
        (await rep.Says("今天待办有啥")).Hears("没有待办");
        (await rep.Says("东岭阀门动态")).Hears("最近跟进", "方案认可");
        (await rep.Says("百川的泵站报警了 开个工单")).Hears("工单已提交", "百川水务");
        (await rep.Says("提个建议 列表字太小")).Hears("已收到您的建议");
        (await rep.Says("帮助 报价")).Hears("帮助：报价", "提交报价审批");
        (await rep.Says("先别记东岭阀门的跟进")).Hears("没有做任何改动");

        Assert.Equal(2, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    [Fact]
    public async Task A_day_in_English()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();

        (await rep.Says("called Quarry Stone, they like the price")).Hears("Follow-up logged", "Quarry Stone EMS", "call", "What comes next");
        (await rep.Says("send the contract next Monday")).DoesNotHear("submitted").Hears("Mon 16 Mar");
        (await rep.Says("remind me Monday 9 to ring Quarry")).Hears("To-do added", "ring Quarry", "Mon 16 Mar 09:00");
        (await rep.Says("what are my tasks next week")).Hears("open to-do", "ring Quarry");
        (await rep.Says("help payments")).Hears("Help: payments", "Which payments are overdue");
        (await rep.Says("daily digest at 8am")).Hears("Settings changed", "09:00 → **08:00**");
        (await rep.Says("thanks")).Hears("You are welcome");
        (await rep.Says("what happened at Quarry Stone")).Hears("Quarry Stone", "Last follow-ups");
        (await rep.Says("切换成中文")).Hears("设置已更新", "中文");

        Assert.Equal(0, await bot.Look(db => db.Contracts.CountAsync(c => c.Status == ContractStatus.InApproval)));
    }

    [Fact]
    public async Task What_managers_and_finance_say()
    {
        await using var bot = await TestBot.StartAsync();
        var (manager, finance) = (bot.As("王芳"), bot.As("吴敏"));

        (await manager.Says("刘晨四月目标60万")).Hears("目标已设定", "¥600,000", "已告知：刘晨");
        (await manager.Says("本月战报")).Hears("业绩排行 · 本月");
        (await manager.Says("今天的日报")).Hears("日报", "我的团队 · 今天");
        (await manager.Says("三周没动的单子")).Hears("没有停滞的商机");
        (await finance.Says("有哪些逾期回款")).Hears("没有符合的记录");
        (await finance.Says("百川到账10万")).Hears("没有已批准且未付清的合同");
    }
}
