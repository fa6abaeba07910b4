using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Tasks;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Process;

public sealed class FlowTests
{
    [Theory]
    [OnSqlite, OnPostgres]
    internal async Task ST_16_the_flow_chart_marks_the_worst_break(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await using (var db = bot.Open())
        {
            var deal = await db.Deals.FirstAsync(d => d.Key == "D2");
            var day = 0;
            foreach (var (from, to) in new[] { ("contact", "qualify"), ("qualify", "proposal"), ("proposal", "qualify"), ("qualify", "proposal"), ("proposal", "qualify"), ("qualify", "proposal"), ("proposal", "lost") })
            {
                db.Add(new StageChange { Key = Keys.New('H'), CreatedAt = TestBot.Start, Deal = deal, From = from, To = to, At = TestBot.Start.AddDays(-60 + (4 * day++)) });
            }

            await db.SaveChangesAsync();
        }

        (await bot.As("王芳").Says("流程图")).Hears("4 · 方案提交 ⚠", "最大断点：方案提交，离开的商机有 100%", "中位 4 天", "退回 2 次", "现有 2 个");
        (await bot.As("王芳").InEnglish().Says("where is the bottleneck?")).Hears("Worst break: Proposal");
    }

    [Fact]
    public async Task ST_13_a_deal_won_makes_a_reminder_of_the_next_order_and_undo_takes_it_along()
    {
        await using var bot = await ShippedCompany.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆合同提交审批");
        await bot.As("郑文").Says("批准凌云电缆的合同");
        await rep.Says("凌云签了 145万");

        rep.Hears("恭喜赢单", "联系 凌云电缆 再次采购");
        Assert.Equal(new DateOnly(2027, 1, 11), await bot.Look(db => db.Todos.Where(t => t.Kind == TodoKind.Reorder).Select(t => t.DueOn).SingleAsync()));
        await rep.Presses("撤销");
        Assert.False(await bot.Look(db => db.Todos.AnyAsync(t => t.Kind == TodoKind.Reorder)));
    }

    [Fact]
    public async Task ST_15_a_quote_before_the_proposal_is_warned_about()
    {
        await using var bot = await ShippedCompany.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Forges("submit_quote", ("deal", "D1"), ("discount", "0.95"))).Hears("还没有方案文件就报价了", "上传方案文件");

        await bot.HandInAsync("D5", "proposal", "赵磊");
        (await rep.Forges("submit_quote", ("deal", "D5"), ("discount", "0.95"))).DoesNotHear("还没有方案文件就报价了");
    }

    [Fact]
    public async Task ST_15_two_reps_at_one_customer_are_both_warned()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("王芳").Forges("create_deal", ("customer", "C1"), ("owner", "P3"), ("amount", "100000"), ("close_date", "2026-06-01"), ("deal_name", "备件"))).Hears("该客户另有 赵磊 的进行中商机，已告知对方");

        await bot.As("赵磊").IsTold("王芳 在客户 东岭阀门 新建了商机“东岭阀门备件”，该客户已有其他同事的进行中商机");
        await bot.As("刘晨").IsTold("王芳 在客户 东岭阀门 新建了商机“东岭阀门备件”，该客户已有其他同事的进行中商机");
    }

    [Theory]
    [InlineData("/待办", "待办")]
    [InlineData("/客户池", "万象包装")]
    [InlineData("/业绩", "目标")]
    [InlineData("客户池", "公海客户 1 个")]
    public async Task ST_14_the_desk_is_a_press_or_a_word_away(string said, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Joins()).Hears("客户池", "业绩");
        (await rep.Says(said)).Hears(answer);
    }

    [Theory]
    [InlineData("my tasks", "to-do")]
    [InlineData("pool of customers", "1 customer in the pool")]
    [InlineData("how am I doing against target", "target")]
    public async Task ST_14_the_desk_is_a_press_or_a_word_away_in_English(string said, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();

        (await rep.Joins()).Hears("Pool of customers", "Results", "My to-dos");
        await rep.Forges("submit_quote", ("deal", "D1"));
        (await rep.Says(said)).Hears(answer);
    }

    [Theory]
    [InlineData("给东岭阀门MES留言：下周带技术去一趟", "批注已记下", "下周带技术去一趟")]
    [InlineData("comment on 东岭阀门MES: take an engineer along", "Remark noted", "take an engineer along")]
    public async Task ST_12_a_manager_leaves_a_remark_in_these_words(string said, string answer, string remark)
    {
        await using var bot = await TestBot.StartAsync();

        (await (answer[0] < 128 ? bot.As("王芳").InEnglish() : bot.As("王芳")).Says(said)).Hears(answer, remark);

        Assert.Null(await bot.Look(db => Task.FromResult(db.Deals.Single(d => d.Key == "D1").NextStep)));
    }

    [Fact]
    public async Task ST_12_an_open_deal_without_a_step_is_due_when_its_stage_calls_it_stalled()
    {
        await using var bot = await TestBot.StartAsync();

        (await bot.As("刘晨").Forges("show_deal", ("deal", "D2"))).Hears("应推进日", "3月16日");
    }
}
