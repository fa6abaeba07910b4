using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

public sealed class SubmitTests
{
    [Fact]
    public async Task AP_01_a_contract_goes_to_the_head_of_legal_and_the_receipt_says_who_has_it_until_when()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("submit_contract", ("deal", "D3"), ("terms", "3-4-3 付款"));

        rep.Hears("合同已提交审批", "凌云电缆能耗", "现在由 郑文 审批", "最晚 3月13日 周五 10:00 前", "¥1,450,000", "已告知：郑文", "撤回");
        await bot.As("郑文").IsTold("合同审批 · 凌云电缆能耗", "待 郑文 处理，自 3月11日 周三 10:00 起", "凌云电缆", "¥1,450,000", "3-4-3 付款", "赵磊", "送达后 48 小时内", "批准", "退回修改", "拒绝");
        Assert.Equal(ContractStatus.InApproval, (await Contract(bot)).Status);
    }

    [Fact]
    public async Task AP_01_submitting_again_opens_nothing_new_and_says_since_when_and_with_whom_it_is()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Forges("submit_contract", ("deal", "D3"));
        bot.Clock.Advance(TimeSpan.FromHours(3));

        await rep.Forges("submit_contract", ("deal", "D3"));

        rep.Hears("Already in review since Wed 11 Mar 10:00, with Wen Zheng", "45 hours left");
        Assert.Equal(1, await bot.Look(db => db.Approvals.CountAsync()));
        Assert.Equal(1, await bot.Look(db => db.Contracts.CountAsync()));
    }

    /// <summary>The contracts of the customer's other deals were offered to be chosen from.</summary>
    [Theory]
    [InlineData("提交凌云电缆备件的合同审批")]
    [InlineData("把凌云电缆备件的合同送审")]
    [InlineData("submit the 凌云电缆备件 contract for approval")]
    public async Task AP_01_the_contract_of_a_deal_that_was_named_is_none_of_the_customers_other_deals(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var known = await db.Deals.Include(d => d.Customer).Include(d => d.Owner).FirstAsync(d => d.Key == "D3");
            db.AddRange(new[] { "凌云电缆备件", "凌云电缆二期" }.Select((name, i) => new SalesBot.Deals.Deal
            {
                Key = $"D3{i}", Name = name, Customer = known.Customer, Owner = known.Owner, Stage = known.Stage, Amount = 200_000, ReviewedAmount = 200_000, Currency = "CNY", CloseDate = known.CloseDate,
                StageSince = known.StageSince, LastActivityAt = known.LastActivityAt, CreatedAt = known.CreatedAt,
            }));
            await db.SaveChangesAsync();
        }

        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        var rep = bot.As("赵磊");
        await rep.Forges("submit_contract", ("deal", "D3"));
        await rep.Forges("submit_contract", ("deal", "D31"));

        (await rep.Says(said)).Hears("合同已提交审批", "凌云电缆备件", "¥200,000");
        Assert.Equal(["D3", "D31", "D30"], await bot.Look(db => db.Contracts.OrderBy(c => c.Id).Select(c => c.Deal!.Key).ToListAsync()));
    }

    [Fact]
    public async Task A_quote_goes_to_the_direct_superior_with_the_discount_against_the_deals_amount()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("submit_quote", ("deal", "D1"), ("discount", "0.85"));

        rep.Hears("报价已提交审批", "¥578,000", "现在由 王芳 审批");
        await bot.As("王芳").IsTold("报价审批 · 东岭阀门MES", "¥578,000（低于商机金额 ¥680,000，差 15%）", "8.5折");
    }

    [Fact]
    public async Task The_same_card_is_read_in_english()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("Emma Novak").InEnglish().Forges("help");

        await bot.As("Kevin Doyle").InEnglish().Forges("submit_quote", ("deal", "D7"), ("amount", "80000"));

        await bot.As("Emma Novak").IsTold("Quote approval · Quarry Stone EMS", "Waiting for Emma Novak since Wed 11 Mar 10:00", "$80,000 (9% below the deal's $88,000)", "48 hours after it arrived", "Approve", "Return", "Refuse");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.1")]
    [InlineData("9")]
    public async Task A_discount_that_cannot_be_meant_is_not_submitted(string discount)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("submit_quote", ("deal", "D1"), ("discount", discount));

        rep.Hears("没有读懂折扣");
        Assert.Equal(0, await bot.Look(db => db.Quotes.CountAsync()));
    }

    [Fact]
    public async Task A_quote_by_the_superior_goes_one_level_up_and_at_the_top_to_an_admin()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("王芳").Forges("submit_quote", ("deal", "D1"), ("discount", "0.9"));
        await bot.As("何建国").Forges("submit_quote", ("deal", "D3"), ("discount", "0.9"));

        await bot.As("孙丽").IsTold("报价审批 · 东岭阀门MES");
        await bot.As("管理员").IsTold("报价审批 · 凌云电缆能耗");
    }

    [Fact]
    public async Task Without_anybody_in_legal_a_contract_goes_to_an_admin() => await GoesToAsync("管理员", "郑文");

    [Fact]
    public async Task Without_an_admin_either_it_goes_to_finance() => await GoesToAsync("吴敏", "郑文", "管理员");

    private static async Task GoesToAsync(string decides, params string[] gone)
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            await db.People.Where(p => gone.Contains(p.Name)).ForEachAsync(p => p.Active = false);
            await db.SaveChangesAsync();
        }

        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));

        await bot.As(decides).IsTold("合同审批 · 凌云电缆能耗");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_submissions_at_the_same_moment_open_one_approval(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => bot.As(i % 2 == 0 ? "赵磊" : "王芳").Forges("submit_contract", ("deal", "D3")))));

        Assert.Equal(1, await bot.Look(db => db.Approvals.CountAsync()));
        Assert.Equal(1, await bot.Look(db => db.Contracts.CountAsync()));
    }

    private static Task<Contract> Contract(TestBot bot) => bot.Look(db => db.Contracts.SingleAsync());
}
