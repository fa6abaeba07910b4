using Microsoft.EntityFrameworkCore;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tasks;

/// <summary>A to-do is asked for by its words: it is shown with its day and its deal, be it open or done; where none is called so, no list stands for it.</summary>
public sealed class AskedTaskTests
{
    [Theory]
    [InlineData("送校准证书是哪个商机的")]
    [InlineData("哪个单子有送校准证书这个下一步")]
    [InlineData("送校准证书哪天来着")]
    [InlineData("送校准证书什么时候要交")]
    [InlineData("校准证书那个待办是什么来着")]
    [InlineData("有没有送校准证书的提醒")]
    public async Task A_to_do_is_told_of_by_its_words(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("送校准证书", "3月18日", "东岭阀门MES").DoesNotHear("商机 ", "凌云电缆能耗");
        Assert.Equal(2, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Theory]
    [InlineData("when is the calibration sheet due?")]
    [InlineData("by when do I have to send the calibration sheet")]
    [InlineData("what was that thing about the calibration sheet")]
    [InlineData("do I have a reminder about the calibration sheet?")]
    [InlineData("which deal is the calibration sheet for")]
    public async Task In_English_too(string asked)
    {
        await using var bot = await StartAsync();
        await bot.Look(db => db.Todos.Where(t => t.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.Title, "send the calibration sheet")));
        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        (await bot.As("赵磊").Says(asked)).Hears("send the calibration sheet", "3月18日", "东岭阀门MES").DoesNotHear("凌云电缆能耗");
        (await bot.As("赵磊").Says("move it to friday")).Hears("3月13日");
    }

    [Fact]
    public async Task One_that_is_done_is_told_of_as_done()
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says("装好备用水泵是哪个单子的来着")).Hears("装好备用水泵", "完成", "凌云电缆能耗").DoesNotHear("东岭阀门");
    }

    [Theory]
    [InlineData("打印海报这个下一步是哪个单子的")]
    [InlineData("哪个单子有打印海报这个下一步")]
    public async Task That_there_is_none_is_said_and_none_is_made(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("没有找到").DoesNotHear("已添加", "凌云电缆能耗", "送校准证书");
        Assert.Equal(2, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Theory]
    [InlineData("凌云电缆能耗什么时候签")]
    [InlineData("周总是哪家客户的")]
    [InlineData("我今天有什么待办")]
    [InlineData("我有没有没完成的任务")]
    [InlineData("do I have any tasks for tomorrow")]
    [InlineData("恢复所有提醒")]
    public async Task What_names_no_to_do_is_answered_as_ever(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).DoesNotHear("没有找到", "送校准证书”");
    }

    [Theory]
    [InlineData("还有呢")]
    [InlineData("剩下两个呢")]
    [InlineData("还有其他的吗")]
    [InlineData("下一页")]
    [InlineData("and the rest?")]
    [InlineData("the other two")]
    [InlineData("show me the rest of them please")]
    public async Task More_after_a_list_is_its_next_part_and_then_that_this_was_all(string more)
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            var deal = await db.Deals.Include(d => d.Owner).SingleAsync(d => d.Key == "D1");
            for (var i = 0; i < 9; i++) db.Add(new SalesBot.Deals.Deal { Key = "DX" + i, Name = $"试点{(char)('A' + i)}", CustomerId = deal.CustomerId, OwnerId = deal.OwnerId, Stage = "qualify", Amount = 10_000, CloseDate = new DateOnly(2026, 9, 1).AddDays(i), StageSince = bot.Clock.Now, CreatedAt = bot.Clock.Now });
            await db.SaveChangesAsync();
        }

        var rep = bot.As("赵磊");
        (await rep.Says("我的商机")).Hears("试点A").DoesNotHear("试点I");
        (await rep.Says(more)).Hears("试点H", "试点I").DoesNotHear("试点A");
        (await rep.Says(more)).Hears("已经全部列出");
    }

    [Fact]
    public async Task More_of_nothing_that_was_listed_is_no_list()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("还有呢")).DoesNotHear("已经全部列出");
        await rep.Says("看看东岭阀门");
        (await rep.Says("还有呢")).DoesNotHear("已经全部列出");
    }

    /// <summary>One that is open on a deal, one that was done on another.</summary>
    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        await using var db = bot.Open();
        var (valves, cables) = (await db.Deals.SingleAsync(d => d.Key == "D1"), await db.Deals.SingleAsync(d => d.Key == "D3"));
        db.Add(new Todo { Key = "TDa", Title = "送校准证书", OwnerId = valves.OwnerId, DealId = valves.Id, CustomerId = valves.CustomerId, DueOn = new DateOnly(2026, 3, 18), CreatedAt = bot.Clock.Now });
        db.Add(new Todo { Key = "TDb", Title = "装好备用水泵", OwnerId = cables.OwnerId, DealId = cables.Id, CustomerId = cables.CustomerId, DueOn = new DateOnly(2026, 3, 9), DoneAt = bot.Clock.Now.AddDays(-1), CreatedAt = bot.Clock.Now });
        await db.SaveChangesAsync();
        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }
}
