using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Tasks;

/// <summary>A manager's own errands, and those for others, do not hang on the record that was looked at last; and no title holds the order itself.</summary>
public sealed class UnattachedTaskTests
{
    [Theory]
    [InlineData("王芳", "给刘晨安排个事，周五前交二季度计划", "交二季度计划")]
    [InlineData("王芳", "明天上午9点提醒我准备预测会", "准备预测会")]
    [InlineData("赵磊", "后天下午三点提醒我给余主任发资料", "给余主任发资料")]
    [InlineData("赵磊", "提醒我明天给老余回电话", "给老余回电话")]
    [InlineData("王芳", "remind me tomorrow at 9 about the budget round", "budget round")]
    [InlineData("王芳", "assign a task to 刘晨: check the tax ids, by Friday", "check the tax ids")]
    public async Task It_is_of_no_record(string who, string said, string title)
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As(who);
        await manager.Says("东岭阀门MES");

        await manager.Says(said);
        var todo = await bot.Look(db => Task.FromResult(db.Todos.Single()));
        Assert.Equal((title, (long?)null, (long?)null), (todo.Title, todo.DealId, todo.CustomerId));
    }

    [Theory]
    [InlineData("王芳", "让赵磊周五前给他们发一版新报价")]
    [InlineData("赵磊", "周五提醒我发新报价")]
    public async Task What_leans_on_it_or_is_the_owners_is_of_it(string who, string said)
    {
        await using var bot = await TestBot.StartAsync();
        var person = bot.As(who);
        await person.Says("东岭阀门MES");

        await person.Says(said);
        Assert.NotNull((await bot.Look(db => Task.FromResult(db.Todos.Single()))).CustomerId);
    }
}
