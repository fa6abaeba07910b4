using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>What went wrong when somebody who had read nothing but the README talked for a day.</summary>
public sealed class FirstDayTests
{
    [Theory]
    [InlineData("Quarry Stone EMS next step: demo on Friday at 10am", "demo")]
    [InlineData("next step for Quarry Stone EMS: send the quote to Kevin by Friday", "send the quote to Kevin")]
    public async Task A_next_step_has_no_preposition_left_over(string said, string step)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("Kevin Doyle").InEnglish().Says(said);

        Assert.Equal(step, await StepAsync(bot, "D7"));
    }

    [Theory]
    [InlineData("东岭阀门MES下一步周五发报价给周总", "发报价给周总")]
    [InlineData("东岭阀门MES下一步 周五 给周总发报价", "给周总发报价")]
    [InlineData("下一步 东岭阀门MES 周五约周总看现场", "约周总看现场")]
    [InlineData("刚拜访完东岭阀门周总 客户预算冻结 下一步下周三约李工复盘", "约李工复盘")]
    public async Task Whom_a_next_step_is_for_belongs_to_it(string said, string step)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Equal(step, await StepAsync(bot, "D1"));
    }

    [Fact]
    public async Task Moving_it_gives_no_reason()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();

        await rep.Says("show Quarry Stone EMS");
        await rep.Says("move it to contact");

        rep.Hears("Contact");
        rep.DoesNotHear("it to");
    }

    [Fact]
    public async Task To_complete_a_to_do_about_a_contract_submits_none()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var kevin = await db.People.FirstAsync(p => p.Key == "P5");
            db.Add(new Todo { Key = "T71", Title = "Send contract draft", OwnerId = kevin.Id, DueOn = new DateOnly(2026, 3, 13), CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
            await bot.Get<NameFeed>().LoadAsync(CancellationToken.None);
        }

        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Says("show Quarry Stone EMS");
        await rep.Says("complete Send contract draft");

        rep.Hears("Done: Send contract draft");
        Assert.False(await bot.Look(db => db.Set<Approval>().AnyAsync()));
        Assert.NotNull(await bot.Look(db => db.Todos.Where(t => t.Key == "T71").Select(t => t.DoneAt).SingleAsync()));
    }

    [Theory]
    [InlineData("赵磊", "先不要动这单")]
    [InlineData("赵磊", "东岭阀门MES丢了怎么办金额改成多少合适合同要不要提交")]
    [InlineData("赵磊", "要是降到80万呢")]
    [InlineData("郑文", "不要同意合同")]
    public async Task What_was_not_understood_is_answered_by_questions_to_try_and_never_by_an_order(string person, string said)
    {
        await using var bot = await TestBot.StartAsync();
        var someone = bot.As(person);

        await someone.Says("东岭阀门MES");
        await someone.Says(said);

        foreach (var suggestion in someone.LastMessages[^1].Reply.QuickReplies)
        {
            await someone.Says(suggestion.Says);
            someone.DoesNotHear("✓");
        }

        Assert.Equal(680_000m, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).FirstAsync()));
        Assert.Equal(DealStatus.Open, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Status).FirstAsync()));
    }

    [Fact]
    public async Task A_period_of_closing_is_said_once()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();

        await rep.Says("deals closing in May");

        rep.Hears("closing Fri 1 May – Sun 31 May");
    }

    [Theory]
    [InlineData("deals closing before May", "closing by Thu 30 Apr")]
    [InlineData("deals closing before June", "closing by Sun 31 May")]
    [InlineData("deals closing by June", "closing by Tue 30 Jun")]
    [InlineData("5月前要签的商机", "closing by Thu 30 Apr")]
    public async Task Before_a_month_is_not_within_it(string said, string heard)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();

        await rep.Says(said);

        rep.Hears(heard);
        rep.DoesNotHear("closing from", "–");
    }

    [Fact]
    public async Task Lines_keep_their_own_numbers()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("add_task", ("content", "给百川改方案"), ("date", "2026-03-13"));
        await rep.Says("我的待办");

        // "1. " would be a Markdown list, which the chat page numbers anew in every block.
        Assert.Contains("1.\\u00A0", rep.LastMessages[^1].Reply.Card!.Value.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_only_unfinished_contract_of_a_customer_says_which_of_two_deals_is_submitted()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var cables = await db.Deals.FirstAsync(d => d.Key == "D3");
            db.Add(new Deal
            {
                Key = "D31", Name = "凌云电缆二期", CustomerId = cables.CustomerId, OwnerId = cables.OwnerId, Stage = "lead", Amount = 600_000, ReviewedAmount = 600_000, StageSince = TestBot.Start,
                CreatedAt = TestBot.Start,
            });
            db.Add(new Contract { Key = "CT3", Title = "凌云电缆能耗合同", DealId = cables.Id, CustomerId = cables.CustomerId, Amount = 1_450_000, CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
            await bot.Get<NameFeed>().LoadAsync(CancellationToken.None);
        }

        var rep = bot.As("赵磊");
        await rep.Says("凌云电缆合同提交审批");
        rep.Hears("合同已提交审批", "凌云电缆能耗");
        await bot.As("郑文").IsTold("合同审批 · 凌云电缆能耗合同");
    }

    [Fact]
    public async Task A_receipt_does_not_say_that_a_field_was_empty_before()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("东岭阀门MES下一步周五发报价");
        rep.Hears("发报价");
        rep.DoesNotHear("未填");
        await rep.Says("撤销");
        rep.Hears("发报价 → **已清空**");
    }

    private static Task<string?> StepAsync(TestBot bot, string deal) => bot.Look(db => db.Deals.Where(d => d.Key == deal).Select(d => d.NextStep).SingleAsync());
}
