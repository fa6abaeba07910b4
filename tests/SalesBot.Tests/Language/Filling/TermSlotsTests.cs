namespace SalesBot.Tests.Language.Filling;

/// <summary>Numbers that say how it is to be paid are no amount and no discount.</summary>
public class TermSlotsTests
{
    [Theory]
    [InlineData("submit the Cobalt Robotics quote at 88k net 45", "net 45", "88000", null)]
    [InlineData("submit the Cobalt Robotics quote, 5% off, 40% upfront", "40% upfront", null, "0.95")]
    [InlineData("submit the contract for Cobalt Robotics, 60 days terms", "60 days terms", null, null)]
    public void Are_read_apart(string text, string terms, string? amount, string? discount)
    {
        var slots = SmallCompany.Read(text).Slots;
        Assert.Equal((terms, amount, discount), (slots.Text("terms"), slots.Text("amount"), slots.Text("discount")));
    }
}
