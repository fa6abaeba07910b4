using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Whoever was told of a change is told that it was undone.</summary>
public sealed class UndoToldTests
{
    [Fact]
    public async Task The_superior_who_heard_of_a_win_hears_that_it_was_undone()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("win_deal", ("deal", "D3"));
        await bot.As("王芳").IsTold("凌云电缆能耗");

        await rep.Presses("撤销");

        rep.Hears("已撤销", "凌云电缆能耗", "已告知：王芳");
        await bot.As("王芳").IsTold("赵磊 撤销了：赢单", "凌云电缆能耗", "成交归档 → **商务谈判**");
    }

    [Fact]
    public async Task The_owner_whose_deal_a_manager_changed_is_told_in_their_language()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("Kevin Doyle").InEnglish().Forges("help");
        var manager = bot.As("Emma Novak").InEnglish();
        await manager.Forges("update_close_date", ("deal", "D7"), ("close_date", "2026-06-01"));

        await manager.Presses("Undo");

        await bot.As("Kevin Doyle").IsTold("Emma Novak undid: Change the close date", "Quarry Stone EMS");
    }

    [Fact]
    public async Task Whoever_got_a_to_do_that_was_taken_back_is_told_which()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");
        await manager.Forges("add_task", ("content", "准备标书"), ("person", "P2"));
        await bot.As("赵磊").IsTold("准备标书");

        await manager.Presses("撤销");

        await bot.As("赵磊").IsTold("王芳 撤销了：添加待办", "准备标书");
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Fact]
    public async Task Whoever_reviewed_the_amount_is_told_once_that_it_is_back()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "816000"));
        await bot.DeliverAsync();

        await rep.Presses("撤销");

        await bot.As("吴敏").IsTold("已回到 ¥680,000");
        Assert.DoesNotContain(await bot.As("吴敏").SeenAsync(), h => h.Text.Contains("撤销了", StringComparison.Ordinal));
    }
}
