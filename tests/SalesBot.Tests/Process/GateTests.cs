using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Data;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Process;

public sealed class GateTests
{
    [Theory]
    [OnSqlite, OnPostgres]
    internal async Task ST_02_a_gate_that_refuses_lists_what_is_missing_with_a_button_for_each_gap(Store store)
    {
        await using var bot = await ShippedCompany.StartAsync(store);
        await bot.PutAsync("D2", "contact");
        var rep = bot.As("刘晨");

        await rep.Says("东岭泵业推到需求确认");

        rep.Hears("还不能推进到“需求确认”", "联系人（含职务、采购动机）", "首次沟通记录", "已约定的拜访或会议", "补联系人", "约拜访或会议", "请王芳特批");
        Assert.Equal("contact", await bot.StageAsync("D2"));

        await rep.Presses("补联系人", ("contact_name", "高峰"), ("title", "采购经理"), ("motive", "替换旧系统"));
        await rep.Says("刚跟东岭泵业高峰打了电话，对方想先看方案");
        await rep.Forges("set_next_step", ("deal", "D2"), ("next_step", "上门拜访高峰"), ("date", "2026-03-17"));
        await rep.Says("东岭泵业推到需求确认");

        rep.Hears("阶段已调整", "初步接触 → **需求确认**");
        var move = await bot.Look(db => db.StageChanges.OrderByDescending(c => c.Id).FirstAsync());
        Assert.Equal(["contact", "first_call", "meeting"], move.Passed);
        Assert.Empty(move.Overridden);
    }

    [Fact]
    public async Task ST_02_in_English_too()
    {
        await using var bot = await ShippedCompany.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();

        await rep.Says("move quarry to proposal");

        rep.Hears("cannot move to Proposal yet", "requirements survey", "approved requirements survey", "Hand in the requirements survey", "Ask Emma Novak");
        Assert.Equal("qualify", await bot.StageAsync("D7"));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    internal async Task ST_03_only_an_approved_review_of_the_newest_survey_opens_the_gate(Store store)
    {
        await using var bot = await ShippedCompany.StartAsync(store);
        var rep = bot.As("刘晨");
        var survey = await bot.HandInAsync("D2", "survey", "刘晨");
        await rep.Says("东岭泵业推到方案提交");
        rep.Hears("《客户需求调研表》（评审通过）", "提交《客户需求调研表》评审").DoesNotHear("上传《客户需求调研表》");

        await ReviewAsync(bot, survey.Id, ApprovalStatus.Approved);
        await bot.HandInAsync("D2", "survey", "刘晨");
        await rep.Says("东岭泵业推到方案提交");
        rep.Hears("还不能推进");

        await ReviewAsync(bot, (await bot.Look(db => db.Documents.OrderByDescending(d => d.Id).FirstAsync())).Id, ApprovalStatus.Approved);
        await rep.Says("东岭泵业推到方案提交");
        rep.Hears("阶段已调整");
    }

    [Fact]
    public async Task ST_04_a_manager_lets_a_deal_pass_with_a_reason_and_it_is_stored_and_counted()
    {
        await using var bot = await ShippedCompany.StartAsync();
        var manager = bot.As("王芳");

        await manager.Forges("move_stage", ("deal", "D2"), ("stage", "next"));
        manager.Hears("《客户需求调研表》", "特批通过");
        await manager.Presses("特批通过");
        manager.Hears("为什么可以放行");
        Assert.Equal("qualify", await bot.StageAsync("D2"));
        await manager.Says("客户老总已当面确认需求");

        manager.Hears("阶段已调整", "特批放行，缺少：《客户需求调研表》", "已告知：刘晨");
        var move = await bot.Look(db => db.StageChanges.OrderByDescending(c => c.Id).FirstAsync());
        Assert.Equal(("客户老总已当面确认需求", "document:survey review:survey"), (move.Reason, string.Join(' ', move.Overridden)));
        (await manager.Says("本月特批统计")).Hears("特批 1 次", "东岭泵业WMS", "客户老总已当面确认需求");
        (await manager.Says("东岭泵业WMS的阶段历史")).Hears("需求确认 → 方案提交", "特批放行，缺少", "王芳");
    }

    [Fact]
    public async Task ST_04_in_English_a_manager_reads_what_is_missing_and_lets_it_pass_with_a_reason()
    {
        await using var bot = await ShippedCompany.StartAsync();
        var manager = bot.As("王芳").InEnglish();

        await manager.Forges("move_stage", ("deal", "D2"), ("stage", "next"));
        manager.Hears("requirements survey", "Let it pass");
        await manager.Presses("Let it pass");
        manager.Hears("Why may it pass without what is missing?");
        await manager.Says("their head confirmed it in person");

        manager.Hears("Stage changed", "Let pass without: requirements survey");
        (await manager.Says("gate overrides")).Hears("1 override in", "their head confirmed it in person");
    }

    [Fact]
    public async Task ST_04_a_rep_asks_the_superior_who_reads_what_is_missing()
    {
        await using var bot = await ShippedCompany.StartAsync();
        var rep = bot.As("刘晨");
        await rep.Says("东岭泵业推到方案提交");
        await rep.Presses("请王芳特批");
        await rep.Says("客户明天就要方案");
        rep.Hears("已请 王芳 定夺");

        var manager = bot.As("王芳");
        await manager.IsTold("刘晨 申请在材料不全时把 东岭泵业WMS", "客户明天就要方案", "《客户需求调研表》");
        await manager.Presses("同意放行");
        Assert.Equal("proposal", await bot.StageAsync("D2"));
        await rep.IsTold("王芳 修改了您的商机", "需求确认 → **方案提交**");
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task ST_04_to_undo_right_after_the_superior_was_asked_takes_no_older_act_back(string language)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var rep = language == "en" ? bot.As("刘晨").InEnglish() : bot.As("刘晨");
        await rep.Forges("update_close_date", ("deal", "D2"), ("close_date", "2026-09-01"));
        await rep.Forges("request_skip", ("deal", "D2"), ("stage", "proposal"), ("reason", "急"));

        (await rep.Says(language == "en" ? "undo" : "撤销")).Hears(language == "en" ? "cannot be taken back" : "无法撤回");
        Assert.Equal(new DateOnly(2026, 9, 1), await bot.Look(db => db.Deals.Where(d => d.Key == "D2").Select(d => d.CloseDate).SingleAsync()));

        (await rep.Says(language == "en" ? "undo" : "撤销")).Hears(language == "en" ? "Undone" : "已撤销");
        Assert.NotEqual(new DateOnly(2026, 9, 1), await bot.Look(db => db.Deals.Where(d => d.Key == "D2").Select(d => d.CloseDate).SingleAsync()));
    }

    [Fact]
    public async Task ST_04_nobody_lets_pass_who_does_not_lead_and_nobody_their_own_deal()
    {
        await using var bot = await ShippedCompany.StartAsync();
        (await bot.As("刘晨").Forges("override_gate", ("deal", "D2"), ("reason", "急"))).DoesNotHear("阶段已调整");
        await using (var db = bot.Open())
        {
            db.Deals.Single(d => d.Key == "D2").OwnerId = db.People.Single(p => p.Name == "王芳").Id;
            await db.SaveChangesAsync();
        }

        (await bot.As("王芳").Forges("override_gate", ("deal", "D2"), ("reason", "急"))).Hears("不能给自己的商机放行", "孙丽");
        Assert.Equal("qualify", await bot.StageAsync("D2"));
        Assert.Equal(2, await bot.Look(db => db.Audit.CountAsync(a => a.Refused && a.Command == "override_gate")));
    }

    [Fact]
    public async Task Winning_wants_the_approved_contract_and_advises_the_scan_and_the_invoice()
    {
        await using var bot = await ShippedCompany.StartAsync();
        var rep = bot.As("赵磊");

        (await rep.Says("凌云签了 150万")).Hears("还不能推进到“成交归档”", "已批准的合同");
        await rep.Says("凌云电缆合同提交审批");
        await bot.As("郑文").Says("批准凌云电缆的合同");
        await rep.Says("凌云签了");

        rep.Hears("恭喜赢单", "签字扫描件归档", "财务开票提醒");
    }

    [Fact]
    public async Task Going_back_and_forth_between_two_stages_is_told_to_the_manager_on_the_deal()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        foreach (var stage in new[] { "proposal", "qualify", "proposal", "qualify" })
        {
            await manager.Forges("move_stage", ("deal", "D2"), ("stage", stage));
        }

        (await manager.Forges("show_deal", ("deal", "D2"))).Hears("在“需求确认”和“方案提交”之间来回 2 次");
        (await bot.As("刘晨").Forges("show_deal", ("deal", "D2"))).DoesNotHear("来回");
    }

    [Theory]
    [InlineData("下周二上门拜访", true)]
    [InlineData("Video call with Dana, then a meeting", true)]
    [InlineData("演示给技术部", true)]
    [InlineData("发资料", false)]
    [InlineData("metal samples", false)]
    public void A_visit_or_meeting_is_told_from_other_steps(string step, bool meets) => Assert.Equal(meets, SalesBot.Process.Meeting.IsOne(step));

    private static async Task ReviewAsync(TestBot bot, long document, ApprovalStatus status)
    {
        await using var db = bot.Open();
        var (deal, manager) = (db.Deals.Single(d => d.Key == "D2"), db.People.Single(p => p.Name == "孙丽"));
        db.Add(new Approval { Key = Keys.New('P'), Kind = ApprovalKind.StageReview, DealId = deal.Id, DocumentId = document, SubmitterId = deal.OwnerId, Status = status, SubmittedAt = bot.Clock.Now, DueAt = bot.Clock.Now, DecidedById = manager.Id, DecidedAt = bot.Clock.Now, CreatedAt = bot.Clock.Now });
        await db.SaveChangesAsync();
    }
}
