using Microsoft.EntityFrameworkCore;
using SalesBot.Tasks;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tasks;

/// <summary>A to-do that is called by a part of its title, and titles that hold only what is to be done.</summary>
public sealed class PartOfATitleTests
{
    [Theory]
    [InlineData("delete the to-do ask Zhou", true)]
    [InlineData("delete the task ask Zhou Guoping", true)]
    [InlineData("把问周总的待办删掉", false)]
    public async Task A_to_do_is_called_off_by_the_first_words_of_its_title(string said, bool english)
    {
        await using var bot = await WithAsync(english ? "Ask Zhou Guoping about the crane" : "问周总吊车的事");
        var rep = english ? bot.As("赵磊").InEnglish() : bot.As("赵磊");

        await rep.Says(said);

        Assert.Equal(0, await bot.Look(db => db.Todos.CountAsync()));
    }

    [Theory]
    [InlineData("delete the to-do ask the notary")]
    [InlineData("delete the deal ask Zhou")]
    public async Task What_no_title_holds_calls_nothing_off(string said)
    {
        await using var bot = await WithAsync("Ask Zhou Guoping about the crane");

        await bot.As("赵磊").InEnglish().Says(said);

        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync(t => t.DoneAt == null)));
    }

    [Theory]
    [InlineData("remind me every tuesday to water the plants", "water the plants")]
    [InlineData("每周三提醒我对一遍库存", "对一遍库存")]
    [InlineData("周五前把考勤表交了，提醒我", "把考勤表交了")]
    public async Task When_it_is_to_be_done_is_no_part_of_the_title(string said, string title)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Says(said);

        Assert.Equal(title, await bot.Look(db => db.Todos.Select(t => t.Title).SingleAsync()));
    }

    [Fact]
    public async Task Work_that_is_due_before_a_day_is_called_without_the_day()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("王芳").Says("让刘晨下周二前把库存盘点报给我");

        Assert.Equal("把库存盘点报给我", await bot.Look(db => db.Todos.Select(t => t.Title).SingleAsync()));
    }

    [Theory]
    [InlineData("rename the to-do water the plants to feed the fish")]
    [InlineData("rename to-do 1 to feed the fish, due friday")]
    public async Task A_new_name_makes_no_new_to_do(string said)
    {
        await using var bot = await WithAsync("Water the plants");

        await bot.As("赵磊").InEnglish().Says(said);

        Assert.Equal(["Water the plants"], await bot.Look(db => db.Todos.Select(t => t.Title).ToListAsync()));
    }

    [Theory]
    [InlineData("call Zhou about the crane tomorrow", "let's do friday")]
    [InlineData("remind me tomorrow to check the crane", "let's go for friday")]
    public async Task Another_day_right_after_it_is_of_the_to_do(string said, string other)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says(said);

        await rep.Says(other);

        Assert.Equal(new DateOnly(2026, 3, 13), await bot.Look(db => db.Todos.Select(t => t.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task That_after_a_to_do_and_a_look_at_a_deal_is_asked_about()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("show 东岭阀门MES");
        await rep.Says("remind me to send the crane list tomorrow at 9");
        await rep.Says("show 东岭阀门MES");

        (await rep.Says("move that to Friday")).Hears("Is that right?");

        Assert.Equal(new DateOnly(2026, 4, 12), await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.CloseDate).SingleAsync()));
    }

    [Fact]
    public async Task A_deal_that_was_only_looked_at_is_moved_by_that()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();
        await rep.Says("show 东岭阀门MES");

        (await rep.Says("push that to 20 April")).Hears("Close date changed");
    }

    private static async Task<TestBot> WithAsync(string title)
    {
        var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            db.Add(new Todo { Key = "W1", Owner = await db.People.FirstAsync(p => p.Key == "P2"), Title = title, DueOn = new DateOnly(2026, 3, 13), CreatedAt = TestBot.Start });
            await db.SaveChangesAsync();
        }

        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }
}
