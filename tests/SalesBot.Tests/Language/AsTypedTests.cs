using SalesBot.Language;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;
using SalesBot.Language.Text;

namespace SalesBot.Tests.Language;

/// <summary>What fingers and dictation do to words: slips, sounds of thinking, lost apostrophes.</summary>
public class AsTypedTests
{
    [Theory]
    [InlineData("robotics um to uh negotiation", "robotics to negotiation")]
    [InlineData("um", "um")]
    [InlineData("Cobalt um 14 Uhr", "cobalt um 14 uhr")]
    [InlineData("跟呃周总聊了", "跟周总聊了")]
    public void Sounds_of_thinking_are_not_said(string typed, string read) => Assert.Equal(read, Hesitation.Without(NormalText.Of(typed)).Text);

    [Theory]
    [InlineData("Cobalt Robotics to negotation", "move_stage", "stage", "negotiation")]
    [InlineData("vision deal amount um ninety-five thousand", "update_amount", "amount", "95000")]
    [InlineData("set Cobalt Robotics vision to ninety-five thousand five hundred", "update_amount", "amount", "95500")]
    [InlineData("Cobalt Robotics vision won't make month end, push it three weeks", "update_close_date", "close_date", "2026-04-22")]
    [InlineData("move the close of Cobalt Robotics vision to 27th April", "update_close_date", "close_date", "2026-04-27")]
    public void A_slip_of_the_finger_or_tongue_is_no_matter(string text, string intent, string slot, string value)
    {
        var index = SmallCompany.Index();
        index.Upsert(new NamedRecord(NamedKind.Deal, "d1", "Cobalt Robotics vision") { Customer = "c1", Owner = "p1", Stage = "qualify", Amount = 92000, Date = new DateOnly(2026, 4, 1) });
        var frame = new Reader(index).Read(text, "p1", SmallCompany.Now, new Focus { Deal = "d1" }, _ => true);
        Assert.Equal((intent, value), (frame.Intent, frame.Slots.Text(slot)));
    }

    [Theory]
    [InlineData("+6 don't|won't sign .. {date}", "+6 don't|dont|won't sign|wont sign .. {date}")]
    [InlineData("it's|that's all", "it's|that's all|thats all")]
    [InlineData("we're done|!{question}", "we're done|!{question}")]
    [InlineData("haven't|havent", "haven't|havent")]
    public void A_phrase_is_one_without_its_apostrophe_too(string line, string read) => Assert.Equal(read, Contractions.WithBare(line));

    [Fact]
    public void A_possessive_needs_no_apostrophe()
    {
        var frame = SmallCompany.Read("cobalt robotics amount make it 95k");
        Assert.Equal("c1", frame.Ref("customer"));
        frame = SmallCompany.Read("how are cobalt roboticss deals");
        Assert.Equal("c1", frame.Ref("customer"));
    }

    [Theory]
    [InlineData("周四下午两点不对三点半跟Cobalt Robotics开会，提醒我", "2026-03-12", "15:30")]
    [InlineData("remind me to ring Cobalt Robotics Thursday at 2pm, no, 3pm", "2026-03-12", "15:00")]
    public void Another_hour_stays_on_its_day(string text, string date, string time)
    {
        var frame = SmallCompany.Read(text);
        Assert.Equal(("add_task", date, time), (frame.Intent, frame.Slots.Text("date"), frame.Slots.Text("time")));
    }

    [Theory]
    [InlineData("不是18号 是26号", "2026-05-18", "2026-05-26")]
    [InlineData("no, the 26th", "2026-05-18", "2026-05-26")]
    [InlineData("no, the friday after that", "2026-04-17", "2026-04-24")]
    public void A_bare_day_stays_in_the_month_that_was_said(string text, string before, string day)
    {
        var frame = SmallCompany.Read(text, new Focus { Deal = "d1", LastIntent = "update_close_date", LastSlots = new Slots { ["deal"] = "d1", ["close_date"] = before }, Fresh = true });
        Assert.Equal(("update_close_date", day), (frame.Intent, frame.Slots.Text("close_date")));
    }
}
