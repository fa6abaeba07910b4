namespace SalesBot.Tests.Language;

/// <summary>Who says that an amount changes and not to what is asked for the new one.</summary>
public class ChangeAskedTests
{
    [Theory]
    [InlineData("Cobalt Robotics那单改下金额")]
    [InlineData("Cobalt Robotics的金额调一下")]
    [InlineData("Cobalt Robotics金额变了")]
    [InlineData("change the amount of Cobalt Robotics")]
    public void Without_a_value(string text)
    {
        var frame = SmallCompany.Read(text);
        Assert.Equal(("update_amount", null), (frame.Intent, frame.Slots.Text("amount")));
    }

    [Theory]
    [InlineData("Cobalt Robotics的金额改过吗")]
    [InlineData("谁改了Cobalt Robotics的金额")]
    public void A_question_is_none(string text) => Assert.NotEqual("update_amount", SmallCompany.Read(text).Intent, StringComparer.Ordinal);
}
