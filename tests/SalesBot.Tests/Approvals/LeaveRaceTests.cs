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

/// <summary>An approver on leave and their stand-in decide at the same moment, and an approver presses while the submitter submits another sum, over HTTP.</summary>
public sealed class LeaveRaceTests
{
    private const int Pairs = 30;

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_an_approver_on_leave_and_their_stand_in_one_decides_and_the_other_hears_who(Store store)
    {
        await using var service = await WebService.StartAsync(await CompanyAsync(store));
        var (legal, other, rep) = (await service.AsAsync("郑文"), await service.AsAsync("吴敏"), await service.AsAsync("赵磊"));
        await Task.WhenAll(legal.Says("帮助"), other.Says("帮助"), rep.Says("帮助"));
        await legal.Forges("delegate_approval", ("person", "P7"), ("date", "2026-03-20"));
        var outcomes = new List<(string First, string Second)>();
        for (var i = 0; i < Pairs; i++)
        {
            var key = (await SubmitAsync(service, rep, i)).Key;
            await Task.WhenAll(Task.Run(() => legal.Forges("approve", ("approval_id", key))), Task.Run(() => other.Forges("reject", ("approval_id", key), ("reason", "毛利太低"))));
            outcomes.Add((legal.Last, other.Last));
        }

        await using var db = service.Open();
        var decided = await db.Approvals.AsNoTracking().Include(a => a.DecidedBy).Include(a => a.Contract).OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(Pairs, decided.Count);
        foreach (var (approval, (ofLegal, ofOther)) in decided.Zip(outcomes))
        {
            var approved = approval.Status == ApprovalStatus.Approved;
            Assert.Equal(approved ? ("郑文", ContractStatus.Approved) : ("吴敏", ContractStatus.Refused), (approval.DecidedBy!.Name, approval.Contract!.Status));
            Assert.DoesNotContain("没有再改动", approved ? ofLegal : ofOther, StringComparison.Ordinal);
            var loser = approved ? ofOther : ofLegal;
            Assert.Contains("没有再改动", loser, StringComparison.Ordinal);
            Assert.Contains(approved ? "郑文 已" : "吴敏（代 郑文） 已", loser, StringComparison.Ordinal);
        }

        Assert.Equal(Pairs, await db.Audit.CountAsync(a => !a.Refused && (a.Command == "approve" || a.Command == "reject")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_decision_is_never_on_another_sum_than_was_seen_however_the_submitter_resubmits_meanwhile(Store store)
    {
        await using var service = await WebService.StartAsync(await CompanyAsync(store));
        var (legal, rep) = (await service.AsAsync("郑文"), await service.AsAsync("赵磊"));
        await Task.WhenAll(legal.Says("帮助"), rep.Says("帮助"));
        var decidedFirst = 0;
        for (var i = 0; i < Pairs; i++)
        {
            var seen = await SubmitAsync(service, rep, i);
            await rep.Forges("submit_contract", ("deal", "D3"), ("contract", seen.Contract!.Key), ("amount", "5000"));
            var again = rep.LastMessages[0].Buttons.First(b => b.Title.StartsWith("撤回，改按", StringComparison.Ordinal)).Data;
            await Task.WhenAll(
                Task.Run(() => legal.Forges("approve", ("approval_id", seen.Key), ("hash", seen.ContentHash![..12]))),
                Task.Run(() => rep.Forges("submit_contract", [.. again.Where(d => d.Key != "verb").Select(d => (d.Key, d.Value))])));

            await using var db = service.Open();
            var contract = await db.Contracts.AsNoTracking().SingleAsync(c => c.Id == seen.ContractId);
            var all = await db.Approvals.AsNoTracking().Where(a => a.ContractId == seen.ContractId).OrderBy(a => a.Id).ToListAsync();
            if (all is [{ Status: ApprovalStatus.Approved }])
            {
                decidedFirst++;
                Assert.Equal((ContractStatus.Approved, 1000m + i), (contract.Status, contract.Amount));
                Assert.Contains("郑文", rep.Last, StringComparison.Ordinal);
                Assert.DoesNotContain("没有再改动", legal.Last, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal([ApprovalStatus.Withdrawn, ApprovalStatus.Pending], all.ConvertAll(a => a.Status));
                Assert.Equal((ContractStatus.InApproval, 5000m), (contract.Status, contract.Amount));
                Assert.Contains("撤回", legal.Last, StringComparison.Ordinal);
            }
        }

        await using var last = service.Open();
        Assert.Equal(decidedFirst, await last.Approvers.CountAsync(a => a.Voice != null));
    }

    private static async Task<Approval> SubmitAsync(WebService service, Talk rep, int i)
    {
        await rep.Forges("submit_contract", ("deal", "D3"), ("contract_text", string.Create(CultureInfo.InvariantCulture, $"合同 {i:000}")), ("amount", (1000 + i).ToString(CultureInfo.InvariantCulture)));
        await using var db = service.Open();
        return await db.Approvals.AsNoTracking().Include(a => a.Contract).OrderByDescending(a => a.Id).FirstAsync();
    }

    private static async Task<TestDatabase> CompanyAsync(Store store)
    {
        var database = await TestDatabase.CreateAsync(store);
        await using var services = new ServiceCollection().AddLogging().AddSalesBot(database.Connection, Path.Combine(AppContext.BaseDirectory, "cards"), new FileStore(Path.GetTempPath())).BuildServiceProvider();
        await using var db = services.GetRequiredService<Func<SalesDb>>()();
        TestCompany.Fill(db, TestBot.Start);
        await db.SaveChangesAsync();
        return database;
    }
}
