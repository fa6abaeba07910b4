using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Deals;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

public sealed class AmountReviewTests
{
    [Fact]
    public async Task AL_02_a_fifth_more_tells_director_and_finance_with_old_new_and_percent()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "816000"));

        rep.Hears("¥680,000 → **¥816,000**", "波动达到 20%", "何建国、吴敏", "已告知：何建国、吴敏");
        await bot.As("何建国").IsTold("金额评审 · 东岭阀门MES", "¥680,000 → ¥816,000（+20%）", "赵磊", "接受新金额", "恢复原金额");
        await bot.As("吴敏").IsTold("金额评审 · 东岭阀门MES");
        Assert.True((await Deal(bot)).AmountInReview);
    }

    [Fact]
    public async Task AL_02_a_fifth_less_is_a_swing_too_and_is_said_in_english()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("何建国").InEnglish().Forges("help");
        var rep = bot.As("Kevin Doyle").InEnglish();

        await rep.Forges("update_amount", ("deal", "D7"), ("amount", "66000"));

        rep.Hears("20 % or more", "$88,000 → $66,000 (−25%)");
        await bot.As("何建国").IsTold("Amount review · Quarry Stone EMS", "$88,000 → $66,000 (−25%)", "Accept new amount", "Revert");
    }

    [Fact]
    public async Task Less_than_a_fifth_opens_nothing()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", "815999"));

        Assert.Equal(0, await bot.Look(db => db.Approvals.CountAsync()));
        Assert.False((await Deal(bot)).AmountInReview);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AL_02_small_steps_add_up(bool reviewed)
    {
        await using var bot = await TestBot.StartAsync();
        if (!reviewed)
        {
            await using var db = bot.Open();
            (await db.Deals.FirstAsync(d => d.Key == "D1")).ReviewedAmount = null;
            await db.SaveChangesAsync();
        }

        foreach (var amount in new[] { "720000", "764000", "810000" })
        {
            await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", amount));
        }

        Assert.Equal(0, await bot.Look(db => db.Approvals.CountAsync()));
        await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", "858000"));
        await bot.As("何建国").IsTold("¥680,000 → ¥858,000（+26%）");
    }

    [Fact]
    public async Task A_further_change_updates_the_open_review_and_its_cards()
    {
        await using var bot = await OpenedAsync();

        await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", "1020000"));

        await bot.As("何建国").IsTold("金额评审 · 东岭阀门MES", "¥680,000 → ¥1,020,000（+50%）", "接受新金额");
        Assert.Equal(1, await bot.Look(db => db.Approvals.CountAsync()));
    }

    [Fact]
    public async Task Undo_of_the_change_closes_the_review_and_says_so()
    {
        await using var bot = await OpenedAsync();
        var rep = bot.As("赵磊");

        await rep.Presses("撤销");

        rep.Hears("已撤销", "评审已关闭");
        await bot.As("吴敏").IsTold("东岭阀门MES", "已回到 ¥680,000");
        await bot.As("吴敏").IsTold("金额评审 · 东岭阀门MES", "撤回");
        Assert.Equal((680_000m, 680_000m, false), await State(bot));
        Assert.Equal(ApprovalStatus.Withdrawn, await bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync()));
    }

    [Fact]
    public async Task AP_10_accepting_makes_the_new_amount_the_reviewed_one()
    {
        await using var bot = await OpenedAsync();

        await bot.As("吴敏").Presses("接受新金额");

        await bot.As("赵磊").IsTold("吴敏 已于 3月11日 周三 10:00 批准");
        Assert.Equal((816_000m, 816_000m, false), await State(bot));
        await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", "900000"));
        Assert.Equal(1, await bot.Look(db => db.Approvals.CountAsync()));
    }

    [Fact]
    public async Task AP_10_reverting_needs_a_reason_and_puts_the_reviewed_amount_back()
    {
        await using var bot = await OpenedAsync();
        var director = bot.As("何建国");

        await director.Presses("恢复原金额");
        director.Hears("请说明拒绝的原因");
        Assert.Equal(816_000m, (await Deal(bot)).Amount);
        await director.Presses("恢复原金额", ("reason", "没有依据"));

        await bot.As("赵磊").IsTold("没有依据");
        Assert.Equal((680_000m, 680_000m, false), await State(bot));
    }

    [Theory]
    [InlineData("zh-CN", "参会人", "何建国、吴敏、赵磊", "议程", "合同审批 · 凌云电缆能耗 已因此失效", "接受并重新审批")]
    [InlineData("en-US", "Participants", "Jack He, Min Wu, Ray Zhao", "Agenda", "Contract approval · 凌云电缆能耗 is void by it", "Accept and approve again")]
    public async Task AP_10_the_review_has_participants_and_an_agenda_and_may_end_in_a_new_approval(string locale, params string[] parts)
    {
        await using var bot = await TestBot.StartAsync();
        var director = locale == "en-US" ? bot.As("何建国").InEnglish() : bot.As("何建国");
        await director.Forges("help");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"), ("terms", "3-4-3 付款"));
        await bot.As("郑文").Forges("approve");
        await bot.As("赵磊").Forges("update_amount", ("deal", "D3"), ("amount", "1800000"));
        await director.IsTold(parts);

        await director.Presses(parts[^1]);

        await bot.As("郑文").IsTold("待 郑文 处理", "与上次提交相比", "¥1,450,000 → ¥1,800,000");
        Assert.Equal((1_800_000m, SalesBot.Contracts.ContractStatus.InApproval), await ContractAsync(bot));
        await bot.As("赵磊").IsTold("合同审批 · 凌云电缆能耗", "待 郑文 处理");
        await bot.As("郑文").Forges("approve");
        Assert.Equal((1_800_000m, SalesBot.Contracts.ContractStatus.Approved), await ContractAsync(bot));
    }

    [Fact]
    public async Task AP_10_a_contract_of_the_older_amount_is_void_and_reverted_it_needs_approval_again_at_the_old_one()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").Forges("approve");
        await bot.As("赵磊").Forges("update_amount", ("deal", "D3"), ("amount", "1800000"));
        Assert.Equal((1_800_000m, SalesBot.Contracts.ContractStatus.Draft), await ContractAsync(bot));

        await bot.As("吴敏").Forges("reject", ("reason", "没有依据"));

        Assert.Equal((1_450_000m, SalesBot.Contracts.ContractStatus.Draft), await ContractAsync(bot));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("郑文").IsTold("待 郑文 处理", "内容没有变化");
    }

    [Fact]
    public async Task AL_02_four_steps_of_six_percent_open_the_review_and_void_the_quote()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_quote", ("deal", "D1"), ("discount", "0.95"));
        await bot.As("王芳").Forges("approve");

        foreach (var amount in new[] { "720800", "764048", "809891", "858484" })
        {
            await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", amount));
        }

        await bot.As("何建国").IsTold("金额评审 · 东岭阀门MES", "¥680,000 → ¥858,484（+26%）", "报价审批 · 东岭阀门MES 已因此失效");
        Assert.Equal(SalesBot.Contracts.ContractStatus.Draft, await bot.Look(db => db.Quotes.Select(q => q.Status).SingleAsync()));
    }

    [Fact]
    public async Task The_one_who_changed_the_amount_does_not_review_it()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("何建国").Forges("update_amount", ("deal", "D1"), ("amount", "100000"));

        Assert.Equal(["吴敏"], await bot.Look(db => db.Approvers.Select(a => a.Person.Name).ToListAsync()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_deal_under_review_shows_its_amount_as_pending()
    {
        await using var bot = await OpenedAsync();

        var rep = await bot.As("赵磊").Forges("show_deal", ("deal", "D1"));

        rep.Hears("¥816,000（评审中）");
    }

    [Fact]
    public async Task Two_changes_at_the_same_moment_open_one_review()
    {
        await using var bot = await TestBot.StartAsync();

        await Task.WhenAll(
            Task.Run(() => bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", "1000000"))),
            Task.Run(() => bot.As("王芳").Forges("update_amount", ("deal", "D1"), ("amount", "1100000"))));

        Assert.Equal(1, await bot.Look(db => db.Approvals.CountAsync()));
        Assert.Equal((await Deal(bot)).Amount, await bot.Look(db => db.Approvals.Select(a => a.AmountAfter).SingleAsync()));
    }

    private static async Task<TestBot> OpenedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("update_amount", ("deal", "D1"), ("amount", "816000"));
        await bot.DeliverAsync();
        return bot;
    }

    private static Task<Deal> Deal(TestBot bot) => bot.Look(db => db.Deals.FirstAsync(d => d.Key == "D1"));

    private static async Task<(decimal?, decimal?, bool)> State(TestBot bot)
    {
        var deal = await Deal(bot);
        return (deal.Amount, deal.ReviewedAmount, deal.AmountInReview);
    }

    private static Task<(decimal, SalesBot.Contracts.ContractStatus)> ContractAsync(TestBot bot) =>
        bot.Look(async db => await db.Contracts.Select(c => new ValueTuple<decimal, SalesBot.Contracts.ContractStatus>(c.Amount, c.Status)).SingleAsync());
}
