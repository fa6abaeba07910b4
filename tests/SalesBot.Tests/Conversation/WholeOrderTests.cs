using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Documents;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Conversation;

/// <summary>Somebody who is asked for a value says a whole order instead: it is carried out, and the question stays open.</summary>
public sealed class WholeOrderTests
{
    [Theory]
    [InlineData("东岭阀门MES的金额改成70万", 700_000)]
    [InlineData("把东岭阀门MES调到72万", 720_000)]
    [InlineData("change 东岭阀门MES to 710k", 710_000)]
    public async Task An_order_on_an_amount_is_no_answer_to_what_a_file_is(string said, int amount)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Sends("凌云电缆能耗", Papers.Pdf("扫描0311.pdf"));

        await rep.Says(said);

        Assert.Equal(amount, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).SingleAsync()));
    }

    [Theory]
    [InlineData("东岭阀门MES的金额改成70万", 700_000)]
    [InlineData("update 东岭阀门MES to 710k", 710_000)]
    public async Task Nor_to_whose_file_it_is(string said, int amount)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Sends(null, Papers.Pdf("扫描0311.pdf"))).Hears("是哪个商机的");

        await rep.Says(said);

        Assert.Equal(amount, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).SingleAsync()));
    }

    [Theory]
    [InlineData("en-US", "new deal for Quarry Stone", "book a visit with Quarry Stone on Thursday")]
    [InlineData("en-US", "new deal for Quarry Stone", "remind me to call Quarry Stone tomorrow")]
    [InlineData("zh-CN", "给东岭阀门新建一个商机", "周四提醒我拜访东岭阀门")]
    public async Task An_appointment_is_no_answer_to_how_much_a_deal_is_worth(string locale, string open, string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = locale == "en-US" ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        await rep.Says(open);
        var before = await bot.Look(db => db.Todos.CountAsync());

        await rep.Says(said);

        Assert.Equal(before + 1, await bot.Look(db => db.Todos.CountAsync()));
    }

    /// <summary>A look in between leaves the question with its own deals.</summary>
    [Theory]
    [InlineData("看看百川水务")]
    [InlineData("查看凌云电缆")]
    public async Task What_is_only_looked_at_is_no_candidate_of_an_open_question(string look)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Forges("create_deal", ("customer", await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Customer!.Key).SingleAsync())), ("amount", "100000"), ("close_date", "2026-06-30"), ("deal_name", "东岭阀门备件"));
        await rep.Says("看看凌云电缆能耗");
        (await rep.Says("东岭阀门下一步周五送样")).Hears("东岭阀门MES", "东岭阀门备件");

        await rep.Says(look);
        await rep.Says("第一个");

        Assert.Equal(0, await bot.Look(db => db.Deals.CountAsync(d => (d.Key == "D3" || d.Key == "D5") && d.NextStep == "送样")));
        Assert.Equal(1, await bot.Look(db => db.Deals.CountAsync(d => d.NextStep == "送样")));
    }

    [Theory]
    [InlineData("zh-CN", "给东岭阀门新建一个商机", "大概30万")]
    [InlineData("en-US", "new deal for Quarry Stone", "about 30k")]
    public async Task An_answer_is_still_one(string locale, string open, string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = locale == "en-US" ? bot.As("Kevin Doyle").InEnglish() : bot.As("赵磊");
        var before = await bot.Look(db => db.Todos.CountAsync());
        await rep.Says(open);
        await rep.Says(said);
        Assert.Equal(before, await bot.Look(db => db.Todos.CountAsync()));
    }
}
