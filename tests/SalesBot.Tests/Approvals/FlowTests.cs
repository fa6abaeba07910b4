using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Approvals.Flows;
using SalesBot.Data;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>Approval flows as the company lays them down (AP-08).</summary>
public sealed class FlowTests
{
    [Fact]
    public async Task AP_08_a_quote_far_off_the_price_goes_to_the_superior_and_then_to_the_director()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_quote", ("deal", "D1"), ("discount", "0.8"));
        await bot.As("王芳").IsTold("报价审批 · 东岭阀门MES", "第 1 步", "待 王芳，3月13日 周五 10:00 前", "第 2 步", "之后 何建国");
        bot.Clock.Advance(TimeSpan.FromHours(3));

        await bot.As("王芳").Presses("批准");

        await bot.As("赵磊").IsTold("王芳 已批准 3月11日 周三 13:00", "待 何建国，3月13日 周五 13:00 前");
        await bot.As("何建国").IsTold("报价审批 · 东岭阀门MES", "待 何建国 处理，自 3月11日 周三 13:00 起", "批准");
        Assert.Equal(ApprovalStatus.Pending, await Status(bot));
        await bot.As("何建国").Presses("批准");
        await bot.As("赵磊").IsTold("何建国 已于 3月11日 周三 13:00 批准");
        Assert.Equal(ApprovalStatus.Approved, await Status(bot));
    }

    /// <summary>Whose card is too old to change in the messenger learns of the decision all the same, and nobody twice.</summary>
    [Fact]
    public async Task AP_08_a_decision_comes_anew_to_whoever_has_a_card_and_is_not_told_otherwise_and_a_step_does_not()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_quote", ("deal", "D1"), ("discount", "0.8"));
        await bot.DeliverAsync();
        await bot.As("王芳").Presses("批准");
        await bot.DeliverAsync();
        Assert.Empty(await AnewAsync());

        await bot.As("何建国").Presses("批准");
        await bot.DeliverAsync();

        Assert.Equal(["王芳"], await AnewAsync());

        async Task<List<string>> AnewAsync()
        {
            var anew = new List<string>();
            foreach (var name in new[] { "赵磊", "王芳", "何建国" })
            {
                var key = (await bot.PersonAsync(name)).Key;
                anew.AddRange(bot.Messenger.To(key).Where(m => m.Message is { UpdatesActivityId: not null, Content.ComesAnew: true }).Select(_ => name));
            }

            return anew;
        }
    }

    /// <summary>Whoever had decided before hears of the end by the card alone, and was not told that it was taken back.</summary>
    [Fact]
    public async Task Whoever_heard_of_the_end_only_by_a_card_is_told_that_it_was_undone()
    {
        await using var bot = await TestBot.StartAsync();
        await LayDownAsync(bot, """{"flows":{"contract":[{"steps":[{"who":["head:legal"]},{"who":["head:director"]}]}]}}""");
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        await bot.As("郑文").Presses("批准");
        await bot.DeliverAsync();
        await rep.Forges("lose_deal", ("deal", "D3"), ("reason", "预算取消"));
        await bot.DeliverAsync();

        await rep.Presses("撤销");

        await bot.As("郑文").IsTold("赵磊 撤销了");
    }

    [Fact]
    public async Task AP_08_the_same_way_is_told_in_english()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("Emma Novak").InEnglish().Forges("help");

        await bot.As("Kevin Doyle").InEnglish().Forges("submit_quote", ("deal", "D7"), ("discount", "0.7"));

        await bot.As("Emma Novak").IsTold("Quote approval · Quarry Stone EMS", "Step 1", "with Emma Novak, until Fri 13 Mar 10:00", "Step 2", "then Jack He");
    }

    [Fact]
    public async Task AP_08_a_press_on_the_card_of_a_step_that_is_over_says_with_whom_it_is()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_quote", ("deal", "D1"), ("discount", "0.8"));
        var key = await bot.Look(db => db.Approvals.Select(a => a.Key).SingleAsync());
        await bot.As("王芳").Forges("approve", ("approval_id", key));

        (await bot.As("王芳").Forges("reject", ("approval_id", key), ("reason", "又想了想"))).Hears("您已于 3月11日 周三 10:00 给出意见：已批准", "还需 何建国 处理");

        Assert.Equal(0, await bot.Look(db => db.Audit.CountAsync(a => a.Refused)));
        Assert.Equal(ApprovalStatus.Pending, await Status(bot));
    }

    [Theory]
    [InlineData("all", 2)]
    [InlineData("majority", 2)]
    [InlineData("any", 1)]
    public async Task AP_08_all_a_majority_or_any_of_three_must_approve(string mode, int needed)
    {
        await using var bot = await TestBot.StartAsync();
        var third = mode == "all" ? "" : ",\"head:director\"";
        await LayDownAsync(bot, """{"flows":{"contract":[{"steps":[{"who":["person:P6","person:P7"THIRD],"mode":"MODE"}]}]}}""".Replace("THIRD", third, StringComparison.Ordinal).Replace("MODE", mode, StringComparison.Ordinal));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        string[] people = ["郑文", "吴敏"];

        for (var i = 0; i < needed; i++)
        {
            Assert.Equal(ApprovalStatus.Pending, await Status(bot));
            await bot.As(people[i]).Forges("approve");
        }

        Assert.Equal(ApprovalStatus.Approved, await Status(bot));
    }

    [Fact]
    public async Task AP_08_of_all_one_who_refuses_decides_and_of_a_majority_not()
    {
        await using var bot = await TestBot.StartAsync();
        await LayDownAsync(bot, """{"flows":{"contract":[{"steps":[{"who":["person:P6","person:P7","person:P0"],"mode":"majority"}]}],"quote":[{"steps":[{"who":["person:P6","person:P7"],"mode":"all"}]}]}}""");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("赵磊").Forges("submit_quote", ("deal", "D1"), ("discount", "0.9"));

        await bot.As("郑文").Forges("reject", ("reason", "毛利太低"), ("kind", "quote"));
        await bot.As("郑文").Forges("reject", ("reason", "条款不行"));
        Assert.Equal([ApprovalStatus.Refused], await bot.Look(db => db.Approvals.Where(a => a.Status != ApprovalStatus.Pending).Select(a => a.Status).ToListAsync()));
        await bot.As("何建国").Forges("reject", ("reason", "同意法务"));

        Assert.Equal(2, await bot.Look(db => db.Approvals.CountAsync(a => a.Status == ApprovalStatus.Refused)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AP_08_two_of_two_who_approve_at_the_same_moment_are_both_counted(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await LayDownAsync(bot, """{"flows":{"contract":[{"steps":[{"who":["person:P6","person:P7"],"mode":"all"}]}]}}""");
        for (var round = 0; round < 5; round++)
        {
            await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"), ("amount", (1000 + round).ToString(System.Globalization.CultureInfo.InvariantCulture)));
            var key = await bot.Look(db => db.Approvals.OrderByDescending(a => a.Id).Select(a => a.Key).FirstAsync());

            await Task.WhenAll(Task.Run(() => bot.As("郑文").Forges("approve", ("approval_id", key))), Task.Run(() => bot.As("吴敏").Forges("approve", ("approval_id", key))));

            Assert.Equal(ApprovalStatus.Approved, await bot.Look(db => db.Approvals.Where(a => a.Key == key).Select(a => a.Status).SingleAsync()));
        }
    }

    [Fact]
    public async Task AP_08_who_approved_in_an_earlier_step_need_not_again()
    {
        await using var bot = await TestBot.StartAsync();
        await LayDownAsync(bot, """{"flows":{"contract":[{"steps":[{"who":["superior"]},{"who":["person:P6"]},{"who":["person:P1","person:P6"],"mode":"all"}]}]}}""");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));

        await bot.As("王芳").Forges("approve");
        await bot.As("郑文").Forges("approve");

        Assert.Equal(ApprovalStatus.Approved, await Status(bot));
    }

    [Fact]
    public async Task AP_08_a_chain_climbs_the_superiors_one_after_the_other()
    {
        await using var bot = await TestBot.StartAsync();
        await LayDownAsync(bot, """{"flows":{"contract":[{"steps":[{"who":["chain:regional_manager"]},{"who":["head:legal"]}]}]}}""");
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.As("王芳").IsTold("第 1 步", "待 王芳", "之后 孙丽", "之后 郑文");

        foreach (var name in new[] { "王芳", "孙丽", "郑文" })
        {
            Assert.Equal(ApprovalStatus.Pending, await Status(bot));
            await bot.As(name).Forges("approve");
        }

        Assert.Equal(ApprovalStatus.Approved, await Status(bot));
    }

    [Theory]
    [InlineData("王芳", "superior", "孙丽")]
    [InlineData("郑文", "head:legal", "何建国")]
    [InlineData("赵磊", "person:NOBODY", "管理员")]
    [InlineData("赵磊", "department_head", "孙丽")]
    [InlineData("赵磊", "superior:2", "孙丽")]
    [InlineData("赵磊", "above:director", "何建国")]
    public async Task AP_08_it_finds_whoever_is_meant_and_never_the_submitter(string submitter, string who, string expected)
    {
        await using var bot = await TestBot.StartAsync();
        await using var db = bot.Open();
        var org = await SalesBot.People.OrgChart.LoadAsync(db, CancellationToken.None);

        var found = FlowSeats.Find(org, new FlowStep([who]), org.Everybody.First(p => p.Name == submitter));

        Assert.Equal([expected], found.Select(p => p.Name), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("500000", null, "郑文")]
    [InlineData("499999", null, "吴敏")]
    [InlineData("499999", "USD", "郑文")]
    public async Task AP_08_the_amount_chooses_the_flow_and_another_currency_counts_as_large(string amount, string? currency, string expected)
    {
        await using var bot = await TestBot.StartAsync();
        await LayDownAsync(bot, """{"flows":{"contract":[{"when":{"amountBelow":500000,"currency":"CNY"},"steps":[{"who":["person:P7"]}]},{"steps":[{"who":["person:P6"]}]}]}}""");

        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"), ("amount", amount), ("currency", currency ?? "CNY"));

        Assert.Equal([expected], await bot.Look(db => db.Approvers.Select(a => a.Person.Name).ToListAsync()), StringComparer.Ordinal);
    }

    [Fact]
    public async Task AP_08_what_is_on_its_way_keeps_the_flow_under_which_it_was_submitted()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_quote", ("deal", "D1"), ("discount", "0.8"));
        await LayDownAsync(bot, """{"flows":{"quote":[{"steps":[{"who":["superior"]}]}]}}""");

        await bot.As("王芳").Forges("approve");

        Assert.Equal(ApprovalStatus.Pending, await Status(bot));
    }

    [Fact]
    public async Task AP_08_working_time_stops_at_night_and_over_the_weekend()
    {
        await using var bot = await TestBot.StartAsync();
        await LayDownAsync(bot, """{"flows":{"contract":[{"steps":[{"who":["head:legal"],"hours":27,"workingTime":true}]}]}}""");

        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));

        Assert.Equal(new DateTimeOffset(2026, 3, 16, 10, 0, 0, TimeSpan.FromHours(8)), await bot.Look(db => db.Approvals.Select(a => a.DueAt).SingleAsync()));
    }

    [Theory]
    [InlineData("审批流程", "zh-CN", "系统默认", "合同审批", "法务负责人（郑文）", "优惠超过 15%", "批量批准")]
    [InlineData("how are contracts approved?", "en-US", "As shipped", "Contract approval", "the head of legal (Wen Zheng)", "more than 15 % off", "48 hours by the clock")]
    public async Task AP_08_everybody_may_ask_how_things_are_approved(string said, string locale, params string[] parts)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");

        (await rep.Says(said)).Hears(parts);
    }

    internal static async Task LayDownAsync(TestBot bot, string json)
    {
        await using var db = bot.Open();
        db.Definitions.Add(new Definition { Key = Keys.New('F'), Name = FlowBook.Name, Number = 1, Content = json, CreatedAt = bot.Clock.Now });
        await db.SaveChangesAsync();
    }

    private static Task<ApprovalStatus> Status(TestBot bot) => bot.Look(db => db.Approvals.OrderByDescending(a => a.Id).Select(a => a.Status).FirstAsync());
}
