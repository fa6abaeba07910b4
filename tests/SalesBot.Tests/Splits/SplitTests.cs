using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Splits;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Splits;

public sealed class SplitTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task GV_05_similar_deals_of_one_customer_that_together_pass_the_limit_are_put_before_director_and_finance(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await New(rep, "C6", "包装线一期", 300_000);
        rep.DoesNotHear("核对");
        await bot.PassAsync(TimeSpan.FromDays(3));
        await New(rep, "C6", "包装线二期", 260_000);

        rep.Hears("与该客户的 1 个同类商机合计 ¥560,000，已请 何建国、吴敏 核对是否为框架订单").DoesNotHear("拆");
        await bot.As("何建国").IsTold("关联商机核对", "万象包装包装线一期", "¥300,000 · 赵磊 · 3月11日", "万象包装包装线二期", "¥260,000", "¥560,000（限额 ¥500,000），3 天内建立", "框架订单，合理", "按一个整体审批");
        await bot.As("吴敏").IsTold("关联商机核对");
        (await bot.As("何建国").Forges("list_approvals")).Hears("关联商机核对 · 万象包装包装线一期", "¥560,000");
        Assert.Equal(2, (await Review(bot)).About.Count);
    }

    [Fact]
    public void Firms_are_found_among_many_as_they_are_found_one_by_one()
    {
        var random = new Random(7);
        string[] names = ["东岭阀门", "东岭阀门苏州", "东岭", "Pinecrest", "Pinecrest Dental", "Pine", "凌云电缆", "凌云电缆有限公司", "Blue Fjord", "Blue Fjord Marine", "百川"];
        List<Customer> customers = [.. Enumerable.Range(1, 200).Select(i => new Customer
        {
            Id = i, Key = $"C{i}", Name = i < 100 ? $"Firm {i:000}" : names[random.Next(names.Length)], LegalName = random.Next(4) == 0 ? names[random.Next(names.Length)] : null,
            TaxId = random.Next(5) == 0 ? $"9132{random.Next(30)}" : null,
        })];
        foreach (var customer in customers.Where(_ => random.Next(3) == 0))
        {
            customer.Contacts.Add(new Contact { Key = "K" + customer.Key, Name = "x", Phone = $"138000000{random.Next(40):00}" });
        }

        var firms = new Firms(customers);

        foreach (var one in customers)
        {
            var near = firms.Of(one.Id).ToHashSet();
            Assert.DoesNotContain(customers, other => Likeness.AreOneFirm(one, other) && !near.Contains(other.Id));
        }

        Assert.True(customers.Average(c => firms.Of(c.Id).Count()) < 60);
    }

    [Fact]
    public async Task GV_05_a_framework_order_is_remembered_for_the_customer_and_not_asked_about_again()
    {
        await using var bot = await SplitAsync();
        var director = bot.As("何建国");
        await director.Presses("框架订单，合理");
        await bot.As("赵磊").IsTold("已确认为框架订单");

        await New(bot.As("赵磊"), "C6", "包装线三期", 250_000);
        Assert.Equal(1, await bot.Look(db => db.Approvals.CountAsync()));
        await bot.PassAsync(TimeSpan.FromDays(200));
        await New(bot.As("赵磊"), "C6", "包装线四期", 300_000);
        await New(bot.As("赵磊"), "C6", "包装线五期", 300_000);
        Assert.Equal(2, await bot.Look(db => db.Approvals.CountAsync()));
    }

    [Fact]
    public async Task GV_05_approve_as_one_needs_a_reason_and_owner_and_superior_are_told_without_reproach()
    {
        await using var bot = await SplitAsync();
        var finance = bot.As("吴敏").InEnglish();
        await finance.Presses("按一个整体审批", ("reason", "同一条产线"));
        await bot.As("赵磊").IsTold("万象包装包装线一期", "今后按一个整体审批", "同一条产线", "一并提交");
        await bot.As("王芳").IsTold("今后按一个整体审批");
        Assert.Equal(ApprovalStatus.Refused, (await Review(bot)).Status);

        await bot.ScanAsync();
        Assert.Equal(1, await bot.Look(db => db.Approvals.CountAsync()));
    }

    [Fact]
    public async Task GV_05_a_review_that_waits_since_before_deals_were_kept_by_name_is_decided_at_the_first_press()
    {
        await using var bot = await SplitAsync();
        await using (var db = bot.Open())
        {
            var review = await db.Approvals.SingleAsync();
            var old = ApprovalContent.Read(review.Content)!;
            old = new ApprovalContent(old.Fields.Where(f => f.Key != "about").ToDictionary(StringComparer.Ordinal));
            (review.Content, review.ContentHash) = (old.Json, old.Hash);
            await db.SaveChangesAsync();
        }

        await bot.As("何建国").Forges("approve", ("approval_id", (await Review(bot)).Key));

        Assert.Equal(ApprovalStatus.Approved, (await Review(bot)).Status);
    }

    [Fact]
    public async Task A_third_deal_joins_the_open_review_and_a_change_below_the_limit_closes_it()
    {
        await using var bot = await SplitAsync();
        var rep = bot.As("赵磊");
        await New(rep, "C6", "包装线三期", 100_000);
        Assert.Equal(3, (await Review(bot)).About.Count);
        await bot.As("何建国").IsTold("万象包装包装线三期");

        foreach (var key in await bot.Look(db => db.Deals.Where(d => d.Name.Contains("包装线")).Select(d => d.Key).ToListAsync()))
        {
            await rep.Forges("update_amount", ("deal", key), ("amount", "90000"));
        }

        Assert.Equal(ApprovalStatus.Withdrawn, (await Review(bot)).Status);
    }

    [Theory]
    [InlineData("别的线", 300_000, 3, "Chen")]
    [InlineData("售后备件", 260_000, 3, null)]
    [InlineData("包装线二期", 600_000, 3, null)]
    [InlineData("包装线二期", 150_000, 3, null)]
    [InlineData("包装线二期", 260_000, 31, null)]
    public async Task What_is_not_alike_not_close_not_small_or_not_enough_opens_nothing(string name, int amount, int days, string? other)
    {
        await using var bot = await TestBot.StartAsync();
        await New(bot.As("赵磊"), "C6", "包装线一期", 300_000);
        await bot.PassAsync(TimeSpan.FromDays(days));
        await New(bot.As(other is null ? "赵磊" : "刘晨"), "C6", name, amount);
        Assert.Equal(0, await bot.Look(db => db.Approvals.CountAsync()));
    }

    [Fact]
    public async Task GV_05_undo_of_the_deal_takes_it_back_and_closes_the_review()
    {
        await using var bot = await SplitAsync();
        (await bot.As("赵磊").Presses("撤销")).Hears("已撤销");
        Assert.Equal(1, await bot.Look(db => db.Deals.CountAsync(d => d.Name.Contains("包装线"))));
        Assert.Equal(ApprovalStatus.Withdrawn, (await Review(bot)).Status);
    }

    [Fact]
    public async Task GV_05_the_scan_finds_imported_deals_of_a_branch_once_and_the_rule_is_data()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var owner = await db.People.SingleAsync(p => p.Key == "P5");
            var branch = new Customer { Key = "C9", Name = "Quarry Stone East", LegalName = "Quarry Stone East Ltd", Owner = owner, CreatedAt = TestBot.Start };
            db.AddRange(
                new Deal { Key = "X1", Name = "Conveyor retrofit", Customer = await db.Customers.SingleAsync(c => c.Key == "C8"), Owner = owner, Stage = "lead", Amount = 40_000, Currency = "USD", StageSince = TestBot.Start, CreatedAt = TestBot.Start.AddDays(-4) },
                new Deal { Key = "X2", Name = "Conveyor retrofit, part 2", Customer = branch, Owner = owner, Stage = "lead", Amount = 38_000, Currency = "USD", StageSince = TestBot.Start, CreatedAt = TestBot.Start.AddDays(-1) },
                new Definition { Key = "Z1", Name = "split_rule", Number = 1, Content = """{"days":30,"similarity":0.5,"limits":{"USD":90000},"frameworkDays":180}""", CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await bot.ScanAsync();
        Assert.Equal(0, await bot.Look(db => db.Approvals.CountAsync()));
        await bot.Look(db => db.Definitions.ExecuteUpdateAsync(s => s.SetProperty(d => d.Content, """{"days":30,"similarity":0.5,"limits":{"USD":70000},"frameworkDays":180}""")));
        await bot.ScanAsync();
        await bot.ScanAsync();
        await bot.TellAsync();

        Assert.Equal(["X1", "X2"], (await Review(bot)).About, StringComparer.Ordinal);
        await bot.As("何建国").IsTold("关联商机核对", "Conveyor retrofit, part 2", "$78,000（限额 $70,000）");
    }

    private static async Task<TestBot> SplitAsync()
    {
        var bot = await TestBot.StartAsync();
        await New(bot.As("赵磊"), "C6", "包装线一期", 300_000);
        await New(bot.As("赵磊"), "C6", "包装线二期", 260_000);
        await bot.DeliverAsync();
        return bot;
    }

    private static Task<Talk> New(Talk rep, string customer, string name, int amount) =>
        rep.Forges("create_deal", ("customer", customer), ("deal_name", name), ("amount", amount.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("close_date", "2026-12-30"));

    private static Task<Approval> Review(TestBot bot) => bot.Look(db => db.Approvals.AsNoTracking().SingleAsync(a => a.Kind == ApprovalKind.SplitReview));
}
