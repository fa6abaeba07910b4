using SalesBot.Process;

namespace SalesBot.Tests.Process;

public sealed class SalesProcessTests
{
    [Fact]
    public void The_standard_ladder_has_the_six_stages_and_their_chances()
    {
        Assert.Equal("lead contact qualify proposal negotiation won", string.Join(' ', SalesProcess.Shipped.Stages.Select(s => s.Id)));
        Assert.Equal([10, 20, 40, 60, 80, 100], SalesProcess.Shipped.Stages.Select(s => s.Probability));
        Assert.All(SalesProcess.Shipped.Open, s => Assert.Equal(7, s.StallDays));
    }

    [Theory]
    [InlineData("lead", 1, "contact")]
    [InlineData("contact", -1, "lead")]
    [InlineData("won", 1, null)]
    [InlineData("lead", -1, null)]
    [InlineData("lost", 1, null)]
    public void Steps_lead_along_the_ladder_and_end_with_it(string from, int steps, string? to) =>
        Assert.Equal(to, SalesProcess.Shipped.From(from, steps)?.Id);
}
