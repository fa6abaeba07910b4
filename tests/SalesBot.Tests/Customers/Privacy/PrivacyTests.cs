using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Nudges;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;
using SalesBot.Words;

namespace SalesBot.Tests.Customers.Privacy;

public sealed class PrivacyTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task CU_16_who_looked_at_a_customer_is_written_down_and_listed_for_an_admin(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.As("赵磊").Says("东岭阀门怎么样");
        await bot.As("王芳").Says("备战东岭阀门");
        await bot.As("刘晨").Forges("show_customer", ("customer", "C1"));
        (await bot.As("管理员").Says("谁看过东岭阀门")).Hears("东岭阀门：访问 2 次", "赵磊", "王芳").DoesNotHear("刘晨");
        (await bot.As("管理员").InEnglish().Says("who looked at 东岭阀门")).Hears("Ray Zhao", "Fiona Wang");
        (await bot.As("王芳").Says("谁看过东岭阀门")).Hears("权限范围");
        await bot.Get<Retention>().RunAsync(bot.Clock.Now.AddDays(181), CancellationToken.None);
        Assert.Equal(0, await bot.Look(db => db.CustomerLooks.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task CU_16_a_contact_is_erased_on_request_and_the_figures_stay(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Says("刚拜访完东岭阀门周国平，周国平说方案认可，我们周五前给周国平寄样");
        var admin = bot.As("管理员");
        (await admin.Forges("erase_contact", ("customer", "C1"), ("contact", "K1"))).Hears("删除 东岭阀门 的 周国平 的个人信息？", "不可撤销", "商机、金额和日期");
        await admin.Presses("删除个人信息");
        admin.Hears("个人信息已删除").DoesNotHear("周国平");
        var contact = await bot.Look(db => db.Contacts.SingleAsync(c => c.Key == "K1"));
        Assert.Equal(("***", null, null, 0), (contact.Name, contact.Title, contact.Phone, contact.Aliases.Count));
        Assert.NotNull(contact.ErasedAt);
        Assert.False(await bot.Look(db => db.FollowUps.AnyAsync(f => f.Content.Contains("周国平") || f.With == "周国平")));
        Assert.False(await bot.Look(db => db.Promises.AnyAsync(p => p.Content.Contains("周国平"))));
        Assert.False(await bot.Look(db => db.Audit.AnyAsync(a => a.Command == "erase_contact" && a.Changes.Contains("周国平"))));
        Assert.Equal(680_000, await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => d.Amount).SingleAsync()));
        (await rep.Says("东岭阀门怎么样")).DoesNotHear("周国平");
        (await admin.Says("撤销")).DoesNotHear("已撤销");
    }

    [Fact]
    public async Task CU_16_erasing_a_contact_changes_what_was_evaluated_of_that_customer_only()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Look(db =>
        {
            db.AddRange(db.Deals.Where(d => d.Key == "D1" || d.Key == "D3").AsEnumerable().Select(d => new Finding
            {
                Rule = "stalled", SubjectId = d.Id, SubjectKey = d.Key, Since = TestBot.Start, FoundAt = TestBot.Start, PersonId = d.OwnerId, Facts = new Evaluation(TestBot.Start, 7) { Promise = "周国平本周回话" }.Write(),
            }));
            return db.SaveChangesAsync();
        });
        var admin = bot.As("管理员");
        await admin.Forges("erase_contact", ("customer", "C1"), ("contact", "K1"));
        await admin.Presses("删除个人信息");
        var said = await bot.Look(db => db.Findings.OrderBy(f => f.SubjectId).Select(f => f.Facts).ToListAsync());
        Assert.Equal("***本周回话 周国平本周回话", string.Join(" ", said.ConvertAll(f => Evaluation.Read(f)!.Promise)));
    }

    [Fact]
    public async Task CU_16_only_an_admin_erases_and_what_is_past_its_retention_is_proposed()
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").Forges("erase_contact", ("customer", "C1"), ("contact", "K1"), ("confirm", "true"))).Hears("权限范围");
        var admin = bot.As("管理员").InEnglish();
        (await admin.Says("which contacts may be erased")).Hears("Contacts past their retention: 0");
        await bot.Look(db => db.Deals.ExecuteDeleteAsync());
        await bot.PassAsync(TimeSpan.FromDays(37 * 31));
        (await admin.Says("which contacts may be erased")).Hears("Contacts past their retention: 1", "周国平", "36 months");
        Assert.Null(await bot.Look(db => db.Contacts.Where(c => c.Key == "K1").Select(c => c.ErasedAt).SingleAsync()));
    }

    [Theory]
    [InlineData("周总 13800010001", "周总 138****0001")]
    [InlineData("call +86 138 0001 0001 or zhou.guoping@dongling.cn", "call +86****0001 or z***@dongling.cn")]
    [InlineData("¥1,200,000 until 2026-03-19 10:00, contract 2026031912", "¥1,200,000 until 2026-03-19 10:00, contract 2026031912")]
    [InlineData("¥1,200,000 · 12 个", "¥1,200,000 · 12 个")]
    public void CU_16_telephones_and_addresses_are_masked(string text, string masked) => Assert.Equal(masked, Masking.Of(text));
}
