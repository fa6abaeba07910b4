namespace SalesBot.Tests.Language.Filling;

/// <summary>Which records a question asks for: their status, their period, how many.</summary>
public class FilterSlotsTests
{
    [Theory]
    [InlineData("what did the team close last quarter", "status", "won")]
    [InlineData("what did the team close last quarter", "period", "last_quarter")]
    [InlineData("which deals did we lose in February", "period", "2026-02")]
    [InlineData("which deals close in April", "status", null)]
    [InlineData("my biggest five deals", "limit", "5")]
    [InlineData("which of my deals don't have a next step", "missing", "next_step")]
    [InlineData("outstanding approvals", "status", "pending")]
    [InlineData("who closed most in February", "period", "2026-02")]
    [InlineData("forecast for my quarter", "period", "this_quarter")]
    [InlineData("who haven't I talked to in a month", "days", "30")]
    [InlineData("rank my lot for the month", "scope", "team")]
    public void Are_read_from_the_words(string text, string slot, string? value) => Assert.Equal(value, SmallCompany.Read(text).Slots.Text(slot));

    [Theory]
    [InlineData("knock 12k off Cobalt Robotics", "80000")]
    [InlineData("halve Cobalt Robotics", "46000")]
    [InlineData("Cobalt Robotics is 12k higher", "104000")]
    public void A_change_is_no_new_amount(string text, string amount) => Assert.Equal(amount, SmallCompany.Read(text).Slots.Text("amount"));
}
