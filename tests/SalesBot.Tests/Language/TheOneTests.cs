using SalesBot.Language;
using SalesBot.Language.Names;

namespace SalesBot.Tests.Language;

/// <summary>Words that look like a figure or a day and only call a thing: "the hoist one", "the second" of a list, "line 4" of a name.</summary>
public class TheOneTests
{
    [Theory]
    [InlineData("drop the vision one, they went with somebody cheaper", "lose_deal")]
    [InlineData("lose the vision deal, they do it in house", "lose_deal")]
    public void One_is_no_amount(string text, string intent)
    {
        var frame = SmallCompany.Read(text, new Focus { Deal = "d1" });
        Assert.Equal((intent, 0, null, "d1"), (frame.Intent, frame.Also.Count, frame.Slots.Text("amount"), frame.Ref("deal")));
    }

    [Theory]
    [InlineData("lose the third")]
    [InlineData("move it to negotiation, the third")]
    public void A_place_that_was_not_listed_is_no_day_and_no_other_deal(string text)
    {
        var frame = SmallCompany.Read(text, new Focus { Deal = "d1", List = ["d1", "c2"] });
        Assert.Equal((null, null), (frame.Ref("deal"), frame.Slots.Text("close_date")));
    }

    [Fact]
    public void A_number_behind_its_word_in_a_name_is_part_of_it()
    {
        var index = SmallCompany.Index();
        index.Upsert(new NamedRecord(NamedKind.Deal, "d2", "Cobalt Mining shaft 4") { Customer = "c2", Stage = "negotiation", Amount = 1_080_000 });
        var frame = new Reader(index).Read("mining shaft 4 is closed, they signed!", "p1", SmallCompany.Now, new Focus { Customer = "c2", Deal = "d2" }, _ => true);
        Assert.Equal(("win_deal", null), (frame.Intent, frame.Slots.Text("amount")));
    }

    [Theory]
    [InlineData("Cobalt Robotics said no to the price")]
    [InlineData("mark it")]
    [InlineData("sorry, that was only a question")]
    public void Nothing_is_lost_or_won_by_a_turn_of_phrase(string text) =>
        Assert.DoesNotContain(SmallCompany.Read(text, new Focus { Deal = "d1" }).Intent, new[] { "lose_deal", "win_deal" }, StringComparer.Ordinal);

    [Theory]
    [InlineData("next step: board paper by 2 april", "2026-04-02")]
    [InlineData("next step: board paper before 14 may", "2026-05-14")]
    public void By_a_day_is_by_no_hour(string text, string day)
    {
        var slots = SmallCompany.Read(text, new Focus { Deal = "d1" }).Slots;
        Assert.Equal((day, null), (slots.Text("date"), slots.Text("time")));
    }

    [Theory]
    [InlineData("the clinic", "c1")]
    [InlineData("the council", "c2")]
    public void The_words_that_call_one_of_two_are_not_the(string text, string customer)
    {
        var index = new EntityIndex();
        index.Upsert(new NamedRecord(NamedKind.Customer, "c1", "Harbor Clinics Trust"));
        index.Upsert(new NamedRecord(NamedKind.Customer, "c2", "Harbor Council") { OtherNames = ["The Town Council of Harbor"] });
        var focus = new Focus { Pending = "log_followup", Asked = "customer", Choices = ["c1", "c2"], List = ["c1", "c2"], Filled = new Slots { ["content"] = "they want it sooner" } };
        Assert.Equal(customer, new Reader(index).Read(text, "p1", SmallCompany.Now, focus, _ => true).Ref("customer"));
    }
}
