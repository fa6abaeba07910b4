using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.FollowUps;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

public sealed class ShowDealTests
{
    [Fact]
    public async Task The_card_says_where_it_stands_what_was_said_and_who_holds_the_ball()
    {
        await using var bot = await TestBot.StartAsync();
        await AddHistory(bot);
        var rep = bot.As("赵磊");

        await rep.Forges("show_deal", ("deal", "D1"));

        rep.Hears("东岭阀门 · 赵磊", "●●●●○○", "方案提交 · 第 2 天", "¥680,000", "4月12日 周日", "郑文 审批中：3月9日 周一 10:00 送达，3月11日 周三 10:00 到期");
        rep.Hears("3月10日 周二 10:00 · 电话", "周总说预算批了", "第三次").DoesNotHear("第四次");
        rep.Hears("记跟进", "定下一步", "推进到商务谈判", "改金额", "查看审批");
    }

    [Theory]
    [InlineData("amount", "Amount: ¥680,000")]
    [InlineData("stage", "Stage: Proposal")]
    [InlineData("owner", "Owner: Ray Zhao")]
    public async Task What_was_asked_for_is_answered_first(string field, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();

        await rep.Forges("show_deal", ("deal", "D1"), ("field", field));

        rep.Hears(answer);
        Assert.Equal(answer, rep.LastMessages[0].Reply.Text);
    }

    [Fact]
    public async Task A_close_date_that_passed_is_marked()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Clock.Advance(TimeSpan.FromDays(40));
        var rep = bot.As("赵磊");

        await rep.Forges("show_deal", ("deal", "D1"));

        rep.Hears("4月12日 周日 已过期", "第 42 天");
    }

    [Fact]
    public async Task Legal_sees_the_deal_but_gets_no_buttons_to_change_it()
    {
        await using var bot = await TestBot.StartAsync();
        var legal = bot.As("郑文");

        await legal.Forges("show_deal", ("deal", "D1"));

        legal.Hears("东岭阀门MES").DoesNotHear("改金额", "推进到", "提交合同");
    }

    [Fact]
    public async Task Of_a_customers_several_deals_one_is_chosen()
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var first = await db.Deals.FirstAsync(d => d.Key == "D1");
            db.Add(new SalesBot.Deals.Deal { Key = "D1B", Name = "东岭阀门备件", CustomerId = first.CustomerId, OwnerId = first.OwnerId, StageSince = TestBot.Start, CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        var rep = bot.As("赵磊");
        await rep.Forges("show_deal", ("customer", "C1"));
        rep.Hears("有 2 个商机符合", "东岭阀门MES", "东岭阀门备件");
    }

    private static async Task AddHistory(TestBot bot)
    {
        await using var db = bot.Open();
        var deal = await db.Deals.FirstAsync(d => d.Key == "D1");
        var legal = await db.People.FirstAsync(p => p.Key == "P6");
        string[] said = ["周总说预算批了", "第二次", "第三次", "第四次"];
        db.AddRange(said.Select((content, i) => new FollowUp
        {
            Key = $"F{i}", DealId = deal.Id, AuthorId = deal.OwnerId, Method = "call", Content = content, HappenedAt = TestBot.Start.AddDays(-1 - i), CreatedAt = TestBot.Start,
        }));
        var approval = new Approval { Key = "A1", Kind = ApprovalKind.Contract, DealId = deal.Id, SubmitterId = deal.OwnerId, SubmittedAt = TestBot.Start.AddDays(-2), DueAt = TestBot.Start, CreatedAt = TestBot.Start };
        approval.Approvers.Add(new Approver { Key = "AP1", Person = legal, AddedAt = TestBot.Start.AddDays(-2), CreatedAt = TestBot.Start });
        db.Add(approval);
        await db.SaveChangesAsync();
    }
}
