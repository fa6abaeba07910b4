using SalesBot.Language;

namespace SalesBot.Tests.Language.Filling;

/// <summary>What is to be done, for whom, and what new records are called: without the words that only order it.</summary>
public class OwnRecordsTests
{
    [Theory]
    [InlineData("set Liv Berg a task: send the plan by Friday", "send the plan", "p2")]
    [InlineData("remind me tomorrow to grab Liv Berg about it", "grab Liv Berg about it", null)]
    [InlineData("提醒我明天问一下Liv Berg报价", "问一下Liv Berg报价", null)]
    [InlineData("add a note for me to chase the PO next Tuesday", "chase the PO", null)]
    [InlineData("ring the lab tomorrow at 9", "ring the lab", null)]
    public void A_to_do(string text, string content, string? person)
    {
        var frame = SmallCompany.Read(text, new Focus { Deal = "d1" });
        Assert.Equal(("add_task", content, person), (frame.Intent, frame.Slots.Text("content"), frame.Ref("person")));
    }

    [Theory]
    [InlineData("add a contact for my biggest customer", null)]
    [InlineData("new lead: Alder Care Homes, from the expo, contact Tess Boyle 07700 900123", "Alder Care Homes")]
    [InlineData("new lead from the website, Pell & Sons, contact Jo Marsh 07700 900555", "Pell & Sons")]
    [InlineData("need a new deal on the system", null)]
    public void A_customer(string text, string? customer) => Assert.Equal(customer, SmallCompany.Read(text).Slots.Text("customer"));

    [Fact]
    public void A_lead_that_only_came_says_nothing_more() => Assert.Null(SmallCompany.Read("one enquiry came from Alder Care Homes").Slots.Text("content"));

    [Theory]
    [InlineData("mould tracking, about 75 grand", "mould tracking", "75000")]
    [InlineData("75k, end of june", null, "75000")]
    public void The_name_of_a_deal_beside_its_amount(string text, string? name, string amount)
    {
        var frame = SmallCompany.Read(text, new Focus { Customer = "c2", Pending = "create_deal", Asked = "amount", Filled = new Slots { ["customer"] = "c2" } });
        Assert.Equal((name, amount, "c2"), (frame.Slots.Text("deal_name"), frame.Slots.Text("amount"), frame.Ref("customer")));
    }

    [Theory]
    [InlineData("talked to Cobalt Mining, ramp-up moved to June", "ramp-up moved to June", null)]
    [InlineData("log: spoke to Cobalt Mining, the shaft study starts in May", "the shaft study starts in May", null)]
    [InlineData("met the Cobalt Mining guys today, they liked the drill", "they liked the drill", null)]
    [InlineData("talked/ texted Cobalt Mining, he wants a second quote", "he wants a second quote", null)]
    [InlineData("met Cobalt Mining, budget is tight, call again in June", "budget is tight", "call again")]
    [InlineData("刚聊完Cobalt Mining，上线推到六月了", "上线推到六月了", null)]
    public void A_report(string text, string content, string? step)
    {
        var frame = SmallCompany.Read(text);
        Assert.Equal(("log_followup", content, step), (frame.Intent, frame.Slots.Text("content"), frame.Slots.Text("next_step")));
    }

    [Theory]
    [InlineData("next step on it: send the plan by Friday", "send the plan")]
    [InlineData("the next step there: a demo on Friday", "demo")]
    public void A_step(string text, string step) => Assert.Equal(step, SmallCompany.Read(text, new Focus { Deal = "d1" }).Slots.Text("next_step"));

    [Theory]
    [InlineData("texted Cobalt Mining, they are fine with it", null)]
    [InlineData("whatsapped Cobalt Mining, they are fine with it", "wechat")]
    public void How_it_was(string text, string? method) => Assert.Equal(method, SmallCompany.Read(text).Slots.Text("method"));

    [Theory]
    [InlineData("what's left to do for them", "list_tasks")]
    [InlineData("any to-dos of mine still open for them?", "list_tasks")]
    [InlineData("which deals are open with them", "query_deals")]
    public void Of_the_customer_that_is_spoken_of(string text, string intent)
    {
        var frame = SmallCompany.Read(text, new Focus { Customer = "c2" });
        Assert.Equal((intent, "c2"), (frame.Intent, frame.Ref("customer")));
    }

    [Fact]
    public void The_rest_of_ones_desk_goes_to_whoever_stands_in()
    {
        var frame = SmallCompany.Read("off from tomorrow till the 19th, pass the rest to Liv Berg");
        Assert.Equal(("delegate_approval", "p2", "2026-03-19"), (frame.Intent, frame.Ref("person"), frame.Slots.Text("date")));
    }
}
