using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.Files;
using SalesBot.Tests.Databases;
using SalesBot.Tests.Talking;

namespace SalesBot.Tests.Approvals;

/// <summary>Opposite decisions at the same moment, over HTTP as clients send them.</summary>
public sealed class RaceTests
{
    private const int Pairs = 200;

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_hundred_pairs_of_opposite_decisions_each_ends_in_one_of_which_both_are_told(Store store)
    {
        await using var service = await WebService.StartAsync(await CompanyAsync(store));
        var (legal, head, rep) = (await service.AsAsync("郑文"), await service.AsAsync("何建国"), await service.AsAsync("赵磊"));
        await Task.WhenAll(legal.Says("帮助"), head.Says("帮助"), rep.Says("帮助"));
        var outcomes = new List<(string First, string Second)>();
        for (var i = 0; i < Pairs; i++)
        {
            var key = Key(i);
            await Task.WhenAll(Task.Run(() => legal.Forges("approve", ("approval_id", key))), Task.Run(() => head.Forges("reject", ("approval_id", key), ("reason", "毛利太低"))));
            outcomes.Add((legal.Last, head.Last));
        }

        await using var db = service.Open();
        var decided = await db.Approvals.AsNoTracking().Include(a => a.DecidedBy).Include(a => a.Contract).OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(Pairs, decided.Count);
        foreach (var (approval, (ofLegal, ofHead)) in decided.Zip(outcomes))
        {
            var approved = approval.Status == ApprovalStatus.Approved;
            Assert.Equal(approved ? ("郑文", ContractStatus.Approved) : ("何建国", ContractStatus.Refused), (approval.DecidedBy!.Name, approval.Contract!.Status));
            var (winner, loser) = approved ? (ofLegal, ofHead) : (ofHead, ofLegal);
            Assert.Contains($"{approval.DecidedBy.Name} 已于", winner, StringComparison.Ordinal);
            Assert.DoesNotContain("没有再改动", winner, StringComparison.Ordinal);
            Assert.Contains($"{approval.DecidedBy.Name} 已先于", loser, StringComparison.Ordinal);
            Assert.Contains("没有再改动", loser, StringComparison.Ordinal);
        }

        Assert.Equal(Pairs, await db.Audit.CountAsync(a => !a.Refused && (a.Command == "approve" || a.Command == "reject")));
        Assert.Equal(Pairs, await db.Approvers.CountAsync(a => a.Voice != null));
    }

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"AR{i}");

    private static async Task<TestDatabase> CompanyAsync(Store store)
    {
        var database = await TestDatabase.CreateAsync(store);
        await using var services = new ServiceCollection().AddLogging().AddSalesBot(database.Connection, Path.Combine(AppContext.BaseDirectory, "cards"), new FileStore(Path.GetTempPath())).BuildServiceProvider();
        await using var db = services.GetRequiredService<Func<SalesDb>>()();
        TestCompany.Fill(db, TestBot.Start);
        await db.SaveChangesAsync();
        var people = await db.People.ToDictionaryAsync(p => p.Name, p => p.Id, StringComparer.Ordinal);
        var deal = await db.Deals.FirstAsync(d => d.Key == "D3");
        for (var i = 0; i < Pairs; i++)
        {
            var contract = new Contract { Key = "CR" + i, Title = $"合同 {i:000}", Amount = 1000 + i, DealId = deal.Id, Status = ContractStatus.InApproval, CreatedAt = TestBot.Start };
            var approval = new Approval { Key = Key(i), Contract = contract, DealId = deal.Id, SubmitterId = people["赵磊"], SubmittedAt = TestBot.Start, DueAt = TestBot.Start.AddHours(48), CreatedAt = TestBot.Start };
            foreach (var name in new[] { "郑文", "何建国" })
            {
                approval.Approvers.Add(new Approver { Key = $"VR{i}{name}", PersonId = people[name], AddedAt = TestBot.Start, CreatedAt = TestBot.Start });
            }

            db.Approvals.Add(approval);
        }

        await db.SaveChangesAsync();
        return database;
    }
}
