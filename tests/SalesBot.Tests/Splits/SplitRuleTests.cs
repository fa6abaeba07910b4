using Microsoft.EntityFrameworkCore;
using SalesBot.Splits;
using SalesBot.Tests.Cli;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Splits;

/// <summary>The rule on split deals is read, changed and gone back from in chat, and goes out and in as a file (GV-05, AL-04).</summary>
public sealed class SplitRuleTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("salesbot-split-");

    [Theory, OnSqlite, OnPostgres]
    public async Task GV_05_a_changed_limit_holds_from_the_next_deal_on_and_is_gone_back_from(Store store)
    {
        await using var bot = await TestBot.StartAsync(store);
        var admin = bot.As("管理员");
        (await admin.Says("拆单规则")).Hears("系统默认", "建立间隔不超过：30 天", "名称相似度不低于：50%", "CNY 限额：¥500,000", "框架订单记住：180 天");

        await admin.Presses("CNY 限额");
        await admin.Says("80万");
        (await admin.Says("限额太低")).Hears("保存为关联商机规则第 1 版", "¥500,000 → ¥800,000");
        (await admin.Presses("确认")).Hears("第 1 版已生效");

        foreach (var (name, amount) in new[] { ("包装线一期", "300000"), ("包装线二期", "260000") })
        {
            await bot.As("赵磊").Forges("create_deal", ("customer", "C6"), ("deal_name", name), ("amount", amount), ("close_date", "2026-12-30"));
        }

        Assert.Equal(0, await bot.Look(db => db.Approvals.CountAsync()));
        await admin.Forges("restore_split_rule", ("version", "0"), ("reason", "改回"));
        await admin.Presses("确认");
        (await admin.Says("拆单规则版本")).Hears("第 2 版", "改回", "限额太低");
        Assert.Equal(500_000, (await bot.Look(db => SplitRule.LoadAsync(db, CancellationToken.None))).Limits["CNY"]);
    }

    [Theory]
    [InlineData("set the split window to 45 days", "30 d → 45 d")]
    [InlineData("set the split similarity to 70 %", "50% → 70%")]
    [InlineData("remember framework orders for 365 days", "180 d → 365 d")]
    public async Task GV_05_the_figures_are_changed_in_english(string said, string hears)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员").InEnglish();
        (await admin.Says(said)).Hears("Why is the rule changed?");
        (await admin.Says("the auditors asked for it")).Hears("Save this as version 1 of the rule on linked deals?", hears);
        (await admin.Presses("Yes")).Hears("holds from now on");
        (await bot.As("赵磊").InEnglish().Forges("split_days", ("value", "1"), ("reason", "x"))).DoesNotHear("Save this");
    }

    [Theory]
    [InlineData("usd", "90000", "$70,000 → $90,000")]
    [InlineData("USD", "usd 90,000", "$70,000 → $90,000")]
    [InlineData("CNY", "500k", "“500k” is no figure for this")]
    public async Task GV_05_a_limit_is_of_its_currency_however_it_is_written_and_never_a_thousandth(string currency, string said, string hears)
    {
        await using var bot = await TestBot.StartAsync();
        var admin = bot.As("管理员").InEnglish();
        (await admin.Forges("split_limit", ("value", said), ("currency", currency), ("reason", "x"))).Hears(hears);
    }

    [Theory]
    [InlineData("split_days", "0", "天数为 1 到 730")]
    [InlineData("split_similarity", "140", "相似度为 0 到 1")]
    [InlineData("split_days", "很久", "不是可用的数字")]
    public async Task What_cannot_be_is_said_and_nothing_is_saved(string verb, string value, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        (await bot.As("管理员").Forges(verb, ("value", value), ("reason", "x"))).Hears(answer);
    }

    [Theory]
    [InlineData("""{"days":"30","similarity":0.5,"limits":{"CNY":1},"frameworkDays":1}""", "bad.json days")]
    [InlineData("""{"days":30,"similarity":null,"limits":{"CNY":1},"frameworkDays":1}""", "bad.json similarity")]
    [InlineData("""{"days":30,"similarity":0.5,"limits":{"CNY":null},"frameworkDays":1}""", "bad.json limits.CNY")]
    [InlineData("""{"days":30,"similarity":0.5,"limits":null,"frameworkDays":1}""", "bad.json limits")]
    public async Task A_file_at_fault_says_where_and_changes_nothing(string json, string place)
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        var file = Path.Combine(folder.FullName, "bad.json");
        await File.WriteAllTextAsync(file, json);

        var run = await CommandLineRun.RunAsync("import", file, "--database", bot.File);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(place, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rule_goes_out_and_comes_in_as_a_version()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        var file = Path.Combine(folder.FullName, "rule.json");
        Assert.Equal(0, (await CommandLineRun.RunAsync("export", "split_rule", "--to", file, "--database", bot.File)).ExitCode);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("180", "90", StringComparison.Ordinal));

        Assert.Equal(0, (await CommandLineRun.RunAsync("import", file, "--database", bot.File)).ExitCode);

        Assert.Equal(90, (await bot.Look(db => SplitRule.LoadAsync(db, CancellationToken.None))).FrameworkDays);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
