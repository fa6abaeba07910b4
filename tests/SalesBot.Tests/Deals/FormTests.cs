using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Deals;

/// <summary>What is asked for in a form has a kind, and is looked at when it comes back.</summary>
public sealed class FormTests
{
    [Theory]
    [InlineData("zh-CN", "新建商机", "金额是多少", "预计哪天成交", "没有做任何改动", "商机已新建")]
    [InlineData("en-US", "New deal", "What is it worth", "When is it expected to close", "nothing was changed", "Deal created")]
    public async Task ST_06_a_form_has_typed_fields_and_what_does_not_fit_changes_nothing(string locale, string title, string amount, string day, string refused, string done)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊");
        var before = await bot.Look(db => db.Deals.CountAsync());

        (await rep.Forges("create_deal")).Hears(title, amount, day);
        var fields = rep.LastMessages[^1].Reply.Card!.Value.GetRawText();
        Assert.All(new[] { "Input.Text", "Input.Number", "Input.Date" }, kind => Assert.Contains(kind, fields, StringComparison.Ordinal));

        (string, string)[] wrong = [("customer_text", "凌云电缆"), ("amount", "很多"), ("close_date", "2026-09-01")];
        (await rep.Forges("create_deal", wrong)).Hears(refused);
        (await rep.Forges("create_deal", ("customer", "C3"), ("amount", "300000"), ("close_date", "2025-09-01"))).Hears(refused);
        Assert.Equal(before, await bot.Look(db => db.Deals.CountAsync()));

        (await rep.Forges("create_deal", ("customer", "C3"), ("amount", "300000"), ("close_date", "2026-09-01"), ("deal_name", "二期"))).Hears(done);
        var made = await bot.Look(db => db.Deals.OrderByDescending(d => d.Id).FirstAsync());
        Assert.Equal((300_000m, new DateOnly(2026, 9, 1)), (made.Amount, made.CloseDate));
    }

    [Fact]
    public async Task ST_06_free_words_stand_beside_the_fields_and_never_instead()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("刚拜访完东岭阀门周总 方案认可 下周四上午10点带技术再去");

        rep.Hears("方案认可", "拜访", "周国平", "3月19日 周四 10:00");
        var logged = await bot.Look(db => db.FollowUps.SingleAsync());
        Assert.Equal(("visit", "方案认可"), (logged.Method, logged.Content));
    }
}
