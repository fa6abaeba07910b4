using SalesBot.Language;

namespace SalesBot.Tests.Language;

/// <summary>A weekday that corrects a day is one of that day's week; a telephone number is nobody's title.</summary>
public class SameWeekTests
{
    [Theory]
    [InlineData("no, Thursday", "2026-03-18", "2026-03-19")]
    [InlineData("sorry, Monday", "2026-03-19", "2026-03-16")]
    [InlineData("no, Friday", "2026-03-12", "2026-03-13")]
    [InlineData("不对，是礼拜四", "2026-03-25", "2026-03-26")]
    [InlineData("no, next Thursday", "2026-03-12", "2026-03-19")]
    public void A_weekday_stays_in_the_week_that_was_said(string text, string before, string day)
    {
        var frame = SmallCompany.Read(text, new Focus { Deal = "d1", LastIntent = "set_next_step", LastSlots = new Slots { ["deal"] = "d1", ["next_step"] = "site visit", ["date"] = before }, Fresh = true });
        Assert.Equal(("set_next_step", day), (frame.Intent, frame.Slots.Text("date")));
    }

    [Fact]
    public void A_number_is_no_title()
    {
        var frame = SmallCompany.Read("contact is Merv Askew, 0491 570 006", new Focus { Customer = "c1", LastIntent = "create_customer", LastSlots = new Slots { ["customer"] = "c1" }, Fresh = true });
        Assert.Equal(("Merv Askew", null, "0491570006"), (frame.Slots.Text("person"), frame.Slots.Text("title"), frame.Slots.Text("phone")?.Replace(" ", "", StringComparison.Ordinal)));
    }
}
