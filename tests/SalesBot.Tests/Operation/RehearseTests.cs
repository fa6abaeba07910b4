using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Nudges;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Operation;

public sealed class RehearseTests
{
    /// <summary>As whoever's language nobody knows reads it in an English rehearsal.</summary>
    private const string Stall = "standing still|has not moved";

    [Fact]
    public async Task The_coming_nudges_are_printed_by_person_and_rule_and_nothing_changes()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        // Wednesday 10:00; the deals have stood for two days, so they are stalled from Monday 10:00 on, which the next morning tells.
        string[] verb = ["rehearse", "--days", "6", "--language", "zh-CN", "--now", "2026-03-11T10:00:00+08:00", "--database", bot.File];

        var (code, output) = await ServerProcess.RunAsync(verb);

        Assert.True(code == 0, output);
        Assert.Contains("3月17日 周二 09:00\t赵磊\tstalled\t", output, StringComparison.Ordinal);
        Assert.Contains("没有发送，也没有改动任何数据", output, StringComparison.Ordinal);
        Assert.Equal(0, await bot.Look(db => db.Findings.CountAsync()) + await bot.Look(db => db.Outbox.CountAsync()));
        Assert.Equal(output, (await ServerProcess.RunAsync(verb)).Output);
    }

    [Fact]
    public async Task At_whatever_minute_it_begins_the_mornings_are_those_of_the_people()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);

        var (code, output) = await ServerProcess.RunAsync(["rehearse", "--days", "7", "--language", "zh-CN", "--now", "2026-03-11T10:07:00+08:00", "--database", bot.File]);

        Assert.True(code == 0, output);
        Assert.Contains("3月17日 周二 09:00\t赵磊\tstalled\t", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AL_04_rules_are_tried_before_anybody_lays_them_down_and_unknown_ones_are_refused()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        Task<(int ExitCode, string Output)> With(params string[] rules) =>
            ServerProcess.RunAsync(["rehearse", "--days", "6", "--language", "en", "--now", "2026-03-11T10:00:00+08:00", "--database", bot.File, .. rules.SelectMany(r => new[] { "--rule", r })]);

        Assert.DoesNotMatch(Stall, (await With("stalled=9")).Output);
        var english = (await With("stalled=4", "budget=2")).Output;
        Assert.Matches(Stall, english);
        Assert.DoesNotContain("停滞", english, StringComparison.Ordinal);
        Assert.DoesNotMatch(Stall, (await With("stalled=off")).Output);
        foreach (var (bad, says) in new[] { ("sleepy=3", "there is no rule"), ("stalled=0", "1 to 365"), ("budget=many", "1 to 50"), ("escalated=off", "cannot be turned off"), ("cadence=5", "cadence.A=10"), ("stalled=soon", "a value is"), ("silent", "a value is") })
        {
            var (code, output) = await With(bad);
            Assert.True(code == 2 && output.Contains(says, StringComparison.Ordinal), $"{bad}: {code} {output}");
        }

        Assert.Equal(1, await bot.Look(db => db.Definitions.CountAsync()));
    }

    [Fact]
    public async Task A_database_that_somebody_has_locked_is_waited_for()
    {
        var folder = Directory.CreateTempSubdirectory("salesbot-rehearse-").FullName;
        await using var holder = new SqliteConnection($"Data Source={Path.Combine(folder, "held.db")};Pooling=False");
        await holder.OpenAsync();
        await RunAsync(holder, "PRAGMA journal_mode = WAL; CREATE TABLE held (a); PRAGMA locking_mode = EXCLUSIVE; INSERT INTO held VALUES (1)");

        var run = ServerProcess.RunAsync(["rehearse", "--days", "2", "--now", "2026-03-11T10:00:00+08:00", "--database", holder.DataSource]);
        await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(4)));
        Assert.False(run.IsCompleted, run.IsCompleted ? (await run).Output : "");
        await RunAsync(holder, "PRAGMA locking_mode = NORMAL; SELECT a FROM held");

        var (code, output) = await run;
        Assert.True(code == 0, output);
        await holder.CloseAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task Approvals_move_on_in_a_rehearsal_as_they_will_and_every_line_can_be_read()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));

        var (code, output) = await ServerProcess.RunAsync(["rehearse", "--days", "1", "--lines", "--language", "zh-CN", "--now", "2026-03-12T15:00:00+08:00", "--database", bot.File]);

        Assert.True(code == 0, output);
        Assert.Contains("3月13日 周五 10:00\t何建国\tapproval\t", output, StringComparison.Ordinal);
        Assert.Contains("\t合同审批 · 凌云电缆能耗", output, StringComparison.Ordinal);
        Assert.Contains("\t[批准]", output, StringComparison.Ordinal);
        Assert.Equal(0, await bot.Look(db => db.Approvals.Select(a => a.Level).SingleAsync()));
    }

    [Fact]
    public async Task The_whole_list_is_in_the_language_that_was_asked_for_whatever_its_readers_speak()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        await bot.As("赵磊").Says("你好");
        await bot.Look(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, "zh-CN")));
        await bot.StandStillAsync(9, "D1");

        var (code, output) = await ServerProcess.RunAsync(["rehearse", "--days", "1", "--lines", "--language", "en", "--now", "2026-03-11T10:00:00+08:00", "--database", bot.File]);

        Assert.True(code == 0, output);
        Assert.Matches("Wed 11 Mar 10:00\tRay Zhao\tstalled\t东岭阀门MES has not moved for 9 days\n", output.ReplaceLineEndings("\n"));
        Assert.Contains("\tNext step: [", output, StringComparison.Ordinal);
        Assert.DoesNotContain("停滞", output, StringComparison.Ordinal);
        Assert.Equal("zh-CN", await bot.Look(db => db.People.Select(p => p.Language).Distinct().SingleAsync()));
    }

    [PostgresFact]
    public async Task On_PostgreSQL_it_is_the_same_and_nothing_changes()
    {
        var outputs = new List<string>();
        foreach (var store in new[] { Store.Sqlite, Store.Postgres })
        {
            await using var bot = await TestBot.StartAsync(store);
            await bot.As("赵磊").Forges("submit_contract", ("deal", "D3"));
            await bot.As("赵磊").Says("提醒我明天下午4点给王总发报价");
            var before = await bot.Look(db => db.Audit.CountAsync());

            var (code, output) = await ServerProcess.RunAsync(["rehearse", "--days", "1", "--lines", "--language", "zh-CN", "--now", "2026-03-12T15:00:00+08:00", "--database", bot.File]);

            Assert.True(code == 0, output);
            Assert.Equal((before, 0), (await bot.Look(db => db.Audit.CountAsync()), await bot.Look(db => db.Findings.CountAsync())));
            outputs.Add(output);
        }

        Assert.Contains("何建国\tapproval\t", outputs[0], StringComparison.Ordinal);
        Assert.Contains("赵磊\tdue_soon\t", outputs[0], StringComparison.Ordinal);
        Assert.Equal(outputs[0], outputs[1]);
    }

    [Fact]
    public async Task What_cannot_be_rehearsed_is_refused()
    {
        Assert.Equal(2, (await ServerProcess.RunAsync(["rehearse", "--days", "0", "--database", "none.db"])).ExitCode);
        Assert.Equal(2, (await ServerProcess.RunAsync(["rehearse", "--days", "2", "--database", "/no/such.db"])).ExitCode);
        var (code, output) = await ServerProcess.RunAsync(["rehearse", "--days", "2", "--language", "en", "--database", "Host=127.0.0.1;Port=1;Database=none"]);
        Assert.Equal(2, code);
        Assert.Contains("cannot be reached", output, StringComparison.Ordinal);
    }
}
