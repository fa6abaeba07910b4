using SalesBot.Language;

namespace SalesBot.Tests.Language;

/// <summary>A place in a list that was not shown, or is shorter, means no other record.</summary>
public class UnmetPlacesTests
{
    [Theory]
    [InlineData("third one to 95k", null)]
    [InlineData("#3 to negotiation", null)]
    [InlineData("the third deal to 95k", null)]
    [InlineData("first one to 95k", "d1")]
    [InlineData("move it to negotiation after the third-party audit", "d1")]
    public void Never_fall_on_the_deal_that_was_spoken_of(string text, string? deal)
    {
        var frame = SmallCompany.Read(text, new Focus { Deal = "d1", List = ["d1"] });
        Assert.Equal(deal, frame.Ref("deal"));
    }

    [Fact]
    public void Them_is_no_customer()
    {
        var frame = SmallCompany.Read("list them biggest first", new Focus { Deal = "d1", Customer = "c1", List = ["d1", "c2"] });
        Assert.Equal(("query_deals", null, "amount_desc"), (frame.Intent, frame.Ref("customer"), frame.Slots.Text("sort")));
    }
}
