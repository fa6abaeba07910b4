using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

public sealed class ComplaintTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AP_05_complaints_about_approvals_are_counted_against_the_period_before(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        (await bot.As("赵磊").Says("投诉：合同审批太慢")).Hears("投诉已记录", "撤销");
        await bot.PassAsync(TimeSpan.FromDays(100));
        (await bot.As("赵磊").Says("东岭阀门投诉合同审批太慢")).Hears("投诉已记录", "东岭阀门");
        await bot.As("刘晨").InEnglish().Says("complain about quote approvals being slow");

        (await bot.As("何建国").Says("审批用时")).Hears("投诉 2 次，上一同期 1 次");
        (await bot.As("何建国").InEnglish().Says("approval times")).Hears("complaints: 2, in the same time before: 1");
        Assert.Equal([ApprovalKind.Contract, ApprovalKind.Contract, ApprovalKind.Quote], await bot.Look(db => db.Complaints.OrderBy(c => c.Id).Select(c => c.About!.Value).ToListAsync()));
        Assert.Equal("C1", await bot.Look(db => db.Complaints.Where(c => c.CustomerId != null).Select(c => c.Customer!.Key).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_long_complaint_is_cut_between_two_characters(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var said = "投诉：合同审批" + new string('慢', Complaint.LongestText - 8) + "😀太久了";

        (await bot.As("赵磊").Says(said)).Hears("投诉已记录");

        Assert.Equal(said[..(Complaint.LongestText - 1)], await bot.Look(db => db.Complaints.Select(c => c.Text).SingleAsync()));
    }
}
