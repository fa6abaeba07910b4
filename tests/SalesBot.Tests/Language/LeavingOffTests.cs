using SalesBot.Language;

namespace SalesBot.Tests.Language;

/// <summary>An open question is dropped in many words; none of them is the answer.</summary>
public class LeavingOffTests
{
    [Theory]
    [InlineData("let it be, I have to board")]
    [InlineData("not necessary any more")]
    [InlineData("stop this, it was only a test")]
    [InlineData("I changed my idea")]
    [InlineData("let us skip this")]
    [InlineData("leave it please, I make it tomorrow")]
    public void Is_no_value(string text) =>
        Assert.Equal("cancel", SmallCompany.Read(text, new Focus { Pending = "update_amount", Asked = "amount", Deal = "d1" }).Intent);

    [Fact]
    public void Elsewhere_the_words_tell_of_a_customer() =>
        Assert.Equal("log_followup", SmallCompany.Read("called Cobalt Robotics, they say a second demo is not necessary any more").Intent);
}
