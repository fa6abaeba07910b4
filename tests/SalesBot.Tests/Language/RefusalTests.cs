using SalesBot.Language;

namespace SalesBot.Tests.Language;

/// <summary>A breath that drops what was asked, and what is said after it.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("actually don't. Ida just wrote, theyre still keen", "lose_deal", "reason")]
    [InlineData("no wait, don't. they may still sign", "lose_deal", "reason")]
    [InlineData("fine. back to that one, scrap it, I have to ask Liv first", "submit_quote", "confirm")]
    [InlineData("刚说的那个 作废 我先问问小李", "submit_quote", "confirm")]
    [InlineData("no next step", "log_followup", "next_step")]
    public void Is_all_of_it(string text, string pending, string asked)
    {
        var frame = SmallCompany.Read(text, new Focus { Deal = "d1", Pending = pending, Asked = asked });
        Assert.Equal(("cancel", 0), (frame.Intent, frame.Also.Count));
    }

    [Fact]
    public void An_order_after_it_is_carried_out()
    {
        var frame = SmallCompany.Read("hold on. move it to negotiation instead", new Focus { Deal = "d1", Pending = "lose_deal", Asked = "reason" });
        Assert.Equal("cancel move_stage", string.Join(' ', new[] { frame }.Concat(frame.Also).Select(order => order.Intent)));
    }

    [Theory]
    [InlineData("call her tomorrow morning", "create_customer", "customer")]
    [InlineData("ok the vision drawing is sent, move Cobalt Robotics to negotiation", "log_followup", "confirm")]
    [InlineData("so move that one to september", "log_followup", "next_step")]
    [InlineData("ok that one passes", "reject", "confirm")]
    [InlineData("ok do the offer with 5% off then", "log_followup", "confirm")]
    public void Another_order_is_no_answer(string text, string pending, string asked) =>
        Assert.False(SmallCompany.Read(text, new Focus { Deal = "d1", Pending = pending, Asked = asked, Optional = asked == "next_step" }).Intent == pending);
}
