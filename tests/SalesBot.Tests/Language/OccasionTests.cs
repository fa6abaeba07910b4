namespace SalesBot.Tests.Language;

/// <summary>What an answer is needed for says nothing of what is asked; and what an answer leaves out of account is known.</summary>
public class OccasionTests
{
    [Theory]
    [InlineData("下午三点要向Sam Oduya述职，把漏斗拉一下", "pipeline")]
    [InlineData("周五跟Liv Berg开会 本季度的预测给我看下", "forecast")]
    [InlineData("the pipeline for my catch-up with Liv tomorrow", "pipeline")]
    [InlineData("I'm meeting Sam on Friday, show me the open deals", "query_deals")]
    public void Whom_one_meets_owns_nothing(string text, string intent)
    {
        var frame = SmallCompany.Read(text);

        Assert.Equal(intent, frame.Intent);
        Assert.Empty(frame.Refs);
        Assert.DoesNotContain(frame.Slots.Keys, slot => slot is "person" or "owner" or "period" or "close_after" or "close_before" && frame.Slots[slot] != "this_quarter");
    }

    [Theory]
    [InlineData("Liv Berg的漏斗", "p2")]
    [InlineData("what's in Sam's pipeline", "p3")]
    public void Whose_figures_are_asked_for_stays(string text, string person) => Assert.Equal(person, SmallCompany.Read(text).Ref("person"));

    [Theory]
    [InlineData("the pipeline per rep", "per rep")]
    [InlineData("漏斗按产品看", "按产品")]
    [InlineData("pipeline over 50k", "50k")]
    [InlineData("pipeline of Liv and Sam", "Sam")]
    [InlineData("leaderboard this month against last month", "against last month")]
    public void What_is_left_out_of_account_is_known(string text, string unmet) => Assert.Equal(unmet, Assert.Single(SmallCompany.Read(text).Unmet));

    [Theory]
    [InlineData("the pipeline this quarter")]
    [InlineData("open deals over 50k closing in April")]
    [InlineData("Liv的单子 三十万以上的")]
    public void What_is_met_is_not(string text) => Assert.Empty(SmallCompany.Read(text).Unmet);
}
