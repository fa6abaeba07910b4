using SalesBot.Language;

namespace SalesBot.Tests.Language;

/// <summary>Amounts without their thousands, as people say them of a deal that they know (here of 92 000).</summary>
public class ShorthandTests
{
    [Theory]
    [InlineData("change the amount of Cobalt Robotics to 99", "99000")]
    [InlineData("change the amount of Cobalt Robotics to ninety nine five", "99500")]
    [InlineData("change the amount of Cobalt Robotics to one eighty", "180000")]
    [InlineData("change the amount of Cobalt Robotics to 99.500 euro", "99500")]
    [InlineData("把Cobalt Robotics的金额改成10", "100000")]
    [InlineData("change the amount of Cobalt Robotics to 99k", "99000")]
    [InlineData("change the amount of Cobalt Robotics to 150000", "150000")]
    public void Is_read_in_the_unit_of_the_known_amount(string text, string amount) => Assert.Equal(amount, SmallCompany.Read(text).Slots.Text("amount"));

    [Fact]
    public void A_counted_thing_is_no_amount() => Assert.Null(SmallCompany.Read("won Cobalt Robotics with 120 seats").Slots.Text("amount"));

    [Fact]
    public void Corrects_the_amount_just_given()
    {
        var focus = new Focus { LastIntent = "set_target", LastSlots = new Slots { ["person"] = "p2", ["period"] = "2026-04", ["amount"] = "160000" } };
        Assert.Equal("180000", SmallCompany.Read("make it one eighty", focus).Slots.Text("amount"));
    }
}
