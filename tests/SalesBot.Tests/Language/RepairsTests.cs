namespace SalesBot.Tests.Language;

/// <summary>Whoever corrects himself in mid-sentence means the second thing.</summary>
public class RepairsTests
{
    [Theory]
    [InlineData("remind me to call Cobalt Robotics Thursday no Friday", "date", "2026-03-13")]
    [InlineData("remind me on Thursday to call Cobalt Robotics - scratch that, Friday", "date", "2026-03-13")]
    [InlineData("change Cobalt Robotics to 80k no wait 85k", "amount", "85000")]
    [InlineData("change Cobalt Robotics to 85k, not 80k", "amount", "85000")]
    [InlineData("move Cobalt Robotics to negotiation sorry proposal", "stage", "proposal")]
    [InlineData("give Cobalt Robotics to Liv, I mean Sam", "person", "Sam Oduya")]
    [InlineData("提醒我周四不对周五给Cobalt Robotics打电话", "date", "2026-03-13")]
    public void Takes_the_second_thing(string text, string slot, string value) => Assert.Equal(value, SmallCompany.Read(text).Slots.Text(slot));

    [Fact]
    public void Leaves_out_an_order_that_was_taken_back()
    {
        var frame = SmallCompany.Read("move Cobalt Robotics to proposal. and win Cobalt M.. no scratch that last bit");
        Assert.Equal(("move_stage", 0), (frame.Intent, frame.Also.Count));
    }

    [Fact]
    public void Does_nothing_when_all_was_taken_back() =>
        Assert.True(SmallCompany.Read("move Cobalt Robotics to proposal, no scratch that").Intent is "unknown" or "small_talk" or "cancel");

    [Fact]
    public void Keeps_what_a_report_denies() =>
        Assert.Contains("not before June", SmallCompany.Read("met Cobalt Robotics, they said not before June").Slots.Text("content"), StringComparison.Ordinal);

    [Fact]
    public void Points_at_the_words_that_were_meant()
    {
        const string Text = "change Cobalt Robotics to 80k no wait 85k";
        var amount = Assert.Single(SmallCompany.Read(Text).Because, why => why.Gave == "amount");
        Assert.Equal("85k", Text[amount.Start..amount.End]);
    }
}
