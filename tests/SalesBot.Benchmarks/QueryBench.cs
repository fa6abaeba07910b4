using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;

namespace SalesBot.Benchmarks;

/// <summary>Reading among a million deals through the product, against SQL by hand on the same file.</summary>
internal static class QueryBench
{
    private const string Page = """
        SELECT d.*, p.* FROM Deals d JOIN People p ON p.Id = d.OwnerId WHERE d.OwnerId = $me AND d.Status = 'Open' ORDER BY d.CloseDate, d.Id LIMIT 20
        """;

    private const string Totals = "SELECT Currency, count(*), sum(Amount) FROM Deals WHERE OwnerId = $me AND Status = 'Open' GROUP BY Currency";

    public static async Task ListAsync(ScratchFolder folder, bool quick)
    {
        await using var product = await OverAsync(folder, quick);
        var (open, commands, orgs) = (product.Get<Func<Data.SalesDb>>(), product.Get<CommandTable>(), product.Get<OrgCache>());
        var command = commands.Find("query_deals")!;
        long me;
        await using (var db = open())
        {
            me = (await orgs.GetAsync(db, Company.Now, CancellationToken.None)).Find(Company.SellerKey(7))!.Id;
        }

        async Task<Reply> AskAsync()
        {
            await using var db = open();
            var org = await orgs.GetAsync(db, Company.Now, CancellationToken.None);
            var frame = new Frame("query_deals") { Slots = new Slots { ["scope"] = "mine", ["limit"] = "20" } };
            return await command.RunAsync(new Act(db, org, org.Find(me)!, frame, Company.Now, new Focus()), CancellationToken.None);
        }

        Versus.Head("list: my open deals, first 20, with how many there are and what they add up to", "query_deals", "by hand");
        await Versus.CostAsync("against totals and page by hand", AskAsync, () => Task.FromResult(product.Read(Totals, ("$me", me)) + product.Read(Page, ("$me", me))), quick ? 3 : 7, 20, 3);
        await Versus.CostAsync("against the page alone", AskAsync, () => Task.FromResult(product.Read(Page, ("$me", me))), quick ? 3 : 7, 20);
    }

    public static async Task PipelineAsync(ScratchFolder folder, bool quick)
    {
        await using var product = await OverAsync(folder, quick);

        async Task<int> StagesAsync()
        {
            await using var db = product.Open();
            var rows = await db.Deals.Where(d => d.Status == DealStatus.Open).GroupBy(d => new { d.Stage, d.Currency }).Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(d => d.Amount) }).ToListAsync();
            return rows.Count;
        }

        Versus.Head("pipeline: number and sum of open deals by stage and currency", "EF Core", "by hand");
        await Versus.CostAsync("against one GROUP BY", StagesAsync, () => Task.FromResult(product.Read("SELECT Stage, Currency, count(*), sum(Amount) FROM Deals WHERE Status = 'Open' GROUP BY Stage, Currency")), quick ? 3 : 5, 1, 1.2);
    }

    private static async Task<Product> OverAsync(ScratchFolder folder, bool quick)
    {
        var deals = quick ? 100_000 : 1_000_000;
        var file = folder.Path($"deals{deals}.db");
        if (!File.Exists(file))
        {
            await new Company(deals / 10, deals).FillAsync(file);
        }

        Console.WriteLine($"\n{deals:N0} deals of {Company.Sellers} sellers");
        return new Product(file);
    }
}
