namespace SalesBot.Tests.Language;

/// <summary>Names of companies and people that nobody has recorded yet.</summary>
public class NewNamesTests
{
    [Theory]
    [InlineData("set up Thornbury Tiles as an account", "Thornbury Tiles")]
    [InlineData("please create the company Nordwind Logistik GmbH in Hamburg", "Nordwind Logistik GmbH")]
    [InlineData("add tidewater farms as a customer", "tidewater farms")]
    [InlineData("Kwek from Orchard Cleanroom whatsapped me, looking for an audit", "Orchard Cleanroom")]
    [InlineData("inbound from the website - Ridgeline Dairy want a demo", "Ridgeline Dairy")]
    [InlineData("create Cobalt Robotics Inc", "Cobalt Robotics")]
    public void Finds_the_company(string text, string name) => Assert.Equal(name, SmallCompany.Read(text).Slots.Text("customer"));

    [Fact]
    public void Finds_who_asked() =>
        Assert.Equal("Kwek", SmallCompany.Read("Kwek from Orchard Cleanroom whatsapped me, looking for an audit").Slots.Text("person"));

    [Fact]
    public void A_deal_has_the_name_that_stands_apart() =>
        Assert.Equal("oven scheduling", SmallCompany.Read("open a deal for Cobalt Robotics, oven scheduling, 42k, mid-May").Slots.Text("deal_name"));

    [Theory]
    [InlineData("new opp for Cobalt Robotics, call it Roof Phase 2, 80k, end of June", "Roof Phase 2")]
    [InlineData("open a deal for Cobalt Robotics called Mould tracking for 60k, close 30 June", "Mould tracking")]
    [InlineData("add an opportunity for Cobalt Robotics named \"Bed management\", 90k, July", "Bed management")]
    [InlineData("给Cobalt Robotics加个新单子 叫边缘网关二期 20万 月底", "边缘网关二期")]
    public void A_deal_is_called_as_the_words_say(string text, string name) => Assert.Equal(name, SmallCompany.Read(text).Slots.Text("deal_name"));

    [Fact]
    public void A_sum_is_no_name() => Assert.DoesNotContain("85", SmallCompany.Read("new deal for Cobalt Robotics, oven scheduling, call it 85 grand, end of May").Slots.Text("deal_name"), StringComparison.Ordinal);
}
