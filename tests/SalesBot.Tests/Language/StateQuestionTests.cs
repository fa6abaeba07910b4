namespace SalesBot.Tests.Language;

/// <summary>Who asks whether something is so is shown the record, and nothing is written; who asks for it to be done gets it done.</summary>
public class StateQuestionTests
{
    [Theory]
    [InlineData("Has Cobalt Robotics been moved to negotiation yet?")]
    [InlineData("did Cobalt Robotics vision move to negotiation")]
    [InlineData("Cobalt Robotics vision is at 92k, right?")]
    [InlineData("Cobalt Robotics vision是92万对吧")]
    [InlineData("Cobalt Robotics那单改到四月底了，是吧？")]
    [InlineData("Cobalt Robotics: proposal or negotiation?")]
    [InlineData("Is Cobalt Robotics vision lost or won?")]
    [InlineData("Has Cobalt Mining been reassigned to Liv Berg?")]
    public void Whether_it_is_so(string text) => Assert.True(SmallCompany.Read(text).Intent is "show_deal" or "show_customer" or "unknown");

    [Theory]
    [InlineData("is the Cobalt Robotics vision deal really 300k?")]
    [InlineData("Cobalt Robotics那单真是30万吗")]
    public void How_it_stands_is_shown(string text) => Assert.Equal("show_deal", SmallCompany.Read(text).Intent);

    [Theory]
    [InlineData("can you move Cobalt Robotics to negotiation?", "move_stage")]
    [InlineData("Cobalt Robotics改成80万，行吗", "update_amount")]
    [InlineData("Cobalt Robotics is lost, they picked a competitor", "lose_deal")]
    public void Whether_it_can_be_done(string text, string intent) => Assert.Equal(intent, SmallCompany.Read(text).Intent);

    [Theory]
    [InlineData("Nobody hand Cobalt Mining over to me please, I have enough")]
    [InlineData("no one touch the Cobalt Robotics amount")]
    [InlineData("谁也别把Cobalt Mining分给我，我忙不过来")]
    public void What_nobody_is_to_do_is_not_done(string text) => Assert.Equal("unknown", SmallCompany.Read(text).Intent);
}
