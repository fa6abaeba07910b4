using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Reports;

/// <summary>How fresh, how timely and how complete what the company knows is (FU-02, FU-06, FU-08, FU-12).</summary>
public sealed class DataQualityTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task FU_02_news_are_told_at_once_with_their_age_and_the_median_age_stands_against_24_hours(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.As("刘晨").Says("刚和东岭泵业通了电话 预算批了");
        var manager = bot.As("王芳");
        (await manager.Says("东岭泵业WMS动态")).Hears("东岭泵业WMS", "预算批了", "最近更新", "刚刚");
        (await manager.InEnglish().Says("any news on 凌云电缆能耗?")).Hears("Last update", "24 hours ago");

        await bot.PassAsync(TimeSpan.FromHours(30));
        (await manager.Says("信息新鲜度")).Hears("最近更新距今中位数 2 天（目标 24 小时）", "4 个进行中商机", "0 个在 24 小时内", "赵磊", "3 个进行中的商机，其中 0 个", "刘晨", "30 小时");
        await bot.As("刘晨").Says("东岭泵业回电话 合同没问题");
        (await manager.InEnglish().Says("how fresh is our data?")).Hears("target 24 h", "4 open deals, 1 of them within 24 h", "Chen Liu");
        (await bot.As("刘晨").Says("信息新鲜度")).Hears("信息新鲜度达标", "0 小时").DoesNotHear("赵磊");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FU_08_both_moments_are_kept_and_the_manager_sees_who_fills_in_late_and_what(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Forges("log_followup", ("customer", "C3"), ("method", "call"), ("date", "2026-03-05"), ("content", "财务还没排款"));
        rep.Hears("补录");
        await rep.Forges("log_followup", ("customer", "C1"), ("content", "方案认可"));
        await bot.As("刘晨").Forges("log_followup", ("customer", "C2"), ("content", "通了电话"));
        var logged = await bot.Look(db => db.FollowUps.OrderBy(f => f.HappenedAt).FirstAsync());
        Assert.Equal((new DateOnly(2026, 3, 5), TestBot.Start), (DateOnly.FromDateTime(logged.HappenedAt.ToOffset(TimeSpan.FromHours(8)).DateTime), logged.CreatedAt));

        var manager = bot.As("王芳");
        (await manager.Says("这周的补录情况")).Hears("补录 1 条，共 3 条跟进（33%）", "赵磊", "2 条跟进中 1 条", "50%", "刘晨", "1 条跟进中 0 条");
        (await manager.Says("赵磊的补录")).Hears("凌云电缆能耗 · 财务还没排款", "发生于 3月5日 周四 12:00", "录入于 3月11日 周三 10:00", "5 天").DoesNotHear("方案认可");
        (await manager.InEnglish().Says("who backfills most?")).Hears("Follow-ups entered late: 1 of 3 (33%)", "Ray Zhao");
        (await bot.As("刘晨").Says("补录率")).Hears("补录 0 条，共 1 条跟进").DoesNotHear("赵磊");
        (await bot.As("Emma Novak").InEnglish().Says("late entries last week")).Hears("no follow-up was entered");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FU_06_both_goals_are_shown_with_their_numbers_by_person_and_against_a_week_ago(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await using (var db = bot.Open())
        {
            await db.Deals.Where(d => d.Key == "D3").ExecuteUpdateAsync(s => s.SetProperty(d => d.Amount, (decimal?)null));
        }

        await bot.As("赵磊").Forges("log_followup", ("deal", "D1"), ("content", "x"));
        await bot.PassAsync(TimeSpan.FromDays(8));
        await bot.As("赵磊").Forges("update_amount", ("deal", "D3"), ("amount", "1450000"));
        var manager = bot.As("王芳");
        (await manager.Says("上线进度")).Hears("上线进度", "100%", "录入 100%（4/4）· 及时 25%（1/4）", "一周前", "录入 75%（3/4）· 及时 100%（4/4）", "22", "赵磊", "录入 100%（3/3）· 及时 33%（1/3）", "刘晨", "及时 0%（0/1）", "录入率 =");
        (await manager.Presses("停滞商机")).Hears("东岭阀门MES");
        (await manager.InEnglish().Says("how is the rollout going?")).Hears("Rollout progress", "entered (goal 100%)", "days left of 30", "Ray Zhao", "A week ago");
        (await bot.As("刘晨").Says("上线进度")).Hears("录入 100%（1/1）").DoesNotHear("赵磊");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task FU_12_what_is_missing_is_listed_with_a_score_and_filled_by_a_button(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await using (var db = bot.Open())
        {
            await db.Deals.Where(d => d.Key == "D3").ExecuteUpdateAsync(s => s.SetProperty(d => d.Amount, (decimal?)null));
        }

        var rep = bot.As("赵磊");
        (await rep.Says("哪些商机信息不全")).Hears("3 个进行中的商机中 3 个信息不全", "凌云电缆能耗", "缺：金额、联系人、下一步", "2/5", "东岭阀门MES", "缺：下一步", "4/5", "得分 = 已填字段 ÷ 应填字段").DoesNotHear("东岭泵业");
        await rep.Forges("incomplete_deals", ("deal", "D3"));
        rep.Hears("凌云电缆能耗：完整度 40%", "2 ÷ 5", "改金额", "定下一步", "补联系人");
        await rep.Says("凌云电缆能耗金额145万");
        (await rep.Says("凌云电缆能耗的信息完整度")).Hears("完整度 60%", "缺：联系人、下一步");
        (await bot.As("Kevin Doyle").InEnglish().Says("which deals are incomplete?")).Hears("1 of 1 open deals are incomplete", "Missing: contact, next step");
        (await rep.Says("哪些客户信息不全")).Hears("3 个客户中 3 个信息不全", "缺：", "税号");
        (await rep.Says("看看东岭阀门")).Hears("东岭阀门");
    }

    [Theory]
    [InlineData("１３８ 0000-1234", "13800001234")]
    [InlineData("+86 138 0000 1234", "13800001234")]
    [InlineData("0086-13800001234", "13800001234")]
    [InlineData("+44 20 7946 0018", "+442079460018")]
    public async Task FU_12_phone_numbers_are_kept_in_one_form(string typed, string kept)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("add_contact", ("customer", "C3"), ("contact_name", "张敏"), ("title", "财务"), ("motive", "省钱"), ("phone", typed));
        Assert.Equal(kept, await bot.Look(db => db.Contacts.Where(c => c.Name == "张敏").Select(c => c.Phone).SingleAsync()));
    }

    [Fact]
    public async Task FU_12_a_name_is_kept_without_full_width_letters_and_needless_blanks()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Forges("create_customer", ("customer_text", " ＡＢＣ　精密　 科技 "));
        Assert.True(await bot.Look(db => db.Customers.AnyAsync(c => c.Name == "ABC 精密 科技")));
    }
}
