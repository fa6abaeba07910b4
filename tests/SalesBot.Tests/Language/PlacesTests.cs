using SalesBot.Language;

namespace SalesBot.Tests.Language;

/// <summary>Places in what was last listed, said as bare numbers.</summary>
public class PlacesTests
{
    [Fact]
    public void Opens_a_bare_number() =>
        Assert.Equal("d1", SmallCompany.Read("open 2", Listed("c1", "d1")).Ref("deal"));

    [Fact]
    public void A_number_beside_a_name_is_no_place() =>
        Assert.Null(SmallCompany.Read("won Cobalt Mining with 2 seats", Listed("c1", "d1")).Ref("deal"));

    private static Focus Listed(params string[] keys) => new() { List = keys };
}
