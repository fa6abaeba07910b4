namespace SalesBot.Tests.Language.Filling;

/// <summary>Which records a question asks for: their status, their period, how many.</summary>
public class FilterSlotsTests
{
    [Theory]
    [InlineData("what did the team close last quarter", "status", "won")]
    [InlineData("what did the team close last quarter", "period", "last_quarter")]
    [InlineData("which deals did we lose in February", "period", "2026-02")]
    [InlineData("which deals close in April", "status", null)]
    [InlineData("my biggest five deals", "limit", "5")]
    [InlineData("which of my deals don't have a next step", "missing", "next_step")]
    [InlineData("outstanding approvals", "status", "pending")]
    [InlineData("who closed most in February", "period", "2026-02")]
    [InlineData("forecast for my quarter", "period", "this_quarter")]
    [InlineData("who haven't I talked to in a month", "days", "30")]
    [InlineData("rank my lot for the month", "scope", "team")]
    [InlineData("千万以上的单子还有几个", "min_amount", "10000000")]
    [InlineData("过百万的商机列一下", "min_amount", "1000000")]
    [InlineData("百万以下的单子有哪些", "max_amount", "1000000")]
    [InlineData("三百万以上的单子有哪些", "min_amount", "3000000")]
    [InlineData("几千万的大单有哪些", "min_amount", "10000000")]
    [InlineData("list our six-figure deals", "min_amount", "100000")]
    [InlineData("which deals are over seven figures", "min_amount", "1000000")]
    [InlineData("which deals are million-plus", "min_amount", "1000000")]
    [InlineData("需求确认和方案阶段的单子合计多少", "stage", "qualify|proposal")]
    [InlineData("除了商务谈判阶段的单子还有哪些", "stage", "lead|contact|qualify|proposal")]
    [InlineData("what do I have in discovery + negotiation", "stage", "qualify|negotiation")]
    [InlineData("deals in contact or proposal", "stage", "contact|proposal")]
    [InlineData("which deals are at the proposal stage", "stage", "proposal")]
    [InlineData("上半年一共签下多少", "status", "won")]
    [InlineData("这个季度我拿下了几单", "status", "won")]
    [InlineData("哪些单子还没签下来", "status", null)]
    [InlineData("the two biggest deals at risk", "limit", "2")]
    [InlineData("the two biggest deals at risk", "sort", "amount_desc")]
    [InlineData("这周谁没写跟进", "missing", "activity")]
    [InlineData("which reps have logged nothing since Monday", "period", "2026-03-09..2026-03-11")]
    [InlineData("who among us has nothing logged for this week", "missing", "activity")]
    [InlineData("哪几个同事这周一条都没录", "missing", "activity")]
    [InlineData("which reps haven't logged anything this week", "missing", "activity")]
    public void Are_read_from_the_words(string text, string slot, string? value) => Assert.Equal(value, SmallCompany.Read(text).Slots.Text(slot));

    [Theory]
    [InlineData("knock 12k off Cobalt Robotics", "80000")]
    [InlineData("halve Cobalt Robotics", "46000")]
    [InlineData("Cobalt Robotics is 12k higher", "104000")]
    public void A_change_is_no_new_amount(string text, string amount) => Assert.Equal(amount, SmallCompany.Read(text).Slots.Text("amount"));
}
