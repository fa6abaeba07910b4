namespace SalesBot.Tests.Language;

/// <summary>Where one order of a message ends and the next begins.</summary>
public class OrderSplitTests
{
    [Theory]
    [InlineData("Cobalt Robotics: stage proposal, value 71k, closing end of May", "move_stage update_amount update_close_date")]
    [InlineData("Cobalt Robotics\n- to proposal\n- make it 80k\n- remind me thurs to send the draft", "move_stage update_amount add_task")]
    [InlineData("Cobalt Robotics: back to contact please, they renegotiate all", "move_stage")]
    public void A_name_set_before_says_whom_the_orders_are_about(string text, string intents) => Orders(text, intents);

    [Theory]
    [InlineData("Cobalt Robotics demo done yesterday, everybody was happy. Please move the deal to proposal and remind me on the 20th to collect the form", "log_followup move_stage add_task")]
    [InlineData("Had a long call with Cobalt Robotics, they like it. Move it to proposal", "log_followup move_stage")]
    public void An_order_after_a_report_is_its_own(string text, string intents) => Orders(text, intents);

    [Theory]
    [InlineData("Visited Cobalt Robotics. The price they have in mind is 80k")]
    [InlineData("Spoke with Cobalt Robotics. Their value per unit is 300")]
    public void A_figure_in_a_report_orders_nothing(string text) => Orders(text, "log_followup");

    [Theory]
    [InlineData("Cobalt Robotics gave us the order yesterday! mark as won please", "win_deal")]
    [InlineData("帮我记个待办，周五三点前给Cobalt Robotics发报价", "add_task")]
    public void What_is_told_and_then_ordered_is_one_act(string text, string intents) => Orders(text, intents);

    private static void Orders(string text, string intents)
    {
        var frame = SmallCompany.Read(text);
        Assert.Equal(intents, string.Join(' ', new[] { frame }.Concat(frame.Also).Select(one => one.Intent)));
        Assert.All(frame.Also.Prepend(frame).Where(one => one.Intent is "move_stage" or "update_amount" or "update_close_date" or "win_deal"), one => Assert.Equal("d1", one.Ref("deal")));
    }
}
