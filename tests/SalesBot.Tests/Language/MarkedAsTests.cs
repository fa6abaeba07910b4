namespace SalesBot.Tests.Language;

/// <summary>“Mark … as …” says by its last word what is meant: a deal is closed only by a word for it.</summary>
public class MarkedAsTests
{
    [Theory]
    [InlineData("Mark “Follow up with Cobalt Robotics vision” as done", "complete_task")]
    [InlineData("mark follow up with Cobalt Robotics vision as complete", "complete_task")]
    [InlineData("put the Cobalt Robotics vision reminder down as finished", "complete_task")]
    [InlineData("mark Cobalt Robotics vision as lost", "lose_deal")]
    [InlineData("flag Cobalt Robotics vision as lost, we are done with them", "lose_deal")]
    [InlineData("mark Cobalt Robotics vision as dead", "lose_deal")]
    [InlineData("mark Cobalt Robotics vision as won", "win_deal")]
    public void Says_what_is_done(string text, string intent) => Assert.Equal(intent, SmallCompany.Read(text).Intent);

    [Theory]
    [InlineData("mark Cobalt Robotics vision as urgent")]
    [InlineData("flag Cobalt Robotics vision as strategic")]
    [InlineData("tag Cobalt Robotics vision as sent")]
    [InlineData("label Cobalt Robotics vision as a pilot")]
    public void Closes_nothing(string text)
    {
        var frame = SmallCompany.Read(text);
        Assert.False(frame.Intent is "lose_deal" or "win_deal", frame.Intent);
    }
}
