using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Data;
using SalesBot.Documents;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Documents;

/// <summary>Documents that somebody else has to look at, before or after (ST-03, AP-07).</summary>
public sealed class ReviewTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task ST_03_a_survey_goes_to_the_regional_manager_who_decides_by_card(Store store)
    {
        await using var bot = await GatedAsync(store);
        var rep = bot.As("赵磊");

        (await rep.Sends("东岭阀门的调研表", Papers.Pdf("调研表.pdf"))).Hears("文件已归档", "已请 孙丽 评审", "已告知：孙丽");
        var regional = bot.As("孙丽");
        await regional.IsTold("文件评审 · 东岭阀门MES", "《调研表.pdf》", "需求调研表", "打开文件");
        (await regional.Presses("批准")).Hears("孙丽 已于 3月11日 周三 10:00 批准", "已告知：赵磊");
        await rep.IsTold("文件评审 · 东岭阀门MES", "孙丽 已于 3月11日 周三 10:00 批准");
        Assert.Equal((ApprovalKind.StageReview, ApprovalStatus.Approved, "孙丽"), await bot.Look(db => db.Approvals.Select(a => new ValueTuple<ApprovalKind, ApprovalStatus, string>(a.Kind, a.Status, a.DecidedBy!.Name)).SingleAsync()));
    }

    [Fact]
    public async Task ST_03_it_is_returned_by_a_sentence_and_a_newer_file_opens_a_new_review()
    {
        await using var bot = await GatedAsync();
        var kevin = bot.As("Kevin Doyle").InEnglish();
        (await kevin.Sends("survey for Quarry", Papers.Pdf("v1.pdf", "1"))).Hears("It is with Lily Sun for review");
        var regional = bot.As("孙丽").InEnglish();
        await regional.Says("my approvals");
        await regional.IsTold("文件评审 · Quarry Stone EMS", "v1.pdf");

        (await regional.Says("return it, the budget is missing")).Hears("Returned for changes");
        await kevin.IsTold("Returned for changes by Lily Sun", "budget is missing");
        (await kevin.Sends("survey for Quarry", Papers.Pdf("v2.pdf", "2"))).Hears("It is with Lily Sun for review", "replaces");

        Assert.Equal([ApprovalStatus.Returned, ApprovalStatus.Pending], await bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Status).ToListAsync()));
    }

    [Fact]
    public async Task ST_03_a_newer_file_closes_the_open_review_of_the_old_one_and_an_old_approval_is_of_the_old_file()
    {
        await using var bot = await GatedAsync();
        var rep = bot.As("赵磊");
        await rep.Sends("东岭阀门的调研表", Papers.Pdf("v1.pdf", "1"));
        await bot.DeliverAsync();
        await rep.Sends("东岭阀门的调研表", Papers.Pdf("v2.pdf", "2"));
        await bot.As("孙丽").IsTold("赵磊 已上传新文件", "v1.pdf");

        Assert.Equal([ApprovalStatus.Withdrawn, ApprovalStatus.Pending], await bot.Look(db => db.Approvals.OrderBy(a => a.Id).Select(a => a.Status).ToListAsync()));
        await bot.DeliverAsync();
        await bot.As("孙丽").Presses("批准");
        await rep.Sends("东岭阀门的调研表", Papers.Pdf("v3.pdf", "3"));
        var newest = await bot.Look(db => db.Documents.OrderByDescending(d => d.Id).Select(d => d.Id).FirstAsync());
        Assert.False(await bot.Look(db => db.Approvals.AnyAsync(a => a.DocumentId == newest && a.Status == ApprovalStatus.Approved)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task ST_03_only_an_approved_review_of_the_newest_survey_opens_the_gate(Store store)
    {
        await using var bot = await GatedAsync(store);
        var (rep, regional) = (bot.As("刘晨"), bot.As("孙丽"));
        (await rep.Says("东岭泵业推进到方案阶段")).DoesNotHear("撤销").Hears("调研表");
        await rep.Sends("东岭泵业的调研表", Papers.Pdf("v1.pdf", "1"));
        (await rep.Says("东岭泵业推进到方案阶段")).DoesNotHear("撤销");
        await bot.DeliverAsync();
        await regional.Presses("批准");
        await rep.Sends("东岭泵业的调研表", Papers.Pdf("v2.pdf", "2"));
        (await rep.Says("东岭泵业推进到方案阶段")).DoesNotHear("撤销");
        await bot.DeliverAsync();
        await regional.Presses("批准");

        (await rep.Says("东岭泵业推进到方案阶段")).Hears("方案提交", "撤销");
    }

    [Fact]
    public async Task ST_03_nobody_reviews_their_own_and_nobody_else_decides()
    {
        await using var bot = await GatedAsync();
        (await bot.As("孙丽").Sends("东岭阀门MES的调研表", Papers.Pdf("a.pdf"))).Hears("已请 何建国 评审");
        var key = await bot.Look(db => db.Approvals.Select(a => a.Key).SingleAsync());

        (await bot.As("孙丽").Forges("approve", ("approval_id", key))).DoesNotHear("批准\n");
        (await bot.As("王芳").Forges("approve", ("approval_id", key))).Hears("这个审批不由您决定");
        Assert.Equal(ApprovalStatus.Pending, await bot.Look(db => db.Approvals.Select(a => a.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_review_is_asked_for_by_sentence_and_twice_is_once()
    {
        await using var bot = await GatedAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("申请东岭阀门的调研表评审")).Hears("请把文件发到这里");
        (await rep.Sends(null, Papers.Pdf("a.pdf"))).Hears("已请 孙丽 评审");
        (await rep.Says("申请东岭阀门的调研表评审")).Hears("文件评审");
        Assert.Equal(1, await bot.Look(db => db.Approvals.CountAsync()));
    }

    [Fact]
    public async Task Undo_takes_the_document_and_its_review()
    {
        await using var bot = await GatedAsync();
        var rep = bot.As("赵磊");
        await rep.Sends("东岭阀门的调研表", Papers.Pdf("a.pdf"));

        (await rep.Says("撤销")).Hears("已撤销");

        Assert.Equal((0, 0), (await bot.Look(db => db.Documents.CountAsync()), await bot.Look(db => db.Approvals.CountAsync())));
        await bot.As("孙丽").IsTold("赵磊", "撤销");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AP_07_a_proposal_passes_at_once_and_the_draw_can_be_recomputed(Store store)
    {
        await using var bot = await GatedAsync(store);
        await PublishAsync(bot);
        var seed = await bot.Look(db => db.Settings.Where(s => s.Name == "spot_check_seed/2026-03").Select(s => s.Value).SingleAsync());
        Assert.Contains(SpotDraw.Hash(seed), await bot.Look(db => db.Audit.Where(a => a.Command == SpotDraw.Command).OrderBy(a => a.Id).Select(a => a.Changes).FirstAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(await bot.Look(db => db.Audit.Select(a => a.Changes).ToListAsync()), changes => changes.Contains(seed, StringComparison.Ordinal));

        (await bot.As("赵磊").Sends("东岭阀门的方案", Papers.Pdf("方案.pdf"))).Hears("文件已归档", "已自动通过");

        var document = await bot.Look(db => db.Documents.SingleAsync());
        var passed = await bot.Look(db => db.Approvals.SingleAsync(a => a.Kind == ApprovalKind.StageReview));
        Assert.Equal((ApprovalStatus.Approved, (long?)null), (passed.Status, passed.DecidedById));
        var draw = SpotDraw.Value(seed, document.Key);
        Assert.Equal(draw < 0.2, await bot.Look(db => db.Approvals.AnyAsync(a => a.Kind == ApprovalKind.SpotCheck)));
        Assert.StartsWith(FormattableString.Invariant($"auto_pass {document.Key}: {draw:0.0000}"), passed.Comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AP_07_a_failed_spot_check_switches_the_rep_back_until_a_manager_lets_it_pass_again()
    {
        await using var bot = await GatedAsync();
        await RateAsync(bot, 100);
        var rep = bot.As("赵磊");
        (await rep.Sends("东岭阀门的方案", Papers.Pdf("1.pdf", "1"))).Hears("已自动通过，并被抽中事后抽查：由 孙丽 查看");
        (await rep.Says("撤销")).DoesNotHear("已撤销");
        var regional = bot.As("孙丽");
        await regional.IsTold("事后抽查 · 东岭阀门MES", "1.pdf");
        await regional.Presses("拒绝", ("reason", "没有报价依据"));

        await rep.IsTold("《1.pdf》抽查未通过", "赵磊的方案须先评审");
        await bot.As("王芳").IsTold("《1.pdf》抽查未通过", "恢复自动通过");
        (await rep.Sends("东岭阀门的方案", Papers.Pdf("2.pdf", "2"))).Hears("已请 孙丽 评审").DoesNotHear("自动通过");
        (await bot.As("刘晨").Sends("东岭泵业的方案", Papers.Pdf("3.pdf", "3"))).Hears("已自动通过");

        (await bot.As("刘晨").Forges("set_review_mode", ("kind", "proposal"), ("person", "P2"), ("mode", "auto_pass"))).Hears("权限范围");
        (await bot.As("Emma Novak").Forges("set_review_mode", ("kind", "proposal"), ("person", "P2"), ("mode", "auto_pass"))).Hears("只有相关人员的上级");
        (await bot.As("王芳").Presses("恢复自动通过")).Hears("评审方式已更新", "赵磊的方案自动通过");
        (await rep.Sends("东岭阀门的方案", Papers.Pdf("4.pdf", "4"))).Hears("已自动通过");
    }

    [Fact]
    public async Task AP_07_two_failures_switch_everybody_back()
    {
        await using var bot = await GatedAsync();
        await RateAsync(bot, 100);
        foreach (var (name, deal) in new[] { ("赵磊", "东岭阀门"), ("刘晨", "东岭泵业") })
        {
            await bot.As(name).Sends(deal + "的方案", Papers.Pdf("x.pdf", name));
            await bot.DeliverAsync();
            await bot.As("孙丽").Presses("退回修改", ("reason", "缺少清单"));
        }

        await bot.As("刘晨").IsTold("已是第二位", "所有人的方案须先评审");
        (await bot.As("Kevin Doyle").InEnglish().Sends("proposal for Quarry", Papers.Pdf("p.pdf"))).Hears("It is with Lily Sun for review");
    }

    /// <summary>With the process that ships, which has gates.</summary>
    private static async Task<TestBot> GatedAsync(Store? store = null)
    {
        var bot = await TestBot.StartAsync(store);
        await bot.Look(db => db.Definitions.ExecuteDeleteAsync());
        return bot;
    }

    private static async Task PublishAsync(TestBot bot)
    {
        await using var db = bot.Open();
        await SpotDraw.PublishAsync(db, bot.Clock.Now, CancellationToken.None);
    }

    /// <summary>All of the proposals are drawn, or none.</summary>
    private static async Task RateAsync(TestBot bot, int rate)
    {
        await using var db = bot.Open();
        db.Definitions.Add(new Definition { Key = "N1", Name = "review_modes", Number = 1, CreatedAt = bot.Clock.Now, Content = $$"""{"proposal":{"passes":true,"rate":{{rate}},"back":[]} }""" });
        await db.SaveChangesAsync();
    }
}
