using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Tests.Cli;

namespace SalesBot.Tests.Import;

/// <summary>A broken file leaves the database as it was and names file, row and column.</summary>
public sealed class BrokenFileTests : IDisposable
{
    private const string Header = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n";
    private const string Good = "A1,Bob,GTX,Acme,Won,2016-10-20,2017-03-01,1054\n";
    private readonly string folder = Directory.CreateTempSubdirectory("salesbot-import").FullName;

    [Theory]
    [InlineData(Header + Good + "A2,Bob,GTX,Acme,Won,2016-10-20,2017-03-01,12x\n", "row 3, column “close_value”", "“12x” is not an amount")]
    [InlineData(Header + "A2,Bob,GTX,Acme,Won,2016-13-20,2017-03-01,12\n", "row 2, column “engage_date”", "“2016-13-20” is not a date")]
    [InlineData(Header + "A2,Bob,GTX,Acme,Wonky,2016-10-20,,\n", "row 2, column “deal_stage”", "“Wonky”")]
    [InlineData(Header + "A2,Bob,GTX\n", "row 2", "3 cells, the header 8")]
    [InlineData(Header + "A2,\"Bob,GTX,Acme,Won,2016-10-20,2017-03-01,12\n" + Good, "row 2", "cannot be read")]
    [InlineData("id,colour,shape\n1,red,round\n", "row 1", "looks like no export")]
    [InlineData("", "bad.csv", "empty")]
    public async Task Names_the_place_and_changes_nothing(string content, string place, string what) =>
        await RefusesAsync(Encoding.UTF8.GetBytes(content), "bad.csv", place, what);

    [Fact]
    public async Task Refuses_text_that_is_neither_utf_8_nor_a_chinese_spreadsheet() =>
        await RefusesAsync([.. Encoding.UTF8.GetBytes(Header), .. Encoding.Latin1.GetBytes("A2,Jörg,GTX,Acme,Won,2016-10-20,2017-03-01,12\n")], "latin.csv", "row 2", "save the file as UTF-8");

    [Fact]
    public async Task Refuses_fifty_megabytes_of_rubbish()
    {
        var rubbish = new byte[50_000_000];
        new Random(7).NextBytes(rubbish);
        await RefusesAsync(rubbish, "rubbish.csv", "rubbish.csv", "NUL");
        Array.Fill(rubbish, (byte)'x');
        await RefusesAsync(rubbish, "rubbish.csv", "rubbish.csv", "too long");
    }

    [Theory]
    [InlineData("rubbish.xlsx", "not an Excel workbook")]
    public async Task Refuses_what_only_calls_itself_a_workbook(string name, string what) => await RefusesAsync("no zip"u8.ToArray(), name, name, what);

    [Fact]
    public async Task A_contact_that_comes_again_with_another_phone_is_brought_up_to_date()
    {
        var path = Path.Combine(folder, "联系人.csv");
        foreach (var phone in new[] { "13800000001", "13800000002" })
        {
            await File.WriteAllTextAsync(path, $"姓名,客户名称,职务,手机\n周国平,东岭阀门,总监,{phone}\n");
            var (code, output) = await CommandLineRun.RunAsync("import", path, "--map", "wukong", "--database", Database);
            Assert.True(code == 0, output);
        }

        await using var db = Open();
        Assert.Equal("13800000002", (await db.Contacts.SingleAsync()).Phone);
    }

    [Fact]
    public async Task Refuses_a_file_that_is_not_there()
    {
        var (code, output) = await CommandLineRun.RunAsync("import", Path.Combine(folder, "nowhere.csv"), "--database", Database);
        Assert.Equal(1, code);
        Assert.Contains("there is no such file", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_chinese_spreadsheet_in_gb18030()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var path = Path.Combine(folder, "悟空.csv");
        await File.WriteAllBytesAsync(path, Encoding.GetEncoding("GB18030").GetBytes("商机名称,客户名称,商机阶段,商机金额,预计成交日期,负责人\n东岭MES,东岭阀门,谈判审核,\"680,000\",2026/4/12,赵磊\n"));

        var (code, output) = await CommandLineRun.RunAsync("import", path, "--database", Database);

        Assert.True(code == 0, output);
        await using var db = Open();
        var deal = await db.Deals.Include(d => d.Customer).Include(d => d.Owner).SingleAsync();
        Assert.Equal(("东岭MES", "东岭阀门", "赵磊", "negotiation", 680_000m, new DateOnly(2026, 4, 12)), (deal.Name, deal.Customer!.Name, deal.Owner.Name, deal.Stage, deal.Amount, deal.CloseDate));
    }

    [Theory]
    [InlineData("\"Opportunity Owner\";\"Account Name\";\"Opportunity Name\";\"Stage\";\"Amount\";\"Close Date\"\n\"Ann\";\"Acme\";\"Big one\";\"Negotiation/Review\";\"1.234,50\";\"19.06.2025\"\n", 1234.50)]
    [InlineData("Deal - ID,Deal - Title,Deal - Value,Deal - Stage,Deal - Owner,Deal - Organization,Deal - Expected close date\n1,Big one,\"£1,250.50\",Negotiation,Ann,Acme,2025-06-19\n", 1250.50)]
    [InlineData("Record ID,Deal Name,Deal Stage,Amount,Close Date,Deal owner,Associated Company\n1,Big one,contractsent,900,2025-06-19 00:00,Ann,Acme\n", 900)]
    [InlineData("Record Id,Deal Owner,Amount,Deal Name,Closing Date,Account Name,Stage\nzcrm_1,Ann,900,Big one,2025-06-19,Acme,Negotiation/Review\n", 900)]
    public async Task Knows_the_exports_of_other_systems(string content, double amount)
    {
        var path = Path.Combine(folder, "export.csv");
        await File.WriteAllTextAsync(path, content.Replace(",Negotiation,", ",Negotiation/Review,", StringComparison.Ordinal));

        var (code, output) = await CommandLineRun.RunAsync("import", path, "--database", Database);

        Assert.True(code == 0, output);
        await using var db = Open();
        var deal = await db.Deals.Include(d => d.Customer).Include(d => d.Owner).SingleAsync();
        Assert.Equal(("Big one", "Acme", "Ann", "negotiation", (decimal)amount, new DateOnly(2025, 6, 19)), (deal.Name, deal.Customer!.Name, deal.Owner.Name, deal.Stage, deal.Amount, deal.CloseDate));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private string Database => Path.Combine(folder, "x.db");

    private async Task RefusesAsync(byte[] content, string name, string place, string what)
    {
        var good = Path.Combine(folder, "good.csv");
        await File.WriteAllTextAsync(good, Header + Good);
        var bad = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(bad, content);

        var (code, output) = await CommandLineRun.RunAsync("import", good, bad, "--database", Database);

        Assert.Equal(1, code);
        Assert.Contains(place, output, StringComparison.Ordinal);
        Assert.Contains(what, output, StringComparison.Ordinal);
        await using var db = Open();
        Assert.False(await db.Deals.AnyAsync());
    }

    private SqliteSalesDb Open() => new(new DbContextOptionsBuilder<SqliteSalesDb>().UseSqlite($"Data Source={Database}").Options);
}
