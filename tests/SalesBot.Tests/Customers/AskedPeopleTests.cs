using Microsoft.EntityFrameworkCore;
using SalesBot.Customers;
using SalesBot.FollowUps;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Customers;

/// <summary>One fact was asked for: whose customers, who somebody is and how they are reached, when and what was said last. That is answered, and no card that holds it somewhere.</summary>
public sealed class AskedPeopleTests
{
    [Theory]
    [InlineData("我名下都有哪些客户")]
    [InlineData("我现在管着哪几家客户")]
    [InlineData("哪些客户归我负责")]
    [InlineData("我手里一共有几个客户？")]
    [InlineData("which customers am I responsible for")]
    [InlineData("who are my accounts?")]
    [InlineData("what companies do I look after")]
    [InlineData("which clients are mine")]
    public async Task Whose_customers_are_asked_for_are_listed_and_not_who_is_silent(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("客户 3 个", "东岭阀门", "凌云电缆", "百川水务").DoesNotHear("以上没有联系", "东岭泵业");
    }

    [Theory]
    [InlineData("我手里有哪些客户和商机")]
    [InlineData("show me my customers and deals")]
    public async Task Customers_and_deals_in_one_question_are_customers_with_their_deals(string asked)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("客户 3 个", "1 个进行中商机", "我的商机");
    }

    [Theory]
    [InlineData("我问的是客户，不是商机")]
    [InlineData("不是单子，我要看客户")]
    [InlineData("customers, not deals")]
    [InlineData("I meant the customers not the deals")]
    public async Task Customers_instead_of_the_deals_just_shown(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("我的商机");
        (await rep.Says(said)).Hears("客户 3 个", "百川水务");
    }

    [Theory]
    [InlineData("周国平的手机号是多少", "13800010001")]
    [InlineData("周总电话多少", "13800010001")]
    [InlineData("查一下周国平的联系方式是什么", "13800010001")]
    [InlineData("周国平现在是什么职务", "生产总监")]
    [InlineData("周国平是干什么的", "生产总监")]
    [InlineData("周国平是谁来着", "东岭阀门")]
    [InlineData("what's 周国平's number", "13800010001")]
    [InlineData("who is 周国平 again?", "生产总监")]
    [InlineData("do we have 周国平's mobile", "13800010001")]
    public async Task One_contact_is_told_of_alone(string asked, string heard)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("周国平", heard).DoesNotHear("于科", "完整度", "进行中的商机");
    }

    [Theory]
    [InlineData("东岭阀门的联系人都是谁")]
    [InlineData("东岭阀门那边有哪些联系人")]
    [InlineData("东岭阀门里面我都认识谁")]
    [InlineData("list the contacts at 东岭阀门")]
    [InlineData("who's our contact at 东岭阀门")]
    [InlineData("who are my people at 东岭阀门")]
    public async Task Whom_we_know_there_is_a_list_of_them(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("周国平", "于科").DoesNotHear("完整度", "下一步");
    }

    [Theory]
    [InlineData("刘大勇电话多少", "刘大勇")]
    [InlineData("陈小川什么职务", "陈小川")]
    [InlineData("what's Winston's number", "Winston")]
    [InlineData("who is Tanaka again", "Tanaka")]
    public async Task Who_is_not_on_record_is_said_not_to_be_and_may_be_added(string asked, string name)
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看看东岭阀门");
        (await rep.Says(asked)).Hears("东岭阀门 没有登记", name, "补联系人", "周国平").DoesNotHear("完整度");
    }

    [Theory]
    [InlineData("东岭阀门的采购经理是谁", "于科", "生产总监")]
    [InlineData("他们那边生产总监叫什么", "周国平", "采购经理")]
    [InlineData("who is their buyer", "于科", "生产总监")]
    public async Task Somebody_is_found_by_what_they_do(string asked, string heard, string other)
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看看东岭阀门");
        (await rep.Says(asked)).Hears(heard).DoesNotHear(other, "完整度");
    }

    [Theory]
    [InlineData("who is the plant engineer there")]
    [InlineData("他们那边厂长是谁")]
    public async Task A_post_that_nobody_has_is_said_to_be_nobodys(string asked)
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("看看东岭阀门");
        (await rep.Says(asked)).Hears("东岭阀门 没有登记").DoesNotHear("完整度");
    }

    [Theory]
    [InlineData("上回跟东岭阀门聊了什么")]
    [InlineData("最近一次跟东岭阀门联系是什么时候")]
    [InlineData("东岭阀门上次怎么说的")]
    [InlineData("周国平上次说了什么")]
    [InlineData("when did we last talk to 东岭阀门?")]
    [InlineData("what did 周国平 say last time")]
    [InlineData("what was discussed with 东岭阀门 last time")]
    [InlineData("latest note on 东岭阀门")]
    public async Task The_last_talk_is_told_with_its_day_its_way_and_its_words(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("上次联系", "3月10日", "电话", "周国平", "担心停机时间").DoesNotHear("完整度");
    }

    [Theory]
    [InlineData("上次跟凌云电缆联系是哪天")]
    [InlineData("when did we last speak to 凌云电缆")]
    public async Task Where_only_the_day_is_known_the_day_is_told(string asked)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("最近联系：3月8日").DoesNotHear("完整度");
    }

    [Fact]
    public async Task What_somebody_never_said_is_not_told_as_theirs()
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says("于科上次说了啥")).Hears("没有这样联系 于科 的记录");
    }

    [Theory]
    [InlineData("我昨天都联系了谁", "东岭阀门", "百川水务")]
    [InlineData("昨天我跟哪些客户聊过", "东岭阀门", "百川水务")]
    [InlineData("which customers did I speak to yesterday", "东岭阀门", "百川水务")]
    [InlineData("who have I been in touch with today", "百川水务", "东岭阀门")]
    [InlineData("今天拜访了几家客户", "百川水务", "东岭阀门")]
    [InlineData("how many visits did I make today", "百川水务", "东岭阀门")]
    [InlineData("how many calls have I made this week", "东岭阀门", "百川水务")]
    [InlineData("本周我打了多少个电话", "东岭阀门", "百川水务")]
    public async Task With_whom_one_spoke_and_how_often_is_counted_and_listed(string asked, string heard, string other)
    {
        await using var bot = await StartAsync();
        (await bot.As("赵磊").Says(asked)).Hears("1 次", heard).DoesNotHear(other, "沉默");
    }

    [Theory]
    [InlineData("and visits?")]
    [InlineData("那拜访呢")]
    public async Task The_next_question_is_of_the_same_days(string next)
    {
        await using var bot = await StartAsync();
        var rep = bot.As("赵磊");
        (await rep.Says("这周打了几个电话")).Hears("电话：1 次");
        (await rep.Says(next)).Hears("拜访：1 次", "百川水务");
    }

    [Fact]
    public async Task A_manager_may_ask_of_the_team_and_of_one_and_a_rep_of_nobody_else()
    {
        await using var bot = await StartAsync();
        (await bot.As("王芳").Says("赵磊这周打了几个电话")).Hears("电话：1 次", "东岭阀门");
        (await bot.As("王芳").Says("how many calls did my team make this week")).Hears("电话：1 次");
        (await bot.As("刘晨").Says("赵磊这周打了几个电话")).DoesNotHear("东岭阀门", "1 次");
        (await bot.As("刘晨").Says("周国平电话多少")).DoesNotHear("13800010001");
    }

    /// <summary>Two contacts with what is known of them, a call yesterday and a visit today.</summary>
    private static async Task<TestBot> StartAsync()
    {
        var bot = await TestBot.StartAsync();
        await using var db = bot.Open();
        var rep = await db.People.SingleAsync(p => p.Name == "赵磊");
        var valves = await db.Customers.Include(c => c.Contacts).SingleAsync(c => c.Key == "C1");
        var water = await db.Customers.SingleAsync(c => c.Key == "C5");
        var head = valves.Contacts.Single();
        head.Phone = "13800010001";
        valves.Contacts.Add(new Contact { Key = "K2", Name = "于科", Title = "采购经理", Role = BuyingRole.Buyer, Phone = "13800010002", CreatedAt = bot.Clock.Now });
        db.Add(new FollowUp { Key = "F1", CreatedAt = bot.Clock.Now, CustomerId = valves.Id, Contact = head, With = head.Name, AuthorId = rep.Id, Method = "call", Content = "担心停机时间", HappenedAt = bot.Clock.Now.AddDays(-1) });
        db.Add(new FollowUp { Key = "F2", CreatedAt = bot.Clock.Now, CustomerId = water.Id, AuthorId = rep.Id, Method = "visit", Content = "看了机房", HappenedAt = bot.Clock.Now.AddHours(-1) });
        await db.SaveChangesAsync();
        await bot.Get<SalesBot.Data.NameFeed>().LoadAsync(CancellationToken.None);
        return bot;
    }
}
