using Microsoft.EntityFrameworkCore;
using SalesBot.Process;
using SalesBot.Tests.Databases;

namespace SalesBot.Tests.Process;

public sealed class EditProcessTests
{
    [Theory]
    [InlineData("把需求确认的停滞天数改成5天", false)]
    [InlineData("set the stall days of qualify to 5", true)]
    public async Task An_admin_changes_a_stage_by_sentence_after_it_was_read_back(string said, bool english)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var admin = english ? bot.As("管理员").InEnglish() : bot.As("管理员");

        (await admin.Says(said)).Hears(english ? "Why is the process changed" : "为什么修改流程");
        await admin.Says(english ? "customers decide quicker" : "需求确认拖得太久");
        _ = english ? admin.Hears("version 1", "7 d → 5 d", "2 open deals of 2 people", "customers decide quicker") : admin.Hears("第 1 版", "7 天 → 5 天", "2 人的 2 个进行中商机", "需求确认拖得太久");
        Assert.False(await bot.Look(db => db.Definitions.AnyAsync()));
        await admin.Presses(english ? "Yes" : "确认");

        admin.Hears(english ? "Version 1" : "第 1 版已生效");
        Assert.Equal(5, (await bot.Look(db => SalesProcess.LoadAsync(db, CancellationToken.None))).Find("qualify")!.StallDays);
        (await admin.Says(english ? "process versions" : "流程版本")).Hears(english ? "customers decide quicker" : "需求确认拖得太久", english ? "Admin" : "管理员");
    }

    [Theory]
    [OnSqlite, OnPostgres]
    internal async Task A_new_name_is_said_everywhere_and_understood(Store store)
    {
        await using var bot = await ShippedCompany.StartAsync(store);
        var admin = bot.As("管理员");
        await admin.Forges("rename_stage", ("stage", "qualify"), ("value", "技术交流"), ("reason", "我们这么叫"));
        await admin.Presses("确认");

        (await bot.As("刘晨").Forges("show_deal", ("deal", "D2"))).Hears("技术交流").DoesNotHear("需求确认");
        (await bot.As("刘晨").Says("技术交流要做什么")).Hears("技术交流", "关键动作");
        (await bot.As("刘晨").Says("处于技术交流阶段的商机有哪些")).Hears("东岭泵业WMS");
        (await bot.As("Kevin Doyle").InEnglish().Forges("show_deal", ("deal", "D7"))).Hears("Qualify");
    }

    [Fact]
    public async Task Stages_are_added_moved_and_removed_and_their_deals_are_asked_for()
    {
        await using var bot = await ShippedCompany.StartAsync();
        var admin = bot.As("管理员");
        await admin.Says("在方案提交之后增加一个阶段：样机试用");
        await admin.Says("重设备客户都要试用");
        await admin.Presses("确认");
        admin.Hears("第 1 版已生效");
        var added = (await bot.Look(db => SalesProcess.LoadAsync(db, CancellationToken.None))).Stages[4];
        Assert.Equal(("样机试用", 70), (added.Name!.Zh, added.Probability));

        await admin.Forges("place_stage", ("stage", added.Id), ("way", "earlier"), ("reason", "先试用再方案"));
        await admin.Presses("确认");
        admin.Hears("第 2 版已生效");
        await admin.Forges("remove_stage", ("stage", "proposal"), ("reason", "合并到试用"));
        admin.Hears("有 2 个进行中的商机处于“方案提交”", "样机试用");
        await admin.Presses("样机试用");
        admin.Hears("2 个从“方案提交”到“样机试用”");
        await admin.Presses("确认");

        admin.Hears("第 3 版已生效，2 个商机已调整阶段");
        Assert.Equal(added.Id, await bot.StageAsync("D1"));
        (await bot.As("赵磊").Forges("show_deal", ("deal", "D1"))).Hears("样机试用");
    }

    [Theory]
    [OnSqlite, OnPostgres]
    internal async Task A_stage_that_goes_is_left_by_a_frozen_deal_too_which_stays_frozen(Store store)
    {
        await using var bot = await ShippedCompany.StartAsync(store);
        await bot.As("王芳").Says("冻结东岭阀门MES到4月10日，因为客户内部调整");
        var admin = bot.As("管理员");
        await admin.Forges("remove_stage", ("stage", "proposal"), ("reason", "合并"), ("to.proposal", "qualify"));

        await admin.Presses("确认");

        admin.Hears("第 1 版已生效，2 个商机已调整阶段");
        Assert.Equal("qualify", await bot.StageAsync("D1"));
        (await bot.As("赵磊").Forges("show_deal", ("deal", "D1"))).Hears("需求确认", "冻结到 4月10日");
    }

    [Fact]
    public async Task Needs_are_switched_on_and_off_and_a_version_is_gone_back_to()
    {
        await using var bot = await ShippedCompany.StartAsync();
        var admin = bot.As("管理员");
        await admin.Forges("show_process", ("stage", "qualify"));
        await admin.Presses("改必备项");
        admin.Hears("✓ 《客户需求调研表》", "○ 金额");
        await admin.Presses("✓ 《客户需求调研表》（评审通过）");
        await admin.Says("试点期间先不审核");
        await admin.Presses("确认");
        await bot.HandInAsync("D2", "survey", "刘晨");
        (await bot.As("刘晨").Says("东岭泵业推到方案提交")).Hears("阶段已调整");

        await admin.Says("流程版本");
        await admin.Forges("restore_process", ("version", "0"), ("reason", "试点结束"));
        await admin.Presses("确认");
        Assert.Contains("review:survey", (await bot.Look(db => SalesProcess.LoadAsync(db, CancellationToken.None))).Find("qualify")!.Needs, StringComparer.Ordinal);
        Assert.Equal(2, await bot.Look(db => db.Definitions.CountAsync()));
    }

    [Fact]
    public async Task A_version_is_read_back_by_the_names_that_it_has()
    {
        await using var bot = await ShippedCompany.StartAsync();
        var admin = bot.As("管理员");
        await admin.Forges("rename_stage", ("stage", "negotiation"), ("value", "合同谈判"), ("reason", "a"));
        admin.Hears("商务谈判 → 合同谈判");
        await admin.Presses("确认");

        await admin.Forges("restore_process", ("version", "0"), ("reason", "b"));

        admin.Hears("合同谈判 → 商务谈判");
    }

    [Theory]
    [InlineData("five", "初步沟通")]
    [InlineData("service", "售后")]
    public async Task ST_07_and_ST_08_a_template_takes_over(string template, string stage)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var admin = bot.As("管理员");
        await admin.Says("换流程模板");
        admin.Hears("五阶段", "六阶段：线索收集到售后");
        await admin.Forges("switch_process", ("template", template), ("reason", "按新制度"));
        await admin.Presses("确认");

        (await bot.As("赵磊").Says("/阶段")).Hears("第 1 版", stage);
        (await bot.As("赵磊").Forges("show_process", ("stage", "won"))).Hears(template == "five" ? "责任人：销售" : "责任人：客户成功");
    }

    [Fact]
    public async Task Others_may_look_but_not_change_and_a_try_is_recorded()
    {
        await using var bot = await ShippedCompany.StartAsync();
        (await bot.As("王芳").Says("把需求确认的停滞天数改成5天")).DoesNotHear("为什么修改流程");
        (await bot.As("赵磊").Forges("remove_stage", ("stage", "proposal"), ("reason", "x"), ("confirm", "true"))).DoesNotHear("已生效");

        Assert.Equal(2, await bot.Look(db => db.Audit.CountAsync(a => a.Refused)));
        (await bot.As("王芳").Says("流程版本")).Hears("出厂版").DoesNotHear("恢复此版本");
        Assert.False(await bot.Look(db => db.Definitions.AnyAsync()));
    }

    [Fact]
    public async Task Of_two_admins_who_read_the_same_version_the_second_has_to_look_again()
    {
        await using var bot = await ShippedCompany.StartAsync();
        var (one, other) = (bot.As("管理员"), bot.As("管理员").InEnglish());
        await one.Forges("stage_probability", ("stage", "lead"), ("value", "15"), ("reason", "a"));
        await one.Presses("确认");
        await other.Forges("stage_days", ("stage", "lead"), ("value", "3"), ("reason", "b"), ("base.seen", "0"), ("confirm", "true"));

        other.Hears("This was changed after you were asked", "Version 1", "Admin", "Read mine back again");
        Assert.Equal(1, await bot.Look(db => db.Definitions.CountAsync()));
    }

    [Theory]
    [OnSqlite, OnPostgres]
    internal async Task A_yes_on_a_node_that_has_not_heard_of_the_newest_version_loses_nothing_of_it(Store store)
    {
        await using var bot = await ShippedCompany.StartAsync(store);
        await using var late = await bot.SecondNodeAsync();
        await late.As("管理员").Says("流程版本");
        await bot.As("管理员").Forges("stage_days", ("stage", "qualify"), ("value", "5"), ("reason", "a"));
        await bot.As("管理员").Presses("确认");
        (await bot.As("管理员").Forges("stage_probability", ("stage", "lead"), ("value", "15"), ("reason", "b"))).Hears("第 2 版");

        (await late.As("管理员").Forges("stage_probability", ("stage", "lead"), ("value", "15"), ("reason", "b"), ("base.seen", "1"), ("confirm", "true"))).Hears("第 2 版已生效");

        var process = await bot.Look(db => SalesProcess.LoadAsync(db, CancellationToken.None));
        Assert.Equal((2, 5, 15), (process.Version, process.Find("qualify")!.StallDays, process.Find("lead")!.Probability));
    }

    [Theory]
    [InlineData("stage_days", "value", "lots", "不是 0 到 365 之间的数字")]
    [InlineData("stage_probability", "value", "140", "不是 0 到 100 之间的数字")]
    [InlineData("rename_stage", "value", "won", "已有阶段叫")]
    [InlineData("stage_needs", "need", "luck", "阶段不能要求")]
    public async Task What_cannot_be_is_said_and_nothing_changes(string verb, string slot, string value, string answer)
    {
        await using var bot = await ShippedCompany.StartAsync();

        (await bot.As("管理员").Forges(verb, ("stage", "lead"), (slot, value), ("reason", "x"))).Hears(answer);
    }

    [Theory]
    [InlineData("zh-CN", "流程改过哪些版本", "出厂版")]
    [InlineData("zh-CN", "谁改过流程", "出厂版")]
    [InlineData("en-US", "how has the process been changed", "As shipped")]
    [InlineData("en-US", "what versions of the process are there", "As shipped")]
    public async Task AL_04_the_versions_are_asked_for_in_ones_own_words(string locale, string said, string heard)
    {
        await using var bot = await ShippedCompany.StartAsync();
        (await (locale == "en-US" ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said)).Hears(heard);
    }

    [Theory]
    [InlineData("zh-CN", "把方案提交改名叫方案", "太长", "确认", "还是换回原来的", "第 1 版的原因：太长", "出厂版")]
    [InlineData("en-US", "rename proposal to offer", "shorter", "Yes", "actually put it back as it was", "Because of: shorter", "As shipped")]
    public async Task AL_04_put_it_back_after_a_change_offers_the_version_before_it(string locale, string edit, string why, string yes, string back, params string[] offered)
    {
        await using var bot = await ShippedCompany.StartAsync();
        var admin = locale == "en-US" ? bot.As("管理员").InEnglish() : bot.As("管理员");
        await admin.Says(edit);
        await admin.Says(why);
        await admin.Presses(yes);

        (await admin.Says(back)).Hears(offered);
    }
}
