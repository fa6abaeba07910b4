using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Operation;

public sealed class RehearseTests
{
    [Fact]
    public async Task The_coming_nudges_are_printed_by_person_and_rule_and_nothing_changes()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        // Wednesday 10:00; the deals have stood for two days, so the alert is due on Monday 10:00.
        string[] verb = ["rehearse", "--days", "6", "--language", "zh-CN", "--now", "2026-03-11T10:00:00+08:00", "--database", bot.File];

        var (code, output) = await ServerProcess.RunAsync(verb);

        Assert.True(code == 0, output);
        Assert.Contains("3月16日 周一 10:00\t赵磊\tstalled\t", output, StringComparison.Ordinal);
        Assert.Contains("没有发送，也没有改动任何数据", output, StringComparison.Ordinal);
        Assert.Equal(0, await bot.Look(db => db.Findings.CountAsync()) + await bot.Look(db => db.Outbox.CountAsync()));
        Assert.Equal(output, (await ServerProcess.RunAsync(verb)).Output);
    }

    [Fact]
    public async Task What_cannot_be_rehearsed_is_refused()
    {
        Assert.Equal(2, (await ServerProcess.RunAsync(["rehearse", "--days", "0", "--database", "none.db"])).ExitCode);
        Assert.Equal(2, (await ServerProcess.RunAsync(["rehearse", "--days", "2", "--database", "/no/such.db"])).ExitCode);
        var (code, output) = await ServerProcess.RunAsync(["rehearse", "--days", "2", "--language", "en", "--database", "Host=nowhere"]);
        Assert.Equal(2, code);
        Assert.Contains("SQLite databases only", output, StringComparison.Ordinal);
    }
}
