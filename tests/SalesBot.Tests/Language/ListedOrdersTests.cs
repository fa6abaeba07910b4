using SalesBot.Language;
using SalesBot.Language.Names;

namespace SalesBot.Tests.Language;

/// <summary>A heading names what follows, a list orders the same of several, and what only stops an order stops it.</summary>
public class ListedOrdersTests
{
    [Theory]
    [InlineData("Cobalt Robotics: PO's landed", "win_deal")]
    [InlineData("Cobalt Robotics - new close 19 June", "update_close_date")]
    [InlineData("Cobalt Robotics to negotiation, bump it to 99k", "move_stage d1; update_amount d1")]
    [InlineData("Cobalt Robotics to negotiation, kiln 45k", "move_stage d1; update_amount d3")]
    [InlineData("vision to proposal, kiln to negotiation", "move_stage d1; move_stage d3")]
    [InlineData("vision 95k, kiln 45k", "update_amount d1; update_amount d3")]
    public void Each_has_its_own_deal(string text, string orders)
    {
        var frame = Read(text);
        var read = new[] { frame }.Concat(frame.Also).Select(order => orders.Contains(' ', StringComparison.Ordinal) ? $"{order.Intent} {order.Ref("deal")}" : order.Intent);
        Assert.Equal(orders, string.Join("; ", read));
    }

    [Theory]
    [InlineData("move Cobalt Robotics to proposal, not yet")]
    [InlineData("mark Cobalt Robotics as won, hold off for now")]
    [InlineData("hold fire on moving Cobalt Robotics to proposal")]
    [InlineData("Liv was saying Cobalt Robotics is won")]
    public void What_is_stopped_or_told_changes_nothing(string text) => Assert.Equal("unknown", Read(text).Intent);

    private static Frame Read(string text)
    {
        var index = SmallCompany.Index();
        index.Upsert(new NamedRecord(NamedKind.Deal, "d1", "Cobalt Robotics vision") { Customer = "c1", Owner = "p1", Stage = "qualify", Amount = 92000 });
        index.Upsert(new NamedRecord(NamedKind.Customer, "c3", "Pelham Ceramics"));
        index.Upsert(new NamedRecord(NamedKind.Deal, "d3", "Pelham Ceramics kiln") { Customer = "c3", Owner = "p1", Stage = "proposal", Amount = 50000 });
        return new Reader(index).Read(text, "p1", SmallCompany.Now, new Focus(), _ => true);
    }
}
