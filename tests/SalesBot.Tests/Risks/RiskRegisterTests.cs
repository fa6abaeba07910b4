using Microsoft.EntityFrameworkCore;
using SalesBot.Risks;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Nudges;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Risks;

/// <summary>Risks that are kept by hand, with the plan for when they happen (AL-10).</summary>
public sealed class RiskRegisterTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task AL_10_a_risk_is_logged_with_its_plan_listed_opened_and_closed_with_a_note(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        (await rep.Says("登记风险：主供应商停产，预案：找备选厂家，周五前由我跟进")).Hears("风险已登记", "主供应商停产", "找备选厂家", "3月13日", "赵磊");

        (await rep.Says("/风险")).Hears("风险登记表：未解除 1 个", "主供应商停产", "复查日 3月13日", "未定级");
        await rep.Forges("show_risk", ("risk", (await RiskAsync(bot)).Key));
        rep.Hears("预案：找备选厂家", "改等级", "解除风险");
        await rep.Presses("改等级");
        await rep.Presses("高");
        rep.Hears("风险已更新", "高");
        (await rep.Says("供应商的风险解除了：已恢复供货")).Hears("风险已更新", "已恢复供货", "已解除");

        var risk = await RiskAsync(bot);
        Assert.Equal((RiskState.Closed, "已恢复供货", RiskLevel.High), (risk.State, risk.ClosingNote, risk.Level));
        (await rep.Says("风险登记表")).Hears("登记表里没有未解除的风险", "登记风险：");
        await rep.Says("撤销");
        Assert.Equal(RiskState.Open, (await RiskAsync(bot)).State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AL_10_the_same_in_English(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var kevin = bot.As("Kevin Doyle").InEnglish();
        (await kevin.Says("risk register")).Hears("No open risk in the register", "log a risk:");
        (await kevin.Says("log a high risk: Quarry Stone may switch to another vendor, plan: visit their director, reviewed by next Friday")).Hears("Risk logged", "Quarry Stone may switch to another vendor", "visit their director", "high", "20 Mar");
        (await kevin.Says("what risks are still open")).Hears("Risk register: 1 open", "Quarry Stone");
        (await kevin.Says("close the vendor risk: they signed with us")).Hears("Risk updated", "they signed with us", "closed");
        Assert.Equal("C8", await bot.Look(db => db.Risks.Select(r => r.Customer!.Key).SingleAsync()));
        await kevin.Presses("Undo");
        Assert.Equal(RiskState.Open, (await RiskAsync(bot)).State);
    }

    [Theory]
    [InlineData("新风险：海外客户拒收", "海外客户拒收", null, null, null)]
    [InlineData("上报一个中风险：汇率波动太大，应对措施：改用人民币结算", "汇率波动太大", "改用人民币结算", "Medium", null)]
    [InlineData("帮我记一条风险：刘晨下周要离职，等级高", "刘晨下周要离职", null, "High", null)]
    [InlineData("登记风险：项目经理离职，预案是由刘晨顶上，再招一个人，3月20日复查", "项目经理离职", "由刘晨顶上，再招一个人", null, "2026-03-20")]
    [InlineData("raise a risk: port strike in April; fallback: ship by rail; low; review on March 25", "port strike in April", "ship by rail", "Low", "2026-03-25")]
    [InlineData("add our only welder is ill to the risk register", "our only welder is ill", null, null, null)]
    public async Task AL_10_what_is_said_of_a_risk_is_taken_apart(string said, string content, string? plan, string? level, string? review)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says(said);
        var risk = await RiskAsync(bot);
        Assert.Equal((content, plan, level, review), (risk.Content, risk.Plan, risk.Level?.ToString(), risk.ReviewOn?.ToString("O")));
    }

    [Theory]
    [InlineData("哪些单子有风险")]
    [InlineData("风险清单")]
    [InlineData("which deals are at risk")]
    public async Task AL_10_a_question_about_deals_keeps_its_reading(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("登记风险：主供应商停产");
        (await bot.As("赵磊").Says(said)).Hears("有风险的商机").DoesNotHear("主供应商停产");
    }

    [Theory]
    [InlineData("供应商的风险解除了吗？")]
    [InlineData("is the supplier risk closed?")]
    [InlineData("主供应商停产有风险吗？")]
    public async Task AL_10_a_question_writes_nothing(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("登记风险：主供应商（supplier）停产");
        await bot.As("赵磊").Says(said);
        Assert.Equal(RiskState.Open, (await RiskAsync(bot)).State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AL_10_one_sees_ones_own_a_manager_the_teams_and_a_director_all(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.As("赵磊").Says("登记风险：铸件供应商停产");
        var key = (await RiskAsync(bot)).Key;

        (await bot.As("刘晨").Says("/风险")).Hears("没有未解除的风险").DoesNotHear("铸件供应商");
        (await bot.As("Emma Novak").InEnglish().Says("/risk")).DoesNotHear("铸件供应商");
        (await bot.As("刘晨").Forges("show_risk", ("risk", key))).Hears("没有找到该记录");
        (await bot.As("刘晨").Says("供应商的风险解除了：没事了")).Hears("没有包含“供应商”的");
        (await bot.As("王芳").Says("赵磊的风险登记表")).Hears("铸件供应商停产");
        (await bot.As("何建国").Says("风险台账")).Hears("铸件供应商停产", "赵磊");
        (await bot.As("郑文").Forges("close_risk", ("risk", key), ("content", "x"))).Hears("负责人是 赵磊");
        Assert.Equal(RiskState.Open, (await RiskAsync(bot)).State);
        Assert.True(await bot.Look(db => db.Audit.AnyAsync(a => a.Refused && a.Command == "close_risk")));

        (await bot.As("王芳").Forges("assign_risk", ("risk", key), ("person", "P3"))).Hears("风险已更新", "刘晨");
        await bot.As("刘晨").IsTold("王芳 改动了风险“铸件供应商停产”");
        (await bot.As("刘晨").Says("/风险")).Hears("铸件供应商停产");
        (await bot.As("赵磊").Says("/风险")).Hears("铸件供应商停产", "刘晨");
    }

    [Fact]
    public async Task AL_10_the_worst_come_first_and_then_the_oldest()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        foreach (var said in new[] { "登记风险：甲事", "登记风险：乙事，低", "登记风险：丙事，高", "登记风险：丁事，中", "登记风险：戊事，高" })
        {
            await rep.Says(said);
            await bot.PassAsync(TimeSpan.FromHours(30));
        }

        await rep.Says("/风险");
        var order = new[] { "丙事", "戊事", "丁事", "乙事", "甲事" }.Select(name => rep.Last.IndexOf(name, StringComparison.Ordinal)).ToList();
        Assert.Equal(order.Order(), order);
        Assert.DoesNotContain(-1, order);
    }

    [Fact]
    public async Task AL_10_too_long_a_text_is_refused_and_a_missing_note_is_asked_for()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("登记风险：" + new string('险', 900));
        Assert.Equal(0, await bot.Look(db => db.Risks.CountAsync()));

        (await rep.Says("登记风险")).Hears("可能发生什么");
        await rep.Says("主供应商停产");
        await rep.Says("登记风险：仓库漏水");
        (await rep.Says("供应商的风险解除了")).Hears("为什么可以解除");
        (await rep.Says("换了新厂家")).Hears("风险已更新", "换了新厂家");
        Assert.Equal("仓库漏水", await bot.Look(db => db.Risks.Where(r => r.State == RiskState.Open).Select(r => r.Content).SingleAsync()));
        (await rep.Forges("close_risk", ("risk", await bot.Look(db => db.Risks.Where(r => r.State == RiskState.Closed).Select(r => r.Key).SingleAsync())), ("content", "再来"))).Hears("已在", "换了新厂家");
    }

    [Fact]
    public async Task AL_10_of_several_that_fit_one_is_chosen()
    {
        await using var bot = await TestBot.StartAsync();
        var rep = bot.As("赵磊");
        await rep.Says("登记风险：供应商停产");
        await rep.Says("登记风险：供应商涨价");
        (await rep.Says("供应商的风险解除了：谈好了")).Hears("指的是哪一个风险", "供应商停产", "供应商涨价");
        (await rep.Presses("供应商涨价")).Hears("谈好了");
        Assert.Equal("供应商涨价", await bot.Look(db => db.Risks.Where(r => r.State == RiskState.Closed).Select(r => r.Content).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AL_10_on_its_review_day_the_owner_is_told_and_on_the_new_day_again(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var rep = bot.As("赵磊");
        await rep.Says("登记风险：主供应商停产，预案：找备选厂家，3月12日由我跟进");
        Assert.Equal(0, await bot.RoundAsync());
        await bot.PassAsync(TimeSpan.FromDays(1));
        await bot.RoundAsync();
        await rep.IsTold("1 个风险到了复查日", "主供应商停产");
        (await rep.Says("为什么提醒我")).Hears("风险复查", "复查日是");

        await rep.Forges("review_risk", ("risk", (await RiskAsync(bot)).Key), ("date", "2026-03-16"));
        await bot.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal(0, await bot.RoundAsync());
        await bot.PassAsync(TimeSpan.FromDays(3));
        await bot.RoundAsync();
        Assert.Equal(2, (await bot.FoundAsync()).Count(f => f.Rule == "risk_review" && f.ToldAt is not null));
        (await rep.Forges("review_risk", ("risk", (await RiskAsync(bot)).Key), ("date", "2026-03-01"))).Hears("已经过去");
    }

    [Fact]
    public async Task AL_10_the_review_of_who_left_goes_to_whoever_led_them()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("登记风险：主供应商停产，3月12日复查");
        await bot.Look(db => db.People.Where(p => p.Name == "赵磊").ExecuteUpdateAsync(s => s.SetProperty(p => p.Active, false)));
        await bot.PassAsync(TimeSpan.FromDays(1));
        await bot.RoundAsync();
        await bot.As("王芳").IsTold("1 个风险到了复查日", "主供应商停产");
        (await bot.As("王芳").Says("/风险")).Hears("主供应商停产");
    }

    [Fact]
    public async Task AL_10_the_register_is_exported()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("登记风险：主供应商停产");
        (await bot.As("赵磊").Says("导出风险登记表")).Hears("风险登记表").DoesNotHear("没看懂");
    }

    private static Task<Risk> RiskAsync(TestBot bot) => bot.Look(db => db.Risks.AsNoTracking().SingleAsync());

    [Theory]
    [InlineData("我的风险")]
    [InlineData("我名下的风险有哪些")]
    [InlineData("my open risks")]
    public async Task AL_10_ones_own_risks_are_those_of_the_register(string said)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.As("赵磊").Says("登记风险：芯片缺货，预案：换型号，周五前由我跟进");

        (await bot.As("赵磊").Says(said)).Hears("芯片缺货");
        (await bot.As("刘晨").Says(said)).DoesNotHear("芯片缺货");
    }
}
