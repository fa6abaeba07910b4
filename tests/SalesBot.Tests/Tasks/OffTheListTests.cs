using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Language;

namespace SalesBot.Tests.Tasks;

/// <summary>What is taken off the list was not done.</summary>
public sealed class OffTheListTests
{
    private static readonly (string, string, string, string?, string?)[] Kevins =
        [("Kevin Doyle", "Ring Nora about brackets", "2026-03-12", null, "D7"), ("Kevin Doyle", "Order badges", "2026-03-13", null, null), ("Kevin Doyle", "ask Nora", "2026-03-16", null, "D7")];

    private static readonly (string, string, string, string?, string?)[] Zhaos =
        [("赵磊", "给周总寄样本", "2026-03-12", null, "D1"), ("赵磊", "核对电缆清单", "2026-03-13", null, "D3"), ("赵磊", "约百川看机房", "2026-03-16", null, "D5")];

    [Theory]
    [InlineData("take the brackets ring off my to-dos", "Ring Nora about brackets")]
    [InlineData("please remove ring nora about brackets from my list", "Ring Nora about brackets")]
    [InlineData("delete ask Nora", "ask Nora")]
    [InlineData("remove the ring about brackets, the deal is gone", "Ring Nora about brackets")]
    [InlineData("delete order badges", "Order badges")]
    public async Task A_to_do_that_is_named_goes_undone(string said, string title)
    {
        await using var bot = await TestPlans.StartAsync(Kevins);
        await bot.As("Kevin Doyle").InEnglish().Says(said);
        Assert.Equal(Kevins.Select(plan => plan.Item2).Where(other => other != title).ToList(), await bot.Look(db => db.Todos.Where(t => t.DoneAt == null).OrderBy(t => t.Id).Select(t => t.Title).ToListAsync()));
        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync(t => t.DoneAt != null)));
    }

    [Theory]
    [InlineData("delete 1 and 3", true)]
    [InlineData("scrap 1 and 3 please", true)]
    [InlineData("take number 1 and number 3 off my list", true)]
    [InlineData("删掉1和3", false)]
    [InlineData("第1条和第3条不要了", false)]
    public async Task Those_at_these_places_of_the_list_go_undone(string said, bool english)
    {
        await using var bot = await TestPlans.StartAsync(english ? Kevins : Zhaos);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "my todos" : "我的待办");
        await rep.Says(said);
        Assert.Equal([english ? "Order badges" : "核对电缆清单"], await bot.Look(db => db.Todos.Select(t => t.Title).ToListAsync()));
    }

    [Theory]
    [InlineData("delete 1 and 3", true)]
    [InlineData("删掉1和3", false)]
    [InlineData("delete 7", true)]
    public async Task Without_such_places_in_view_nothing_goes(string said, bool english)
    {
        await using var bot = await TestPlans.StartAsync(english ? Kevins : Zhaos);
        (await (english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊")).Says(said)).DoesNotHear("✓");
        Assert.Equal(3, await bot.Look(db => db.Todos.CountAsync(t => t.DoneAt == null)));
    }

    [Theory]
    [InlineData("提醒我周五带合同", "那个待办删了吧", false)]
    [InlineData("提醒我周五带合同", "这条待办不要了", false)]
    [InlineData("remind me friday to bring the samples", "delete that to-do", true)]
    public async Task The_one_that_was_just_added_is_taken_back(string added, string said, bool english)
    {
        await using var bot = await TestPlans.StartAsync(english ? Kevins : Zhaos);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(added);
        await rep.Says(said);
        Assert.Equal((3, 0), await bot.Look(async db => (await db.Todos.CountAsync(), await db.Todos.CountAsync(t => t.DoneAt != null))));
    }

    [Theory]
    [InlineData("那个待办删了", false)]
    [InlineData("remove that task", true)]
    public async Task Where_none_is_in_view_it_is_asked_which_one_goes_and_that_is_not_ticked(string said, bool english)
    {
        await using var bot = await TestPlans.StartAsync(english ? Kevins : Zhaos);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(said);
        await rep.Presses(english ? "Order badges" : "核对电缆清单");
        Assert.Equal((2, 0), await bot.Look(async db => (await db.Todos.CountAsync(), await db.Todos.CountAsync(t => t.DoneAt != null))));
    }

    [Theory]
    [InlineData("tick ring nora about brackets off my list", true, "Ring Nora about brackets")]
    [InlineData("order badges is done", true, "Order badges")]
    [InlineData("核对电缆清单做完了", false, "核对电缆清单")]
    public async Task What_is_done_is_ticked(string said, bool english, string title)
    {
        await using var bot = await TestPlans.StartAsync(english ? Kevins : Zhaos);
        await (english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊")).Says(said);
        Assert.Equal([title], await bot.Look(db => db.Todos.Where(t => t.DoneAt != null).Select(t => t.Title).ToListAsync()));
    }

    [Theory]
    [InlineData("delete the Quarry Stone EMS deal", true)]
    [InlineData("把凌云电缆能耗这个商机删掉", false)]
    public async Task A_deal_that_is_to_be_deleted_takes_no_to_do_with_it(string said, bool english)
    {
        await using var bot = await TestPlans.StartAsync(english ? Kevins : Zhaos);
        await (english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊")).Says(said);
        Assert.Equal(3, await bot.Look(db => db.Todos.CountAsync(t => t.DoneAt == null)));
    }

    [Theory]
    [InlineData("I don't need the Quarry Stone EMS deal, delete it", true)]
    [InlineData("凌云电缆能耗这个商机不要了，删掉", false)]
    public async Task An_order_that_names_a_record_takes_nothing_else_back(string said, bool english)
    {
        await using var bot = await TestPlans.StartAsync(english ? Kevins : Zhaos);
        var rep = english ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(english ? "cancel order badges" : "约百川看机房取消");
        await rep.Says(said);
        Assert.Equal(2, await bot.Look(db => db.Todos.CountAsync()));
    }
}
