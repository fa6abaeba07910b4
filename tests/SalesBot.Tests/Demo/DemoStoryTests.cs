using SalesBot.Server.Demo;

namespace SalesBot.Tests.Demo;

public sealed class DemoStoryTests
{
    [Theory]
    [InlineData("2026-03-11T15:20", "2026-03-11T15:20")]
    [InlineData("2026-03-11T20:20", "2026-03-11T17:20")]
    [InlineData("2026-03-11T03:20", "2026-03-10T17:20")]
    [InlineData("2026-03-08T11:20", "2026-03-06T17:20")]
    [InlineData("2026-03-09T04:20", "2026-03-06T17:20")]
    [InlineData("2026-02-18T11:20", "2026-02-14T17:20")]
    public void A_contract_of_the_practice_company_is_submitted_in_working_hours_of_a_working_day(string meant, string submitted) =>
        Assert.Equal(DateTimeOffset.Parse(submitted + "+08:00", null), DemoStory.InTheDay(DateTimeOffset.Parse(meant + "+08:00", null)));
}
