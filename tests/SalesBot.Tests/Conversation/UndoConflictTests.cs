using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Complaints 36 and 37: what somebody else did since is never overwritten by an undo; both states are shown.</summary>
public sealed class UndoConflictTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_undo_after_somebody_elses_change_shows_both_by_whom_and_when(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var (rep, manager) = (bot.As("赵磊"), bot.As("王芳"));
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "700000"));
        await bot.PassAsync(TimeSpan.FromMinutes(5));
        await manager.Forges("update_amount", ("deal", "D1"), ("amount", "710000"));

        await rep.Presses("撤销");
        rep.Hears("之后已有人改动", "东岭阀门MES", "¥680,000 → ¥700,000", "¥710,000", "王芳，3月11日 周三 10:05", "保持现状", "打开").DoesNotHear("撤销较新的改动");
        (await rep.Presses("保持现状")).Hears("已保持现状");
        Assert.Equal(710_000, await Amount(bot));

        await manager.Presses("撤销");
        manager.Hears("已撤销");
        await rep.Forges("undo");
        rep.Hears("已撤销", "¥700,000 → **¥680,000**");
    }

    [Fact]
    public async Task The_same_in_english_and_whoever_made_the_newer_change_can_take_it_back_from_the_card()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("Kevin Doyle").InEnglish();
        await rep.Forges("update_close_date", ("deal", "D7"), ("close_date", "2026-06-01"));
        var first = rep.LastMessages[^1].Buttons.Single(b => b.Title == "Undo").Data["entry"];
        await rep.Forges("update_close_date", ("deal", "D7"), ("close_date", "2026-07-01"));

        await rep.Forges("undo", ("entry", first));
        rep.Hears("Somebody changed this since", "Quarry Stone EMS", "Fri 15 May → Mon 1 Jun", "Wed 1 Jul", "Kevin Doyle, Wed 11 Mar 10:00", "Leave it", "Undo the newer change");
        (await rep.Presses("Undo the newer change")).Hears("Undone", "Wed 1 Jul → **Mon 1 Jun**");
        (await rep.Forges("undo", ("entry", first))).Hears("Undone", "Mon 1 Jun → **Fri 15 May**");
    }

    [Fact]
    public async Task That_somebody_logged_a_visit_since_contradicts_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "700000"));
        var entry = rep.LastMessages[^1].Buttons.Single(b => b.Title == "撤销").Data["entry"];
        await bot.PassAsync(TimeSpan.FromMinutes(5));
        await bot.As("王芳").Forges("log_followup", ("deal", "D1"), ("content", "电话确认"));

        (await rep.Forges("undo", ("entry", entry))).Hears("已撤销", "¥700,000 → **¥680,000**");
    }

    [Fact]
    public async Task Somebody_elses_receipt_undoes_nothing_and_the_attempt_is_noted()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "700000"));
        var entry = rep.LastMessages[^1].Buttons.Single(b => b.Title == "撤销").Data["entry"];

        (await bot.As("王芳").Forges("undo", ("entry", entry))).DoesNotHear("已撤销");

        Assert.Equal((700_000m, 1), await bot.Look(async db => (await db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount!.Value).SingleAsync(), await db.Audit.CountAsync(a => a.Refused && a.Command == "undo"))));
    }

    [Fact]
    public async Task What_is_no_longer_the_undoers_to_see_is_not_told()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "700000"));
        var entry = rep.LastMessages[^1].Buttons.Single(b => b.Title == "撤销").Data["entry"];
        await bot.As("王芳").Forges("assign_customer", ("customer", "C1"), ("person", "P3"));
        await bot.As("刘晨").Forges("update_amount", ("deal", "D1"), ("amount", "777000"));

        (await rep.Forges("undo", ("entry", entry))).Hears("之后已有人改动", "您已无权查看").DoesNotHear("777,000");
        Assert.Equal(777_000, await Amount(bot));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Decisions_refuse_an_undo_with_the_reason(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
        await bot.DeliverAsync();
        var legal = bot.As("郑文");
        await legal.Presses("批准");
        (await legal.Says("撤销")).Hears("“合同审批 · 凌云电缆能耗”不能撤销：郑文 已于 3月11日 周三 10:00 批准", "审批决定不可撤回");
        (await legal.InEnglish().Forges("undo")).Hears("cannot be undone", "A decision stays as it was made");
    }

    private static Task<decimal?> Amount(TestBot bot) => bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).SingleAsync());
}
