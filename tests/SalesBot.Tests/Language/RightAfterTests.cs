using SalesBot.Language;

namespace SalesBot.Tests.Language;

/// <summary>What is said right after an act: another value, another name, the same once more, or a further value of the same deal.</summary>
public class RightAfterTests
{
    [Theory]
    [InlineData("but the final figure is 95k", "win_deal", "stage=won", "amount", "95000")]
    [InlineData("nah make it 95k", "update_amount", "amount=80000", "amount", "95000")]
    [InlineData("hmm no 17th", "update_close_date", "close_date=2026-04-20", "close_date", "2026-04-17")]
    [InlineData("nah leave it at 9", "add_task", "content=ring_Liv date=2026-03-12 time=10:00", "time", "09:00")]
    [InlineData("sorry not yesterday monday", "log_followup", "content=they_like_it date=2026-03-10", "date", "2026-03-09")]
    [InlineData("不是昨天 是周一", "log_followup", "content=they_like_it date=2026-03-10", "date", "2026-03-09")]
    [InlineData("oh wait, Liv Berg I mean", "assign_customer", "person=p3 customer=c1", "person", "Liv Berg")]
    public void Another_value(string text, string last, string slots, string slot, string value)
    {
        var frame = SmallCompany.Read(text, After(last, slots));
        Assert.Equal((last, true, value), (frame.Intent, frame.Corrects, frame.Slots.Text(slot)));
    }

    [Theory]
    [InlineData("yes 95 thousand")]
    [InlineData("yep, 95k")]
    public void The_same_value_again_is_a_yes(string text) =>
        Assert.Equal("small_talk", SmallCompany.Read(text, After("update_amount", "amount=95000")).Intent);

    [Theory]
    [InlineData("and 95k", "move_stage", "stage=negotiation", "update_amount")]
    [InlineData("and also end of june", "update_amount", "amount=95000", "update_close_date")]
    public void A_further_value_of_the_same_deal(string text, string last, string slots, string intent)
    {
        var frame = SmallCompany.Read(text, After(last, slots));
        Assert.Equal((intent, "d1"), (frame.Intent, frame.Ref("deal")));
    }

    [Fact]
    public void While_a_yes_is_open_a_day_is_of_what_was_ordered_since()
    {
        var frame = SmallCompany.Read("until the 20th", After("delegate_approval", "person=p2 date=2026-03-22") with { Pending = "approve", Asked = "confirm", PutOff = 2 });
        Assert.Equal(("delegate_approval", true, "2026-03-20"), (frame.Intent, frame.Corrects, frame.Slots.Text("date")));
    }

    private static Focus After(string intent, string slots) => new()
    {
        Deal = "d1",
        Fresh = true,
        LastIntent = intent,
        LastSlots = new Slots(slots.Split(' ').Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1].Replace('_', ' '))).Append(KeyValuePair.Create("deal", "d1"))),
    };
}
