using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers;

public sealed class ShowCustomerTests
{
    [Fact]
    public async Task The_card_gathers_owner_contacts_and_open_deals()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("show_customer", ("customer", "C1"));

        rep.Hears("东岭阀门", "东岭阀门制造有限公司", "负责人", "赵磊", "3 天前", "周国平 生产总监", "东岭阀门MES", "方案提交 · 预计 4月12日 周日", "¥680,000");
    }

    [Fact]
    public async Task What_happened_on_this_day_was_today()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("刚给东岭阀门打了电话 方案认可");
        await rep.Forges("show_customer", ("customer", "C1"));
        rep.Hears("最近联系", "今天").DoesNotHear("0 天前");
    }

    [Theory]
    [InlineData("contact", "Contacts: 周国平 生产总监 · 13800001111")]
    [InlineData("phone", "Phone: 周国平 13800001111")]
    [InlineData("email", "Email: not set")]
    [InlineData("owner", "Owner: Ray Zhao")]
    public async Task What_was_asked_for_is_answered_first(string field, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        await using (var db = bot.Open())
        {
            (await db.Set<Contact>().FirstAsync(c => c.Key == "K1")).Phone = "13800001111";
            await db.SaveChangesAsync();
        }

        var rep = bot.As("赵磊").InEnglish();
        await rep.Forges("show_customer", ("customer", "C1"), ("field", field));

        Assert.Equal(answer, rep.LastMessages[0].Reply.Text);
        rep.Hears(answer, "东岭阀门MES");
    }

    [Fact]
    public async Task A_customer_of_the_pool_is_everybodys_to_see_and_to_claim_and_somebody_elses_is_not_there()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("show_customer", ("customer", "C6"));
        rep.Hears("公海（无人负责）", "认领");

        await rep.Forges("show_customer", ("customer", "C2"));
        rep.Hears("没有找到").DoesNotHear("东岭泵业有限公司");
    }
}
