using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.People;

/// <summary>Who may do what, as DESIGN.md says it, and not as the table happens to say.</summary>
public sealed class RoleTests
{
    [Theory]
    [InlineData(Role.Rep, "ReadSales FollowUp WriteSales SubmitApproval ReadReports")]
    [InlineData(Role.Manager, "ReadSales FollowUp WriteSales SubmitApproval ReadReports Decide ManageTeam")]
    [InlineData(Role.RegionalManager, "ReadSales FollowUp WriteSales SubmitApproval ReadReports Decide ManageTeam Broadcast")]
    [InlineData(Role.Director, "ReadSales FollowUp WriteSales SubmitApproval ReadReports Decide ManageTeam StopNudges Broadcast")]
    [InlineData(Role.Legal, "ReadSales Decide KeepTemplates")]
    [InlineData(Role.Finance, "ReadSales Decide ReadReports ManageMoney")]
    [InlineData(Role.CustomerSuccess, "ReadSales FollowUp Serve")]
    [InlineData(Role.Admin, "ReadSales FollowUp WriteSales SubmitApproval ReadReports Decide ManageTeam ManageMoney Serve KeepTemplates StopNudges Broadcast Administer")]
    internal void Each_role_may_what_its_work_needs_and_nothing_else(Role role, string granted)
    {
        var person = new Person { Role = role };
        var may = Enum.GetValues<Permission>().Where(p => person.May(p)).Select(p => p.ToString()).Order(StringComparer.Ordinal);

        Assert.Equal(granted.Split(' ').Concat(["Anyone", "Member"]).Order(StringComparer.Ordinal), may, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Customer_success_changes_no_deal_and_no_customer()
    {
        await using var bot = await TestBot.StartAsync();
        var success = bot.As("林小雨");
        var before = await VersionsAsync(bot);

        foreach (var command in CommandTable.Scan().All.Where(c => c.Spec.Needs == Permission.WriteSales))
        {
            await success.Forges(command.Spec.Id, ("deal", "D3"), ("customer", "C6"), ("amount", "1"), ("close_date", "2026-06-01"), ("stage", "won"), ("next_step", "x"), ("date", "2026-06-01"), ("reason", "x"));
            success.Hears("不在客户成功的权限范围内");
        }

        Assert.Equal(before, await VersionsAsync(bot));
    }

    [Fact]
    public async Task Customer_success_logs_what_was_said_and_what_comes_next_without_moving_the_deals_next_step()
    {
        await using var bot = await TestBot.StartAsync();
        var success = bot.As("林小雨");

        await success.Forges("log_followup", ("deal", "D3"), ("content", "对方想看二期方案"), ("next_step", "寄资料"), ("next_date", "2026-03-16"));
        success.Hears("跟进已记录", "已告知：赵磊");
        await success.Forges("log_followup", ("deal", "D3"), ("content", "又聊了一次"));
        await success.Says("下周一回访");

        success.DoesNotHear("权限范围");
        Assert.Null(await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.NextStep).SingleAsync()));
        await success.Forges("show_deal", ("deal", "D3"));
        success.Hears("记跟进").DoesNotHear("改金额", "推进到", "提交合同");
    }

    private static Task<List<long>> VersionsAsync(TestBot bot) =>
        bot.Look(db => db.Deals.OrderBy(d => d.Id).Select(d => d.Version).Concat(db.Customers.OrderBy(c => c.Id).Select(c => c.Version)).ToListAsync());
}
