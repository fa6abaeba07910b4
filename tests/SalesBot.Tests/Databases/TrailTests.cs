using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Databases;

public sealed class TrailTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Idea_14_the_trail_is_sealed_and_whole_and_an_undone_act_does_not_break_it(Store store)
    {
        await using var bot = await WorkedAsync(store);
        var admin = bot.As("管理员");

        await admin.Says("验证审计日志");
        admin.Hears("留痕链完整：3 条", (await StandingAsync(bot)).Hash);
        var english = admin.InEnglish();
        await english.Says("verify the audit trail");
        english.Hears("The trail is whole: 3 entries");
    }

    [Fact]
    public async Task Idea_14_the_report_of_who_leads_everybody_ends_with_the_anchor_of_the_month_before()
    {
        await using var bot = await WorkedAsync(TestBot.Usual);
        (await bot.As("何建国").Says("周报")).DoesNotHear("最后一个哈希");
        await bot.PassAsync(TimeSpan.FromDays(30));

        (await bot.As("何建国").Says("周报")).Hears("截至 3月31日 周二，审计留痕的最后一个哈希：" + (await StandingAsync(bot)).Hash);
        (await bot.As("何建国").InEnglish().Says("weekly report")).Hears("The audit trail ended Tue 31 Mar with the hash");
        (await bot.As("王芳").Says("周报")).DoesNotHear("最后一个哈希");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_entry_that_is_changed_taken_out_or_cut_off_shows(Store store)
    {
        await using var bot = await WorkedAsync(store);
        Task<int> Change(Func<IQueryable<AuditEntry>, Task<int>> change) => bot.Look(db => change(db.Audit));

        await Change(audit => audit.Where(a => a.Seal == 2).ExecuteUpdateAsync(s => s.SetProperty(a => a.Command, "show_deal")));
        Assert.Equal(2, (await StandingAsync(bot)).BrokenAt);
        await Change(audit => audit.Where(a => a.Seal == 2).ExecuteDeleteAsync());
        Assert.Equal(2, (await StandingAsync(bot)).BrokenAt);
        await Change(audit => audit.Where(a => a.Seal > 1).ExecuteDeleteAsync());
        Assert.Equal((1, 2, (DateTimeOffset?)null), ((int)(await StandingAsync(bot)).Sealed, (int)(await StandingAsync(bot)).BrokenAt!, (await StandingAsync(bot)).Moment));
        var admin = bot.As("管理员");
        await admin.Says("审计日志被改过吗");
        admin.Hears("末尾缺少已封存的第 2 条");
    }

    [Fact]
    public async Task An_end_that_was_cut_off_with_the_note_of_the_last_seal_shows_too()
    {
        await using var bot = await WorkedAsync(Store.Sqlite);
        await bot.Look(db => db.Audit.Where(a => a.Seal == 3).ExecuteDeleteAsync());
        await bot.Look(db => db.Settings.Where(s => s.Name == Trail.Anchor).ExecuteDeleteAsync());
        Assert.Equal(3, (await StandingAsync(bot)).BrokenAt);
    }

    [Fact]
    public async Task Only_an_admin_verifies_it()
    {
        await using var bot = await WorkedAsync(Store.Sqlite);
        var ray = bot.As("赵磊");
        await ray.Says("验证审计日志");
        ray.DoesNotHear("留痕链完整");
    }

    /// <summary>Two acts and an undo, sealed in two rounds.</summary>
    private static async Task<TestBot> WorkedAsync(Store store)
    {
        var bot = await TestBot.StartAsync(store);
        var ray = bot.As("赵磊");
        await ray.Says("东岭阀门MES金额改成70万");
        Assert.Equal(1, await bot.Look(db => Trail.SealAsync(db, CancellationToken.None)));
        await ray.Says("撤销");
        await ray.Says("百川水务平台金额改成250万");
        Assert.Equal(2, await bot.Look(db => Trail.SealAsync(db, CancellationToken.None)));
        Assert.Equal(0, await bot.Look(db => Trail.SealAsync(db, CancellationToken.None)));
        return bot;
    }

    private static Task<TrailStanding> StandingAsync(TestBot bot) => bot.Look(db => Trail.VerifyAsync(db, CancellationToken.None));
}
