using Microsoft.EntityFrameworkCore;
using SalesBot.Deals;
using SalesBot.Tests.Cli;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Import;

/// <summary>What people changed in the bot is theirs: neither a second import nor an undo of one takes it away.</summary>
public sealed class PeoplesEditsTests : IDisposable
{
    private const string First = "A1,Bob,GTX,Acme,Won,2016-10-20,2017-03-01,1054\n";
    private const string Second = "A1,Ann,GTX,Acme,Won,2016-10-20,2017-03-01,2000\n";
    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-import").FullName;

    [Fact]
    public async Task A_field_that_somebody_changed_is_kept_and_reported_and_the_others_are_brought_up_to_date()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        await ImportAsync(bot, First);
        await CorrectAsync(bot, "1100");

        var report = await ImportAsync(bot, Second);

        Assert.Contains("1 edit made in the bot differs from the file and was kept", report, StringComparison.Ordinal);
        Assert.Equal((1100m, "Ann"), await StateAsync(bot));
    }

    [Fact]
    public async Task An_edit_that_was_undone_is_none()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        await ImportAsync(bot, First);
        await CorrectAsync(bot, "1100");
        await bot.As("管理员").Presses("撤销");

        var report = await ImportAsync(bot, Second);

        Assert.DoesNotContain("kept", report, StringComparison.Ordinal);
        Assert.Equal((2000m, "Ann"), await StateAsync(bot));
    }

    [Fact]
    public async Task A_stage_that_somebody_moved_is_kept_with_all_that_belongs_to_it()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        await ImportAsync(bot, First);
        await bot.As("管理员").Forges("move_stage", ("deal", await KeyAsync(bot)), ("stage", "negotiation"), ("reason", "重谈"));

        await ImportAsync(bot, "A1,Bob,GTX,Acme,Lost,2016-10-20,2017-03-01,\n");

        Assert.Equal(("negotiation", DealStatus.Open, null), await bot.Look(db => db.Deals.Where(d => d.Name.StartsWith("Acme")).Select(d => new ValueTuple<string, DealStatus, DateTimeOffset?>(d.Stage, d.Status, d.ClosedAt)).SingleAsync()));
    }

    [Theory]
    [InlineData(null, 1054, "1 put back")]
    [InlineData("2100", 2100, "1 change stays")]
    public async Task Undo_of_an_import_puts_back_what_it_updated_where_nobody_changed_it_since(string? corrected, int amount, string said)
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        await ImportAsync(bot, First);
        var id = (await ImportAsync(bot, Second)).Trim().Split(' ')[^1];
        if (corrected is not null)
        {
            await CorrectAsync(bot, corrected);
        }

        var (code, output) = await CommandLineRun.RunAsync("import", "--undo", id, "--database", bot.File);

        Assert.Equal(0, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Equal((amount, "Bob"), await StateAsync(bot));
        Assert.Contains("1 updated", await ImportAsync(bot, Second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entities_file_leaves_edits_alone_too()
    {
        await using var bot = await TestBot.StartAsync(Store.Sqlite);
        await bot.As("王芳").Forges("update_amount", ("deal", "D1"), ("amount", "700000"));
        var file = Path.Combine(folder, "deals.json");
        await File.WriteAllTextAsync(file, """{ "deals": [ { "id": "D1", "amount": 1, "close_date": "2026-07-01" } ] }""");

        var (code, output) = await CommandLineRun.RunAsync("import", file, "--database", bot.File);

        Assert.True(code == 0, output);
        Assert.Contains("1 edit made in the bot", output, StringComparison.Ordinal);
        Assert.Equal((700_000m, new DateOnly(2026, 7, 1)), await bot.Look(db => db.Deals.Where(d => d.Key == "D1").Select(d => new ValueTuple<decimal, DateOnly>(d.Amount!.Value, d.CloseDate!.Value)).SingleAsync()));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task CorrectAsync(TestBot bot, string amount) =>
        (await bot.As("管理员").Forges("update_amount", ("deal", await KeyAsync(bot)), ("amount", amount))).Hears("已更正赢单金额");

    private static Task<string> KeyAsync(TestBot bot) => bot.Look(db => db.Deals.Where(d => d.Name.StartsWith("Acme")).Select(d => d.Key).SingleAsync());

    private static Task<(decimal, string)> StateAsync(TestBot bot) =>
        bot.Look(db => db.Deals.Where(d => d.Name.StartsWith("Acme")).Select(d => new ValueTuple<decimal, string>(d.Amount!.Value, d.Owner.Name)).SingleAsync());

    private async Task<string> ImportAsync(TestBot bot, string rows)
    {
        var path = Path.Combine(folder, "pipeline.csv");
        await File.WriteAllTextAsync(path, "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n" + rows);
        var (code, output) = await CommandLineRun.RunAsync("import", path, "--database", bot.File);
        Assert.True(code == 0, output);
        return output;
    }
}
