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
}
