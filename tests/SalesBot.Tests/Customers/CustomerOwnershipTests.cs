using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers;

public sealed class CustomerOwnershipTests
{
    [Fact]
    public async Task A_customer_is_made_with_its_contact_in_one_sentence()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("新客户：长春远帆轴承 联系人何敏 13700002222");

        rep.Hears("客户已新建", "长春远帆轴承", "何敏", "13700002222", "新建商机");
        var customer = await bot.Look(db => db.Customers.Include(c => c.Owner).Include(c => c.Contacts).FirstAsync(c => c.Name == "长春远帆轴承"));
        Assert.Equal(("P2", "何敏", "13700002222"), (customer.Owner!.Key, customer.Contacts[0].Name, customer.Contacts[0].Phone));
        await rep.Presses("撤销");
        Assert.False(await bot.Look(db => db.Contacts.AnyAsync(c => c.Name == "何敏")));
    }

    [Fact]
    public async Task One_that_is_there_is_shown_and_not_doubled()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();

        await rep.Forges("create_customer", ("customer_text", " 百川 水务集团 "));
        rep.Hears("百川水务 is there already", "百川水务平台");
        await rep.Forges("create_customer", ("customer", "C5"));
        rep.Hears("is there already");

        Assert.Equal(6, await bot.Look(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task One_that_looks_alike_is_offered_and_may_still_be_new()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("create_customer", ("customer_text", "凌云电缆二厂"));
        rep.Hears("“凌云电缆二厂”是下面的客户吗", "凌云电缆", "新建 凌云电缆二厂", "以上都不是");
        await rep.Presses("2");

        rep.Hears("客户已新建", "凌云电缆二厂");
    }

    [Theory]
    [InlineData("x")]
    [InlineData(" ")]
    public async Task A_name_of_no_length_makes_no_customer(string name)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.As("赵磊").Forges("create_customer", ("customer_text", name));

        Assert.Equal(6, await bot.Look(db => db.Customers.CountAsync()));
    }

    [Fact]
    public async Task Only_the_first_claim_of_two_at_once_is_taken()
    {
        await using var bot = await TestBot.StartAsync();
        var (one, two) = (bot.As("赵磊"), bot.As("Kevin Doyle"));

        await Task.WhenAll(one.Forges("claim_customer", ("customer", "C6")), two.Forges("claim_customer", ("customer", "C6")));

        Assert.Single(new[] { one, two }, t => t.Last.Contains("客户已认领", StringComparison.Ordinal));
        Assert.Single(new[] { one, two }, t => t.Last.Contains("没有找到", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_pool_is_claimed_from_and_released_to_in_words()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Says("认领万象包装");
        rep.Hears("客户已认领", "万象包装", "负责人");
        await rep.Says("认领万象包装");
        rep.Hears("本来就是您的客户");
        await rep.Says("把万象包装释放到公海");
        rep.Hears("客户已释放到公海");
        Assert.Null(await bot.Look(db => db.Customers.Where(c => c.Key == "C6").Select(c => c.OwnerId).FirstAsync()));
    }

    [Fact]
    public async Task A_customer_with_an_open_deal_is_not_released()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊").InEnglish();

        await rep.Forges("release_customer", ("customer", "C1"));

        rep.Hears("1 deal with 东岭阀门 is still open");
        await rep.Presses("Show the deals");
        rep.Hears("东岭阀门MES");
    }

    [Fact]
    public async Task A_manager_hands_a_customer_over_with_its_open_deals_and_both_are_told()
    {
        await using var bot = await TestBot.StartAsync();
        var manager = bot.As("王芳");

        await manager.Says("把凌云电缆转给刘晨");

        manager.Hears("客户已转交", "凌云电缆", "赵磊 → **刘晨**", "1 个进行中的商机及下一步一并转交", "已告知：赵磊、刘晨");
        await bot.As("赵磊").IsTold("调整了客户 凌云电缆 的归属");
        await bot.As("刘晨").IsTold("王芳 把客户 凌云电缆 交给了您");
        Assert.Equal("P3", await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Owner.Key).FirstAsync()));

        await manager.Presses("撤销");
        Assert.Equal("P2", await bot.Look(db => db.Deals.Where(d => d.Key == "D3").Select(d => d.Owner.Key).FirstAsync()));
    }

    [Fact]
    public async Task One_deal_of_several_is_not_handed_over_with_all_the_others_unasked()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("create_deal", ("customer", "C3"), ("deal_name", "凌云电缆仓储"), ("amount", "300000"), ("close_date", "2026-06-30"));
        var manager = bot.As("王芳");

        await manager.Says("凌云电缆仓储交给刘晨来跟");
        manager.Hears("凌云电缆 有 2 个进行中的商机：凌云电缆能耗、凌云电缆仓储", "要把整个客户转给刘晨吗");
        Assert.Equal("P2", await OwnerAsync(bot));
        await manager.Says("算了");
        Assert.Equal("P2", await OwnerAsync(bot));

        manager = bot.As("王芳").InEnglish();
        await manager.Says("hand 凌云电缆能耗 over to Chen Liu");
        manager.Hears("凌云电缆 has 2 open deals", "Hand all of it to Chen Liu?", "Chen Liu").DoesNotHear("刘晨");
        await manager.Says("yes");
        manager.Hears("2 open deals went along");
        Assert.Equal("P3", await OwnerAsync(bot));
    }

    [Fact]
    public async Task A_customer_that_is_named_goes_with_all_its_deals_unasked()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("create_deal", ("customer", "C3"), ("deal_name", "凌云电缆仓储"), ("amount", "300000"), ("close_date", "2026-06-30"));
        var manager = bot.As("王芳");
        await manager.Says("看看凌云电缆仓储");

        await manager.Says("把凌云电缆转给刘晨");

        manager.Hears("客户已转交", "2 个进行中的商机及下一步一并转交");
    }

    private static Task<string> OwnerAsync(TestBot bot) => bot.Look(db => db.Customers.Where(c => c.Key == "C3").Select(c => c.Owner!.Key).FirstAsync());

    [Fact]
    public async Task A_rep_may_not_hand_over_and_a_manager_not_to_outsiders()
    {
        await using var bot = await TestBot.StartAsync();
        var (rep, manager) = (bot.As("赵磊"), bot.As("王芳"));

        await rep.Forges("assign_customer", ("customer", "C3"), ("person", "P3"));
        rep.Hears("不在销售的权限范围内");
        await manager.Forges("assign_customer", ("customer", "C3"), ("person", "P5"));
        manager.Hears("“Kevin Doyle”不是您团队中");
        Assert.Equal("P2", await bot.Look(db => db.Customers.Where(c => c.Key == "C3").Select(c => c.Owner!.Key).FirstAsync()));
    }

    [Fact]
    public async Task A_contact_gets_title_and_motive_from_a_form()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");

        await rep.Forges("add_contact", ("customer", "C3"));
        rep.Hears("姓名", "职务", "采购动机");
        await rep.Presses("提交", ("contact_name", "李工"), ("title", "设备部长"), ("motive", "降本"));

        rep.Hears("联系人已保存", "李工", "设备部长", "降本");
    }

    [Fact]
    public async Task What_happened_at_a_customer_is_seen_by_whoever_has_it_now()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("管理员").Forges("create_customer", ("customer_text", "新星光电"));
        var key = await bot.Look(db => db.Customers.Where(c => c.Name == "新星光电").Select(c => c.Key).FirstAsync());
        await bot.As("林小雨").Forges("log_followup", ("customer", key), ("content", "对方想看二期方案"));

        await bot.As("管理员").Forges("assign_customer", ("customer", key), ("person", "P2"));

        (await bot.As("赵磊").Forges("show_customer", ("customer", key))).Hears("对方想看二期方案");
        (await bot.As("刘晨").Forges("show_customer", ("customer", key))).DoesNotHear("对方想看二期方案");
    }

    [Theory]
    [InlineData("东岭阀门 should go to 刘晨 while 赵磊 is away")]
    [InlineData("赵磊请假期间东岭阀门转给刘晨")]
    public async Task For_a_while_is_not_for_good(string said)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("王芳").Says(said)).DoesNotHear("✓ 客户已转交");
        Assert.Equal("P2", await bot.Look(db => Task.FromResult(db.Customers.Where(c => c.Key == "C1").Select(c => c.Owner!.Key).Single())));
    }
}
