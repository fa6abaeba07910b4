using SalesBot.Language;
using SalesBot.Language.Names;

namespace SalesBot.Tests.Language;

/// <summary>What must hold whatever the phrases are: who is meant, what may be seen, and that a doubt is asked about.</summary>
public class ReaderTests
{
    [Fact]
    public void Asks_which_when_two_names_fit() =>
        Assert.Equal(["c1", "c2"], Read("how is cobalt doing").Clarify);

    [Theory]
    [InlineData("合同退回上一版", null)]
    [InlineData("灰商那单什么情况", "c9")]
    public void A_name_by_sound_does_not_begin_inside_a_word(string said, string? customer)
    {
        var index = SmallCompany.Index();
        index.Upsert(new NamedRecord(NamedKind.Customer, "c9", "徽商机电") { OtherNames = ["徽商"], Owner = "p1" });
        index.Upsert(new NamedRecord(NamedKind.Deal, "d9", "徽商机电WMS") { Customer = "c9", Owner = "p1", Stage = "lead", Status = "open" });

        var frame = new Reader(index).Read(said, "p1", SmallCompany.Now, new Focus(), _ => true);

        Assert.Equal(customer, frame.Ref("customer"));
        Assert.DoesNotContain("回上", frame.Slots.Values, StringComparer.Ordinal);
    }

    [Fact]
    public void Never_offers_what_the_speaker_may_not_see() =>
        Assert.DoesNotContain("c2", Keys(Read("how is cobalt doing", maySee: record => record.Key != "c2")), StringComparer.Ordinal);

    [Fact]
    public void Takes_the_only_open_deal_of_the_customer() =>
        Assert.Equal("d1", Read("move Cobalt Robotics to proposal").Ref("deal"));

    [Fact]
    public void Says_which_words_gave_what()
    {
        var amount = Assert.Single(Read("change Cobalt Robotics to 80k").Because, why => why.Gave == "amount");
        Assert.Equal("80k", "change Cobalt Robotics to 80k"[amount.Start..amount.End]);
    }

    [Theory]
    [InlineData("我现在有几个单子在谈判")]
    [InlineData("what do I have in negotiation right now")]
    public void The_present_is_no_close_date(string text)
    {
        var frame = Read(text);
        Assert.Equal("query_deals", frame.Intent);
        Assert.Equal(["stage"], frame.Slots.Keys.Where(slot => slot is "stage" or "period" or "close_before" or "close_after" or "close_date"), StringComparer.Ordinal);
    }

    [Fact]
    public void Forgets_a_removed_name()
    {
        var index = SmallCompany.Index();
        index.Remove(NamedKind.Customer, "c2");
        Assert.DoesNotContain("c2", Keys(new Reader(index).Read("how is cobalt doing", "p1", SmallCompany.Now, new Focus(), _ => true)), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("don't move Cobalt Robotics to proposal")]
    [InlineData("if Cobalt Robotics signs, move it to won")]
    [InlineData("should we move Cobalt Robotics to proposal?")]
    [InlineData("Liv said move Cobalt Robotics to proposal")]
    public void Changes_nothing_that_is_not_meant(string text) => Assert.Equal("unknown", Read(text).Intent);

    [Theory]
    [InlineData("just visited Cobalt Mining, they want a pilot", "log_followup")]
    [InlineData("just visited Cobalt Robotics, they want a pilot, send the offer on Friday", "log_followup")]
    [InlineData("visit Cobalt Robotics again on Friday", "set_next_step")]
    [InlineData("site visit at Cobalt Robotics next Tuesday", "set_next_step")]
    [InlineData("call them again on Friday", "set_next_step")]
    public void Asked_what_comes_next_it_tells_the_next_report_from_an_answer(string text, string intent)
    {
        var asked = new Focus { Deal = "d1", Customer = "c1", Pending = "set_next_step", Asked = "next_step", Filled = new Slots { ["deal"] = "d1" } };
        Assert.Equal(intent, new Reader(SmallCompany.Index()).Read(text, "p1", SmallCompany.Now, asked, _ => true).Intent);
    }

    [Fact]
    public void What_comes_later_today_is_the_next_step()
    {
        var read = Read("just met Cobalt Robotics, price is fine, call them back today at 6pm");
        Assert.Equal(("log_followup", new DateOnly(2026, 3, 11), new TimeOnly(18, 0)), (read.Intent, read.Slots.Date("next_date"), read.Slots.Time("next_time")));
    }

    private static IEnumerable<string> Keys(Frame frame) => frame.Refs.Values.SelectMany(keys => keys).Concat(frame.Clarify);

    private static Frame Read(string text, Func<NamedRecord, bool>? maySee = null) => SmallCompany.Read(text, maySee: maySee);
}
