namespace SalesBot.Tests.Language.Filling;

/// <summary>A report's day is when the two sides met, not a day that is only spoken of.</summary>
public class FollowUpSlotsTests
{
    [Theory]
    [InlineData("met Cobalt Robotics on the 5th, they like it", "2026-03-05", null)]
    [InlineData("Cobalt Robotics said the board meets on the 24th", null, null)]
    [InlineData("ball's in their court, Cobalt Robotics has had the redlines since Monday", null, null)]
    [InlineData("called Cobalt Robotics yesterday at 3pm, all good", "2026-03-10", "15:00")]
    public void Is_told_by_the_breath_that_tells_of_the_meeting(string text, string? date, string? time)
    {
        var slots = SmallCompany.Read(text).Slots;
        Assert.Equal((date, time, null), (slots.Text("date"), slots.Text("time"), slots.Text("next_date")));
    }
}
