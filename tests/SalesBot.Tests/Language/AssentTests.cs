using SalesBot.Language;

namespace SalesBot.Tests.Language;

/// <summary>Yes and no to an open question, as people give them.</summary>
public class AssentTests
{
    [Theory]
    [InlineData("yesss")]
    [InlineData("hell yes")]
    [InlineData("yep thats right")]
    [InlineData("\U0001F44D")]
    [InlineData("\U0001F44C")]
    [InlineData("sure, go ahead and book it")]
    [InlineData("ok do it")]
    public void Is_a_yes(string text)
    {
        var frame = SmallCompany.Read(text, Open);
        Assert.Equal(("win_deal", "true"), (frame.Intent, frame.Slots.Text("confirm")));
    }

    [Theory]
    [InlineData("hold on no, not yet")]
    [InlineData("nope, way too cheap")]
    [InlineData("eh no leave it")]
    [InlineData("hmm no don't")]
    [InlineData("nooo")]
    [InlineData("\U0001F44E")]
    public void Is_a_no(string text) => Assert.Equal("cancel", SmallCompany.Read(text, Open).Intent);

    [Theory]
    [InlineData("how much is it?")]
    [InlineData("hang on, who owns it?")]
    [InlineData("show me Cobalt Mining")]
    public void Is_neither(string text)
    {
        var frame = SmallCompany.Read(text, Open);
        Assert.False(frame.Intent is "win_deal" or "cancel", frame.Intent);
    }

    [Fact]
    public void Is_no_reason_either() =>
        Assert.Equal("cancel", SmallCompany.Read("hmm no don't", Open with { Pending = "lose_deal", Asked = "reason" }).Intent);

    private static Focus Open => new() { Pending = "win_deal", Asked = "confirm", Deal = "d1", Filled = new Slots { ["deal"] = "d1" } };
}
