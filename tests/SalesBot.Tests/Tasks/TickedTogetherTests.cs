using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tasks;

/// <summary>"Both", "all", “两个都”: so many are ticked as the words name, and nothing for a question or what is not done yet.</summary>
public sealed class TickedTogetherTests
{
    [Theory]
    [InlineData("drawings and gateway count both done", "Email the drawings,Gateway count")]
    [InlineData("the drawings and the gateway count are both finished", "Email the drawings,Gateway count")]
    [InlineData("图纸和网关清点两个都做完了", "寄图纸,网关清点")]
    public async Task Both_are_the_two_that_are_named_and_undo_brings_both_back(string said, string meant)
    {
        await using var bot = await StartAsync(said[0] > 0x2E80 ? ["寄图纸", "网关清点", "订机票"] : ["Email the drawings", "Gateway count", "Book the flight"]);
        var rep = bot.As("赵磊");
        await rep.Says("我的待办");

        await rep.Says(said);
        Assert.Equal(meant, await DoneAsync(bot));

        await rep.Says(said[0] > 0x2E80 ? "撤销" : "undo");
        Assert.Equal("", await DoneAsync(bot));
    }

    [Theory]
    [InlineData("both done")]
    [InlineData("两个都做完了")]
    public async Task Both_of_three_that_are_shown_is_a_question_and_of_two_is_those(string said)
    {
        await using var bot = await StartAsync("Email the drawings", "Gateway count", "Book the flight");
        var rep = bot.As("赵磊");
        await rep.Says("我的待办");
        await rep.Says(said);
        Assert.Equal("", await DoneAsync(bot));

        await rep.Says("算了");
        await rep.Says("第三个完成了");
        await rep.Says("我的待办");
        await rep.Says(said);
        Assert.Equal(3, await bot.Look(db => db.Todos.CountAsync(t => t.DoneAt != null)));
    }

    [Theory]
    [InlineData("drawings are done, but the gateway count is not done yet")]
    [InlineData("the drawings are done and gateway count is still open")]
    public async Task What_is_not_done_yet_stays(string said)
    {
        await using var bot = await StartAsync("Email the drawings", "Gateway count", "Book the flight");
        await bot.As("赵磊").InEnglish().Says(said);
        Assert.Equal("Email the drawings", await DoneAsync(bot));
    }

    [Theory]
    [InlineData("is the flight booked? not yet")]
    [InlineData("机票订了吗？还没")]
    public async Task A_question_that_answers_itself_with_not_yet_ticks_nothing(string said)
    {
        await using var bot = await StartAsync("Book the flight to Lyon", "Book the flight home", "订机票去上海", "订机票回来");
        var rep = bot.As("赵磊");
        await rep.Says("flight done");
        await rep.Says(said);
        Assert.Equal("", await DoneAsync(bot));
    }

    [Theory]
    [InlineData("the gateway count is still on friday right?", "No: “Gateway count” is on Thu 12 Mar")]
    [InlineData("is the gateway count on thursday?", "Yes: “Gateway count” is on Thu 12 Mar")]
    [InlineData("when is the gateway count?", "“Gateway count” is on Thu 12 Mar")]
    public async Task Asked_when_a_to_do_is_its_day_is_told_and_nothing_written(string said, string answer)
    {
        await using var bot = await StartAsync("Email the drawings", "Gateway count");
        (await bot.As("赵磊").InEnglish().Says(said)).Hears(answer);
        Assert.Equal(2, await bot.Look(db => db.Todos.CountAsync(t => t.DoneAt == null && t.DueOn == Due)));
        Assert.Equal(0, await bot.Look(db => db.FollowUps.CountAsync()));
    }

    [Theory]
    [InlineData("网关清点还是周四吗", "是的：“网关清点”定在 3月12日")]
    [InlineData("网关清点是哪天", "“网关清点”定在 3月12日")]
    public async Task The_same_in_Chinese(string said, string answer)
    {
        await using var bot = await StartAsync("网关清点", "寄图纸");
        (await bot.As("赵磊").Says(said)).Hears(answer);
    }

    [Theory]
    [InlineData("push the gateway thing to friday")]
    [InlineData("网关那件事推到周五")]
    public async Task A_thing_is_a_to_do_and_no_deal(string said)
    {
        await using var bot = await StartAsync("Gateway count", "网关清点", "寄图纸");
        await bot.As("赵磊").Says(said);
        Assert.Equal(1, await bot.Look(db => db.Todos.CountAsync(t => t.DueOn == new DateOnly(2026, 3, 13))));
    }

    private static readonly DateOnly Due = new(2026, 3, 12);

    private static async Task<TestBot> StartAsync(params string[] titles)
    {
        var bot = await TestBot.StartAsync();
        foreach (var title in titles) await bot.As("赵磊").Forges("add_task", ("content", title), ("date", "2026-03-12"));
        return bot;
    }

    private static async Task<string> DoneAsync(TestBot bot) =>
        string.Join(',', await bot.Look(db => db.Todos.Where(t => t.DoneAt != null).OrderBy(t => t.Id).Select(t => t.Title).ToListAsync()));
}
