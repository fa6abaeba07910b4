using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Nudges;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

public sealed class ClockTests
{
    [Fact]
    public async Task AL_06_AP_03_past_the_time_the_head_is_asked_and_everybody_is_told_once()
    {
        await using var bot = await SubmittedAsync();
        await TickAsync(bot, TimeSpan.FromHours(47.9));
        Assert.Equal(0, await bot.Look(db => db.Approvals.Select(a => a.Level).SingleAsync()));

        await TickAsync(bot, TimeSpan.FromHours(0.1));
        await TickAsync(bot, TimeSpan.FromMinutes(5));

        await bot.As("何建国").IsTold("合同审批 · 凌云电缆能耗", "待 何建国 处理，自 3月13日 周五 10:00 起", "3月16日 周一 09:00", "郑文 没有在时限内给出结论", "批准");
        await bot.As("赵磊").IsTold("郑文 没有在时限内处理", "何建国");
        await bot.As("郑文").IsTold("已超时", "何建国", "您仍可处理", "查看审批");
        Assert.Single((await bot.As("赵磊").SeenAsync()), h => h.Text.Contains("没有在时限内处理", StringComparison.Ordinal));
        var entry = await bot.Look(db => db.Audit.SingleAsync(a => a.Command == "escalate_approval"));
        Assert.Null(entry.PersonId);
    }

    [Theory]
    [InlineData("郑文")]
    [InlineData("何建国")]
    public async Task AP_03_after_an_escalation_both_may_decide(string name)
    {
        await using var bot = await SubmittedAsync();
        await TickAsync(bot, TimeSpan.FromHours(48));

        await bot.As(name).Presses("批准");

        await bot.As("赵磊").IsTold(name + " 已于");
        Assert.Equal(ApprovalStatus.Approved, await bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync()));
        foreach (var other in new[] { "郑文", "何建国" })
        {
            Assert.DoesNotContain(await bot.As(other).SeenAsync(), h => h.Text.Contains("退回修改", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task AP_03_a_silent_head_is_passed_after_another_period_and_then_nobody_more()
    {
        await using var bot = await SubmittedAsync();
        await TickAsync(bot, TimeSpan.FromHours(48));
        await TickAsync(bot, TimeSpan.FromHours(47));
        Assert.Equal(1, await bot.Look(db => db.Approvals.Select(a => a.Level).SingleAsync()));

        await TickAsync(bot, TimeSpan.FromHours(1));
        await TickAsync(bot, TimeSpan.FromHours(500));
        bot.Clock.Set(new DateTimeOffset(2026, 4, 8, 10, 0, 0, TimeSpan.FromHours(8)));
        await TickAsync(bot, TimeSpan.Zero);

        await bot.As("管理员").IsTold("合同审批 · 凌云电缆能耗");
        Assert.Equal(2, await bot.Look(db => db.Approvals.Select(a => a.Level).SingleAsync()));
        Assert.Equal(3, await bot.Look(db => db.Approvers.CountAsync()));
    }

    [Fact]
    public async Task AP_03_who_is_asked_on_a_weekend_has_a_whole_period_from_monday_and_is_told_once()
    {
        await using var bot = await SubmittedAsync();
        await TickAsync(bot, TimeSpan.FromHours(48));
        await TickAsync(bot, TimeSpan.FromHours(48));

        await TickAsync(bot, TimeSpan.FromHours(23));

        Assert.Equal(new DateTimeOffset(2026, 3, 18, 9, 0, 0, TimeSpan.FromHours(8)), await bot.Look(db => db.Approvals.Select(a => a.DueAt).SingleAsync()));
        await bot.As("管理员").IsTold("何建国 没有在时限内给出结论", "3月18日 周三 09:00");
        Assert.Single(await bot.As("管理员").SeenAsync(), h => h.Text.Contains("凌云电缆", StringComparison.Ordinal));
        // There is nobody above.
        await TickAsync(bot, TimeSpan.FromHours(24));
        await bot.As("管理员").IsTold("1 个审批等您处理，时限将到", "截止 3月18日 周三 09:00，今天下班前请处理");
    }

    [Fact]
    public async Task AP_03_it_climbs_two_levels_and_no_further()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("Kevin Doyle").Forges("submit_quote", ("deal", "D7"), ("discount", "0.9"));

        for (var period = 0; period < 5; period++)
        {
            await TickAsync(bot, TimeSpan.FromHours(48));
        }

        var asked = await bot.Look(db => db.Approvers.OrderBy(a => a.Id).Select(a => a.Person.Name).ToListAsync());
        Assert.Equal(["Emma Novak", "孙丽", "何建国"], asked, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_decided_approval_is_not_escalated()
    {
        await using var bot = await SubmittedAsync();
        await bot.As("郑文").Presses("批准");

        await TickAsync(bot, TimeSpan.FromHours(60));

        Assert.Equal(0, await bot.Look(db => db.Audit.CountAsync(a => a.Command == "escalate_approval")));
    }

    [Fact]
    public async Task An_escalation_in_the_night_is_told_in_the_morning()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Clock.Advance(TimeSpan.FromHours(13));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));

        await TickAsync(bot, TimeSpan.FromHours(48));
        Assert.Empty(await bot.As("何建国").SeenAsync());
        bot.Clock.Set(new DateTimeOffset(2026, 3, 16, 9, 0, 0, TimeSpan.FromHours(8)));
        await RoundAsync(bot, TimeSpan.Zero);

        await bot.As("何建国").IsTold("合同审批 · 凌云电缆能耗");
    }

    [Fact]
    public async Task Several_approvals_that_are_escalated_in_one_round_are_one_message_to_each_person()
    {
        await using var bot = await SubmittedAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D1"));
        await bot.As("刘晨").Forges("submit_contract", ("deal", "D2"));

        await TickAsync(bot, TimeSpan.FromHours(48));

        Assert.Equal([1, 1, 1, 1], await bot.Look(db => db.Findings.Where(f => f.Rule == "escalated").GroupBy(f => f.PersonId).Select(f => f.Select(x => x.ToldAt).Distinct().Count()).ToListAsync()));
        var seen = await bot.As("何建国").SeenAsync();
        Assert.Single(seen, h => h.Text.Contains("升级", StringComparison.Ordinal));
        await bot.As("何建国").IsTold("3 个审批已升级，请您处理", "凌云电缆能耗", "郑文 没有在时限内给出结论 · 截止 3月16日 周一 09:00，今天下班前请处理", "东岭泵业WMS");
        await bot.As("赵磊").IsTold("2 个审批已超时并升级", "没有在时限内处理，现由 何建国 处理");
        await bot.As("刘晨").IsTold("“东岭泵业WMS”已超时，已升级给 何建国", "郑文 没有在时限内处理");
        await bot.As("何建国").Presses("查看审批");
    }

    [Fact]
    public async Task What_was_decided_before_the_morning_is_not_told_as_escalated()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Clock.Advance(TimeSpan.FromHours(13));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await TickAsync(bot, TimeSpan.FromHours(48));
        await bot.As("郑文").Forges("approve");

        bot.Clock.Set(new DateTimeOffset(2026, 3, 16, 9, 0, 0, TimeSpan.FromHours(8)));
        await RoundAsync(bot, TimeSpan.Zero);

        Assert.DoesNotContain(await bot.FoundAsync(), f => f.Rule == "escalated" && f.ToldAt is not null);
    }

    [Fact]
    public async Task AP_02_the_approver_is_reminded_at_half_and_at_four_fifths_once_each()
    {
        await using var bot = await SubmittedAsync();
        await RoundAsync(bot, TimeSpan.FromHours(23.9));
        Assert.Equal(0, await Reminders(bot));

        await RoundAsync(bot, TimeSpan.FromHours(0.1));
        await RoundAsync(bot, TimeSpan.FromHours(1));
        Assert.Equal(1, await Reminders(bot));
        await bot.As("郑文").IsTold("1 个审批等您处理，时限将到", "凌云电缆能耗", "还剩 24 小时；到时将升级给 何建国", "查看审批");

        bot.Clock.Set(new DateTimeOffset(2026, 3, 13, 9, 0, 0, TimeSpan.FromHours(8)));
        await RoundAsync(bot, TimeSpan.Zero);
        await RoundAsync(bot, TimeSpan.FromMinutes(30));
        Assert.Equal(2, await Reminders(bot));
        await bot.As("郑文").IsTold("凌云电缆能耗", "还剩 1 小时");
    }

    [Fact]
    public async Task AP_02_a_reminder_whose_moment_is_on_the_weekend_comes_before_it()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Clock.Advance(TimeSpan.FromHours(23));
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        Assert.Equal(new DateTimeOffset(2026, 3, 16, 9, 0, 0, TimeSpan.FromHours(8)), await bot.Look(db => db.Approvals.Select(a => a.DueAt).SingleAsync()));

        await RoundAsync(bot, TimeSpan.FromHours(31));
        Assert.Equal(0, await Reminders(bot));
        await RoundAsync(bot, TimeSpan.FromHours(1));

        Assert.Equal(1, await Reminders(bot));
        await bot.As("郑文").IsTold("凌云电缆能耗", "截止 3月16日 周一 09:00，还有 1 小时下班，今天是最后一天；到时将升级给 何建国");
    }

    [Fact]
    public async Task Who_has_decided_is_not_reminded()
    {
        await using var bot = await SubmittedAsync();
        await bot.As("郑文").Presses("批准");

        await RoundAsync(bot, TimeSpan.FromHours(25));

        Assert.Equal(0, await Reminders(bot));
    }

    [Fact]
    public async Task AP_02_AP_03_in_English_the_approver_is_reminded_and_past_the_time_the_head_is_asked()
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var name in new[] { "郑文", "何建国", "赵磊" })
        {
            await bot.As(name).InEnglish().Says("help");
        }

        await bot.As("赵磊").InEnglish().Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        await RoundAsync(bot, TimeSpan.FromHours(24));
        await bot.As("郑文").IsTold("24 hours left; after that it goes to Jack He", "Show approval");

        await TickAsync(bot, TimeSpan.FromHours(24));

        await bot.As("何建国").IsTold("needs your decision: Wen Zheng did not decide in time", "Approve");
        await bot.As("郑文").IsTold("is past its time and went to Jack He", "now with Jack He; you may still decide");
        await bot.As("赵磊").IsTold("Wen Zheng did not decide in time; now with Jack He");
    }

    internal static async Task<TestBot> SubmittedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        return bot;
    }

    internal static async Task TickAsync(TestBot bot, TimeSpan by)
    {
        bot.Clock.Advance(by);
        await bot.Get<ApprovalClock>().RunAsync(bot.Clock.Now, CancellationToken.None);
        await RoundAsync(bot, TimeSpan.Zero);
    }

    internal static async Task RoundAsync(TestBot bot, TimeSpan by)
    {
        bot.Clock.Advance(by);
        await bot.Get<NudgeScan>().RunAsync(bot.Clock.Now, CancellationToken.None);
        await bot.Get<NudgeDelivery>().RunAsync(bot.Clock.Now, CancellationToken.None);
        await bot.DeliverAsync();
    }

    private static Task<int> Reminders(TestBot bot) => bot.Look(db => db.Findings.CountAsync(f => f.Rule == "approval_due" && f.State == FindingState.Told));
}
