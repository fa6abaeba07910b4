using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Nudges;
using SalesBot.Tests.Cli;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Nudges;

/// <summary>The nudge rules are read, changed and gone back from in chat, and go out and in as a file (AL-04).</summary>
public sealed class RuleCentreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("salesbot-nudges-");

    [Theory]
    [InlineData("提醒规则", false, "系统默认", "商机停滞", "满 7 天", "先告诉负责人、直属上级", "7 天后仍未处理，告诉销售总监", "每人每天最多 6 条消息")]
    [InlineData("规则中心", false, "客户沉默", "满 30 天", "同时建任务", "并入日报")]
    [InlineData("nudge rules", true, "Deal stalled", "after 7 days", "first the owner, the direct superior", "if it is still so after 7 days, the director", "at most 6 messages a day")]
    [InlineData("show me the alert rules", true, "Customer due for contact", "grade A 14 days")]
    public async Task AL_04_all_rules_are_told_in_plain_words_to_everybody(string said, bool english, params string[] hears)
    {
        await using var bot = await TestBot.StartAsync();
        foreach (var who in new[] { "管理员", "赵磊" })
        {
            var talk = english ? bot.As(who).InEnglish() : bot.As(who);
            (await talk.Says(said)).Hears(hears);
        }

        (await bot.As("赵磊").Forges("nudge_rule", ("rule", "stalled"))).Hears("商机停滞").DoesNotHear("增加通知对象");
        (await bot.As("管理员").Forges("nudge_rule", ("rule", "stalled"))).Hears("增加通知对象", "改所有阶段的停滞天数", "停用");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task AL_04_a_grade_gets_days_of_its_own_and_the_next_scan_follows_it(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        await bot.Look(db => db.Customers.Where(c => c.Key == "C1").ExecuteUpdateAsync(s => s.SetProperty(c => c.Grade, "A").SetProperty(c => c.LastInteractionAt, TestBot.Start.AddDays(-12))));
        await bot.ScanAsync();
        Assert.DoesNotContain(await bot.FoundAsync(), f => f.Rule == "cadence");
        var admin = bot.As("管理员");

        (await admin.Says("A类客户10天没联系就提醒")).Hears("指哪条规则", "客户该联系了", "客户沉默");
        (await admin.Presses("客户该联系了")).Hears("为什么修改规则");
        (await admin.Says("大客户丢得太多，B类客户3天也不急")).Hears("保存为提醒规则第 1 版", "客户该联系了：起点", "A 类 14 天", "A 类 10 天", "B 类 21 天", "大客户丢得太多");
        Assert.Equal(0, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == NudgeBook.Name)));
        (await admin.Presses("确认")).Hears("提醒规则第 1 版已生效");

        await bot.ScanAsync();
        Assert.Contains(await bot.FoundAsync(), f => f is { Rule: "cadence", SubjectKey: "C1", Book: 1 });
        await admin.Forges("restore_nudges", ("version", "0"), ("reason", "改回"));
        await admin.Presses("确认");
        (await admin.Says("提醒规则版本")).Hears("第 2 版", "改回", "大客户丢得太多");
    }

    [Theory]
    [InlineData("停滞5天后也告诉总监", false, "商机停滞：告诉谁", "5 天后仍未处理，告诉销售总监")]
    [InlineData("停滞提醒也立即告诉总监", false, "先告诉负责人、直属上级、销售总监")]
    [InlineData("沉默提醒不再告诉上级", false, "客户沉默：告诉谁", "7 天后仍未处理，告诉负责人")]
    [InlineData("回款提醒只在上午发", false, "回款逾期：时段", "回款将到期：时段", "09:00–12:00 之间")]
    [InlineData("停滞提醒改成单独消息", false, "并入日报 → 单独消息")]
    [InlineData("停用客户沉默规则", false, "启用 → 停用")]
    [InlineData("turn off the stalled deal nudges", true, "on → off")]
    [InlineData("沉默客户不要建任务", false, "同时建任务 → 不建任务")]
    [InlineData("每人每天最多4条提醒", false, "6 条 → 4 条")]
    [InlineData("回款提前5天提醒", false, "提前 3 天 → 提前 5 天")]
    [InlineData("签约后发票4个工作日没开就提醒财务", false, "满 2 个工作日 → 满 4 个工作日")]
    [InlineData("tell the director about stalled deals after 5 days", true, "Deal stalled: Who is told", "if it is still so after 5 days, the director")]
    [InlineData("stop telling the superior about silent customers", true, "if it is still so after 7 days, the owner")]
    [InlineData("send payment reminders only between 9:00 and 11:30", true, "between 09:00 and 11:30")]
    [InlineData("send stall alerts as messages", true, "in the daily digest → as a message")]
    [InlineData("turn off the silence rule", true, "on → off")]
    [InlineData("at most 4 nudges per person per day", true, "6 messages → 4 messages")]
    [InlineData("remind us 5 days before a payment is due", true, "3 days before → 5 days before")]
    [InlineData("set the silence limit to 45 days", true, "after 30 days → after 45 days")]
    public async Task AL_04_each_part_of_a_rule_is_changed_by_a_sentence_read_back_and_saved(string said, bool english, params string[] hears)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = english ? bot.As("管理员").InEnglish() : bot.As("管理员");

        await admin.Says(said);
        admin.Hears(english ? "Why is the rule changed" : "为什么修改规则");
        (await admin.Says(english ? "people asked for it" : "大家的意见")).Hears(hears);
        (await admin.Presses(english ? "Yes" : "确认")).Hears(english ? "Version 1 of the nudge rules holds" : "提醒规则第 1 版已生效");

        Assert.Equal(1, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == NudgeBook.Name)));
        (await (english ? bot.As("赵磊").InEnglish() : bot.As("赵磊")).Says(said)).DoesNotHear(english ? "Save this" : "保存为");
        Assert.Equal(1, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == NudgeBook.Name)));
    }

    [Theory]
    [InlineData("remind about grade A customers after 15 days", "Which rule is meant?", "Customer due for contact")]
    [InlineData("turn off the meeting rule", "cannot be turned off", "what was said at a visit")]
    [InlineData("turn off the approval rule", "cannot be turned off")]
    public async Task AL_04_what_is_not_clear_is_asked_and_what_others_rely_on_stays_on(string said, params string[] hears)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").InEnglish().Says(said)).Hears(hears);
    }

    [Theory]
    [InlineData("nudge_days", "silent", "0", "1 到 365")]
    [InlineData("nudge_days", "silent", "很久", "不是可用的数字")]
    [InlineData("nudge_tell", "silent", "张三丰", "张三丰")]
    [InlineData("nudge_untell", "cadence", "owner", "至少要告诉一个人")]
    [InlineData("nudge_switch", "escalated", "off", "不能停用", "没有做任何改动")]
    [InlineData("nudge_hours", "payment", "25:00-26:00", "什么时段发送")]
    [InlineData("nudge_hours", "payment", "12:00-9:00", "起要早于止")]
    [InlineData("nudge_budget", "", "0", "1 到 50")]
    [InlineData("nudge_days", "nonsense", "5", "指哪条规则")]
    public async Task What_cannot_be_is_said_and_nothing_is_saved(string verb, string rule, string value, params string[] hears)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").Forges(verb, ("rule", rule), ("value", value), ("days", "3"), ("reason", "x"))).Hears(hears);
        Assert.Equal(0, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == NudgeBook.Name)));
    }

    [Fact]
    public async Task A_yes_to_rules_that_somebody_has_changed_meanwhile_saves_nothing_and_shows_both()
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员");
        await admin.Forges("nudge_budget", ("value", "4"), ("reason", "太吵"));
        await bot.Look(async db =>
        {
            db.Add(Definitions.Next(NudgeBook.Name, 0, NudgeFile.Write(NudgeBook.Shipped with { Budget = 9 }), TestBot.Start));
            return await db.SaveChangesAsync();
        });

        (await admin.Presses("确认")).DoesNotHear("已生效");
        Assert.Equal(9, (await bot.Look(async db => NudgeBook.In(await Definitions.LoadAsync(db, CancellationToken.None)))).Budget);
    }

    [Theory]
    [InlineData("""{"budget":0,"rules":{}}""", "budget")]
    [InlineData("""{"budget":4,"rules":{"sleepy":{}}}""", "rules.sleepy")]
    [InlineData("""{"budget":4,"rules":{"escalated":{"on":false}}}""", "rules.escalated.on")]
    [InlineData("""{"budget":4,"rules":{"stalled":{"ladder":[{"after":0,"to":["P404"]}]}}}""", "rules.stalled.ladder")]
    public async Task A_file_at_fault_says_where_and_changes_nothing(string json, string place)
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        var file = Path.Combine(folder.FullName, "bad.json");
        await File.WriteAllTextAsync(file, json);

        var run = await CommandLineRun.RunAsync("import", file, "--database", bot.File);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"bad.json {place}", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, await bot.Look(db => db.Definitions.CountAsync(d => d.Name == NudgeBook.Name)));
    }

    [Fact]
    public async Task The_rules_go_out_come_in_as_a_version_and_the_import_is_taken_back()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        var file = Path.Combine(folder.FullName, "nudges.json");
        Assert.Equal(0, (await CommandLineRun.RunAsync("export", "nudges", "--to", file, "--database", bot.File)).ExitCode);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"budget\": 6", "\"budget\": 3", StringComparison.Ordinal));

        var run = await CommandLineRun.RunAsync("import", file, "--database", bot.File);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, (await bot.Look(async db => NudgeBook.In(await Definitions.LoadAsync(db, CancellationToken.None)))).Budget);
        var id = run.Output[(run.Output.IndexOf("--undo ", StringComparison.Ordinal) + "--undo ".Length)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0].Trim('.', '。', '`');
        Assert.Equal(0, (await CommandLineRun.RunAsync("import", "--undo", id, "--database", bot.File)).ExitCode);
        Assert.Equal(6, (await bot.Look(async db => NudgeBook.In(await Definitions.LoadAsync(db, CancellationToken.None)))).Budget);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
