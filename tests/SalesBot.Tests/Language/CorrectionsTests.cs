using SalesBot.Language;

namespace SalesBot.Tests.Language;

/// <summary>What is said right after an act against it changes that act, whatever the words for "no" are.</summary>
public class CorrectionsTests
{
    [Theory]
    [InlineData("ops, 83k and not 38k", "update_amount", "amount=38000", "amount", "83000")]
    [InlineData("ups sorry, it is 83k", "update_amount", "amount=38000", "amount", "83000")]
    [InlineData("no that was no visit, we only telephoned", "log_followup", "method=visit content=they_want_two_lots", "method", "call")]
    [InlineData("wrong, not a call, I was there in person", "log_followup", "method=call content=they_want_two_lots", "method", "visit")]
    [InlineData("no, wrong: demo for the chief engineer, not for the buyer", "set_next_step", "next_step=demo_for_the_buyer", "next_step", "demo for the chief engineer")]
    [InlineData("no, the board room layout and not the price list", "add_task", "content=print_the_price_list", "content", "board room layout")]
    [InlineData("sorry, it is AG and not GmbH: Hallwig Zucker AG", "create_customer", "customer=Hallwig_Zucker_GmbH", "customer", "Hallwig Zucker AG")]
    public void Another_value_for_the_act_just_done(string text, string last, string slots, string slot, string value)
    {
        var frame = SmallCompany.Read(text, After(last, slots));
        Assert.Equal((last, true, value), (frame.Intent, frame.Corrects, frame.Slots.Text(slot)));
    }

    [Theory]
    [InlineData("no thanks, that's all")]
    [InlineData("sorry for the trouble")]
    [InlineData("no idea")]
    public void Nothing_said_anew_changes_nothing(string text) =>
        Assert.False(SmallCompany.Read(text, After("set_next_step", "next_step=demo_for_the_buyer")).Corrects);

    [Theory]
    [InlineData("no thanks, that's all")]
    [InlineData("sorry, wrong window")]
    public void Thanks_and_excuses_are_no_name(string text) =>
        Assert.False(SmallCompany.Read(text, After("create_customer", "customer=Hallwig_Zucker_GmbH")).Corrects);

    private static Focus After(string intent, string slots) => new()
    {
        Deal = "d1",
        LastIntent = intent,
        LastSlots = new Slots(slots.Split(' ').Select(pair => pair.Split('=')).Select(pair => KeyValuePair.Create(pair[0], pair[1].Replace('_', ' '))).Append(KeyValuePair.Create("deal", "d1"))),
    };
}
