namespace SalesBot.Tests.Language.Filling;

/// <summary>A reason is what was said beside the order; an order without one has none.</summary>
public class ReasonSlotsTests
{
    [Theory]
    [InlineData("Cobalt Robotics has slipped to mid-April", null)]
    [InlineData("pull Cobalt Robotics in to April 30", null)]
    [InlineData("knock Cobalt Robotics on to the next stage", null)]
    [InlineData("push Cobalt Robotics to May, their lawyer is on leave", "their lawyer is on leave")]
    [InlineData("push Cobalt Robotics into May", null)]
    [InlineData("move Cobalt Robotics to proposal because the survey is in", "survey is in")]
    [InlineData("we lost Cobalt Robotics, they went in-house", "they went in-house")]
    [InlineData("Cobalt Robotics is lost, price", "price")]
    [InlineData("Cobalt Robotics picked someone else", "picked someone else")]
    [InlineData("Cobalt Robotics估计没戏了 标丢吧", null)]
    [InlineData("Cobalt Robotics看来是黄了，记丢单", null)]
    [InlineData("Cobalt Robotics应该没希望了，对方上了国产的", "对方上了国产的")]
    [InlineData("looks like Cobalt Robotics is gone, mark it lost", null)]
    public void Only_what_is_beside_the_order(string text, string? reason) => Assert.Equal(reason, SmallCompany.Read(text).Slots.Text("reason"));

    [Theory]
    [InlineData("raise a ticket for Cobalt Robotics, the camera is down since noon", "the camera is down since noon")]
    [InlineData("Cobalt Robotics can't log in since the update, raise a ticket", "can't log in since the update")]
    public void What_is_broken_stays_in_a_ticket(string text, string content) => Assert.Equal(content, SmallCompany.Read(text).Slots.Text("content"));
}
