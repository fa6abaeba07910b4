using SalesBot.Language;
using SalesBot.Language.Names;

namespace SalesBot.Tests.Language;

/// <summary>Whom and what a message means where it is called by less than its name.</summary>
public class SubjectsTests
{
    [Theory]
    [InlineData("cancel the retrofit kit deal, we lost it", "d3")]
    [InlineData("the cellar chiller pumps deal is lost", "d2")]
    [InlineData("Liv's brewery deal is lost, budget cut", "d1")]
    [InlineData("submit a quote for thornby's kettles, 40k", "d1")]
    [InlineData("who runs the packing hall lights deal", "d4")]
    [InlineData("move hazelgrove to negotiation", "d3")]
    [InlineData("砂光那单加两万", "d8")]
    [InlineData("锯台的单子改到下月底", "d8")]
    [InlineData("灰鹭的滚轮改成五万", "d9")]
    public void A_deal_by_its_own_words(string text, string deal) => Assert.Equal(deal, Read(text).Ref("deal"));

    [Theory]
    [InlineData("砂光锯台到哪一步了", "d8")]
    [InlineData("how is the retrofit kit looking", "d3")]
    [InlineData("what stage is the packing hall at", "d4")]
    public void Whoever_has_none_speaks_of_anybodys(string text, string deal) => Assert.Equal(deal, Read(text, person: "p9").Ref("deal"));

    [Theory]
    [InlineData("move the Quarrick close two weeks later", "2026-06-15")]
    [InlineData("Quarrick will sign a week earlier", "2026-05-25")]
    public void Later_than_planned(string text, string date) => Assert.Equal(date, Read(text).Slots.Text("close_date"));

    [Theory]
    [InlineData("only those of Liv", "p2")]
    [InlineData("just Liv's", "p2")]
    [InlineData("其中范子墨的", "p4")]
    public void Fewer_of_the_list_keep_what_was_asked_of_it(string text, string owner)
    {
        var frame = Read(text, new Focus { LastIntent = "query_deals", LastSlots = new Slots { ["stage"] = "qualify", ["team"] = "t9" }, List = ["d1", "d2", "d3"] });
        Assert.Equal(("query_deals", owner, "qualify", null), (frame.Intent, frame.Ref("owner"), frame.Slots.Text("stage"), frame.Slots.Text("customer")));
    }

    [Fact]
    public void A_place_and_a_name_of_the_same_customer() =>
        Assert.Equal("d3", Read("second one: Hazelgrove wants two references before they go on", new Focus { List = ["d1", "d3"] }).Ref("deal"));

    [Theory]
    [InlineData("ashb 30k more please")]
    [InlineData("Ashbu... next step tasting, next Tue")]
    public void Names_that_begin_alike_are_asked_about(string text) => Assert.Equal(["c5", "c6"], Read(text).Clarify.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    [Theory]
    [InlineData("what are the open deals of Thornby and Hazelgrove worth together", "c1|c3")]
    [InlineData("灰鹭跟松果坊的在谈单子一共多少", "c7|c8")]
    public void A_filter_of_several_customers(string text, string customers) => Assert.Equal(customers.Split('|'), Read(text).Refs["customer"], StringComparer.Ordinal);

    [Theory]
    [InlineData("把松果坊加成客户", "c8")]
    [InlineData("系统里加一下灰鹭物流这个客户", "c7")]
    public void A_customer_that_is_there_already(string text, string customer) => Assert.Equal(customer, Read(text).Ref("customer"));

    [Theory]
    [InlineData("both the brochure proofs and the crane permit are done", "t1|t2")]
    [InlineData("brochure proofs and crane permit are finished", "t1|t2")]
    public void Two_tasks_are_two_orders(string text, string tasks)
    {
        var frame = Read(text);
        Assert.Equal(tasks.Split('|'), frame.Also.Prepend(frame).Select(one => one.Ref("task")), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("提醒我周四带他们来看工厂")]
    [InlineData("remind me thursday to call the notary")]
    public void Nobody_is_named(string text) => Assert.DoesNotContain("customer", Read(text).Slots.Keys, StringComparer.Ordinal);

    [Theory]
    [InlineData("给灰鹭建个单 挂在子墨名下 托盘 八万", "p4")]
    [InlineData("new deal for Thornby under Liv's name, bottling line, 80k", "p2")]
    public void Whose_the_new_deal_is_to_be(string text, string owner) => Assert.Equal(owner, Read(text).Ref("owner"));

    [Theory]
    [InlineData("it wasn't yesterday, it was Monday", "2026-03-09")]
    [InlineData("不是今天拜访的 是前天", "2026-03-09")]
    public void The_day_that_it_was_not(string text, string date)
    {
        var focus = new Focus { LastIntent = "log_followup", LastSlots = new Slots { ["customer"] = "c1", ["method"] = "visit" }, Customer = "c1" };
        Assert.Equal(date, Read(text, focus).Slots.Text("date"));
    }

    [Theory]
    [InlineData("their year ends on the last day of September, so move the Thornby close to this day", "2026-09-30")]
    [InlineData("Thornby closes in mid June, let's say the 18th", "2026-06-18")]
    public void A_day_by_the_one_before_it(string text, string date) => Assert.Equal(date, Read(text).Slots.Text("close_date"));

    [Fact]
    public void A_percentage_down_is_a_discount() => Assert.Equal(0.92m, Read("Thornby amount 8% down").Slots.Number("discount"));

    [Fact]
    public void How_it_was_lost_is_why() => Assert.Equal("被同行抢走了", Read("灰鹭那个被同行抢走了，丢单").Slots.Text("reason"));

    private static Frame Read(string text, Focus? focus = null, string person = "p1")
    {
        var index = new EntityIndex();
        NamedRecord[] records =
        [
            new(NamedKind.Person, "p1", "Ana Reyes"), new(NamedKind.Person, "p2", "Liv Berg"), new(NamedKind.Person, "p4", "范子墨"),
            new(NamedKind.Customer, "c1", "Thornby Brewery") { OtherNames = ["Thornby's"], Owner = "p2" }, new(NamedKind.Customer, "c2", "Quarrick Dairy") { Owner = "p1" },
            new(NamedKind.Customer, "c3", "Hazelgrove Mills") { Owner = "p1" }, new(NamedKind.Customer, "c4", "Brightacre Farms") { Owner = "p2" },
            new(NamedKind.Customer, "c5", "Ashburton Ciders"), new(NamedKind.Customer, "c6", "Ashbury Cheeses"),
            new(NamedKind.Customer, "c7", "灰鹭物流") { Owner = "p1" }, new(NamedKind.Customer, "c8", "松果坊") { Owner = "p1" },
            new(NamedKind.Deal, "d1", "Thornby kettle line") { Customer = "c1", Owner = "p2", Stage = "proposal", Amount = 50000 },
            new(NamedKind.Deal, "d2", "Quarrick cellar chiller pumps") { Customer = "c2", Owner = "p1", Stage = "qualify", Date = new DateOnly(2026, 6, 1) },
            new(NamedKind.Deal, "d8", "松果坊砂光锯台") { Customer = "c8", Owner = "p1", Stage = "contact", Amount = 90000 }, new(NamedKind.Deal, "d9", "灰鹭输送滚轮") { Customer = "c7", Owner = "p1", Stage = "contact" },
            new(NamedKind.Deal, "d3", "Hazelgrove retrofit kit") { Customer = "c3", Owner = "p1", Stage = "qualify" },
            new(NamedKind.Deal, "d5", "Hazelgrove spare chiller pumps") { Customer = "c3", Owner = "p1", Stage = "won" },
            new(NamedKind.Deal, "d4", "Brightacre packing hall lights") { Customer = "c4", Owner = "p2", Stage = "contact" },
            new(NamedKind.Deal, "d7", "灰鹭托盘") { Customer = "c7", Owner = "p1", Stage = "contact" },
            new(NamedKind.Task, "t1", "Check the brochure proofs") { Owner = "p1", Status = "open" }, new(NamedKind.Task, "t2", "Apply for crane permit") { Owner = "p1", Status = "open" },
        ];
        foreach (var record in records) index.Upsert(record);
        return new Reader(index).Read(text, person, SmallCompany.Now, focus ?? new Focus(), _ => true);
    }
}
