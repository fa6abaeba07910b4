using SalesBot.Server.Demo;

namespace SalesBot.Tests.Demo;

public sealed class DemoStoryTests
{
    [Theory]
    [InlineData("2026-03-11T15:20", "2026-03-11T15:20", "Wednesday afternoon stays")]
    [InlineData("2026-03-11T20:20", "2026-03-11T17:20", "evening: the afternoon before")]
    [InlineData("2026-03-12T03:20", "2026-03-12T09:20", "early: the morning after")]
    [InlineData("2026-03-07T11:20", "2026-03-06T17:20", "Saturday: Friday afternoon")]
    [InlineData("2026-03-08T03:20", "2026-03-09T09:20", "Sunday: Monday morning")]
    [InlineData("2026-03-15T03:20", "2026-03-13T17:20", "Monday morning is still ahead")]
    [InlineData("2026-02-16T11:20", "2026-02-14T17:20", "a long holiday")]
    public void A_contract_of_the_practice_company_is_submitted_in_working_hours_of_a_working_day(string meant, string submitted, string why) =>
        Assert.True(At(submitted) == DemoStory.InTheDay(At(meant), At("2026-03-13T18:00")), why);

    private static DateTimeOffset At(string local) => DateTimeOffset.Parse(local + "+08:00", null);
}
