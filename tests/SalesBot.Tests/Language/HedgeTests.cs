namespace SalesBot.Tests.Language;

/// <summary>What is only thought of, feared or put off is no order, in anybody's English.</summary>
public class HedgeTests
{
    [Theory]
    [InlineData("maybe we release Cobalt Robotics next year")]
    [InlineData("could be that Cobalt Robotics shifts to June, I will ask")]
    [InlineData("need not submit the contract of Cobalt Robotics, they have changed mind")]
    [InlineData("please wait with moving Cobalt Robotics to proposal")]
    [InlineData("I would not yet mark Cobalt Robotics as won")]
    [InlineData("in the case that the council says yes we move Cobalt Robotics to negotiation")]
    [InlineData("nobody said to move Cobalt Robotics to proposal")]
    public void Changes_nothing(string text) => Assert.Contains(SmallCompany.Read(text).Intent, new[] { "unknown", "small_talk", "show_deal", "query_deals" }, StringComparer.Ordinal);
}
