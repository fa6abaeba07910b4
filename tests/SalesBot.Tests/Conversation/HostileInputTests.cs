using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Language;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

public sealed class HostileInputTests
{
    [Theory]
    [InlineData("9999")]
    [InlineData("9999-12")]
    [InlineData("9999-Q4")]
    [InlineData("0001-01-01")]
    [InlineData("2026-01-01..9999-12-31")]
    public void A_period_at_the_end_of_the_calendar_is_none(string text) => Assert.Null(Period.Read(text, new DateOnly(2026, 3, 11)));

    [Theory]
    [InlineData("date", "0001-01-01", "time", "00:30")]
    [InlineData("next_date", "9999-12-31", "content", "x")]
    public async Task A_day_at_the_end_of_the_calendar_breaks_nothing(string slot, string day, string other, string value)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("log_followup", ("deal", "D1"), ("content", "x"), (other, value), (slot, day));

        rep.DoesNotHear("出错", "错误编号");
    }

    [Fact]
    public async Task A_number_that_no_database_holds_is_refused_on_each_of_them()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("update_amount", ("deal", "D1"), ("amount", "79000000000000000000000000000"));

        rep.Hears("要小于");
        Assert.Equal(680_000, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).FirstAsync()));
        (await rep.Forges("show_deal", ("deal", "D1"))).Hears("¥680,000");
    }

    [Fact]
    public void A_slot_given_twice_has_its_last_value() =>
        Assert.Equal("2", new Slots([KeyValuePair.Create("amount", "1"), KeyValuePair.Create("amount", "2")]).Text("amount"));

    [Fact]
    public void A_cut_never_splits_a_character() => Assert.Equal("ab", new Slots { ["content"] = "ab😀" }.Text("content", 3));

    [Fact]
    public async Task A_button_of_a_card_whose_customer_went_to_somebody_else_makes_no_customer_of_its_key()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("create_deal", ("customer", "C2"), ("amount", "500000"), ("close_date", "2026-05-01"), ("confirm", "true"));

        rep.Hears("没有找到该记录").DoesNotHear("C2");
        Assert.False(await bot.Look(db => db.Customers.AnyAsync(c => c.Name == "C2")));
    }
}
