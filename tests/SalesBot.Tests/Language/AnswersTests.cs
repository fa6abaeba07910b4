using SalesBot.Language;
using SalesBot.Language.Names;

namespace SalesBot.Tests.Language;

/// <summary>What is an answer to the open question, what drops it, and what only leans on it.</summary>
public class AnswersTests
{
    [Theory]
    [InlineData("No, wait, I don't have all the papers for it", "set_target", "amount")]
    [InlineData("stop, stop, this is for another quarter", "set_target", "amount")]
    [InlineData("先不弄了喇，这个不填", "create_deal", "amount")]
    [InlineData("hmm no, put it back", "update_amount", "confirm")]
    [InlineData("no, undo that", "move_stage", "confirm")]
    [InlineData("不，撤回吧", "update_amount", "confirm")]
    public void A_refusal_first_drops_the_form(string text, string pending, string asked) =>
        Assert.Equal("cancel", SmallCompany.Read(text, Asked(pending, asked)).Intent);

    [Theory]
    [InlineData("middle of May, let's say the 12th", "create_deal", "close_date", "close_date", "2026-05-12")]
    [InlineData("his name is Ruben Falk, 0172 5550199", "create_customer", "person", "person", "Ruben Falk")]
    [InlineData("周国平说预算明年才批", "lose_deal", "reason", "reason", "周国平说预算明年才批")]
    [InlineData("you bet", "win_deal", "confirm", "confirm", "true")]
    [InlineData("要得", "win_deal", "confirm", "confirm", "true")]
    [InlineData("冇問題，照做", "win_deal", "confirm", "confirm", "true")]
    public void An_answer_fills_what_was_asked(string text, string pending, string asked, string slot, string value)
    {
        var frame = SmallCompany.Read(text, Asked(pending, asked));
        Assert.Equal((pending, value), (frame.Intent, frame.Slots.Text(slot)));
    }

    [Fact]
    public void What_is_meant_instead_of_the_act_just_done_is_an_order_of_its_own()
    {
        var index = SmallCompany.Index();
        index.Upsert(new NamedRecord(NamedKind.Approval, "a1", "Cobalt Robotics vision") { Deal = "d1", Customer = "c1", Owner = "p2", Approvers = ["p1"] });
        var frame = new Reader(index).Read("I did not mean to refuse it, just return it to her for changes", "p1", SmallCompany.Now, new Focus { LastIntent = "reject", Approval = "a1" }, _ => true);
        Assert.Equal("return_for_changes", frame.Intent);
    }

    private static Focus Asked(string pending, string asked) => new() { Pending = pending, Asked = asked, Deal = "d1" };
}
