using SalesBot.Conversation;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

public sealed class GroupTests
{
    [Theory]
    [InlineData("我的商机")]
    [InlineData("东岭阀门MES金额改成70万")]
    public async Task Amounts_asked_for_in_a_group_go_to_the_one_who_asked(string text)
    {
        await using var bot = await TestBot.StartAsync();
        var group = new Address("test", "g-1", "P2", IsGroup: true, "zh-CN", Route: "");

        var answer = await bot.Get<TurnRunner>().RunAsync(new Turn(TurnKind.Said, group, "g1", bot.Clock.Now) { Text = text, PersonKey = "P2" }, CancellationToken.None);

        var said = Assert.Single(answer.Replies);
        Assert.Null(said.Card);
        Assert.DoesNotContain("东岭", said.Text, StringComparison.Ordinal);
        Assert.Contains("私下", said.Text, StringComparison.Ordinal);
        await bot.As("赵磊").IsTold("东岭阀门MES");
    }
}
