using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Process;

namespace SalesBot.Tests.Talking.AtRandom;

/// <summary>What holds after each step, whatever happened. What has been looked at in a story is remembered from step to step.</summary>
internal sealed class Invariants
{
    private readonly Dictionary<string, (string About, decimal? Deal)> decidedAbout = new(StringComparer.Ordinal);
    private static readonly string[] Deciding = ["approve", "reject", "return_for_changes"];
    private readonly HashSet<string> seenMoves = new(StringComparer.Ordinal);

    /// <summary>Moves that the company came with are no business of the story.</summary>
    public async Task BeginAsync(TestBot bot) => seenMoves.UnionWith(await bot.Look(db => db.StageChanges.Select(c => c.Key).ToListAsync()));

    public async Task HoldAsync(TestBot bot)
    {
        await using var db = bot.Open();
        await OneDecisionEachAsync(db);
        await OneTransitionEachAsync(db);
        await GatesAsync(db);
        await BoundAsync(db);
        await MoneyAsync(db);
    }

    /// <summary>By the trail an approval is decided once, and what was decided is never open again.</summary>
    private static async Task OneDecisionEachAsync(SalesDb db)
    {
        var changes = (await db.Audit.AsNoTracking().Where(a => !a.Refused).OrderBy(a => a.Id).Select(a => a.Changes).ToListAsync()).SelectMany(ChangeLog.FromJson)
            .Where(c => c is { Record: nameof(Approval), Kind: ChangeKind.Changed }).SelectMany(c => c.Fields.Where(f => f.Field == nameof(Approval.Status)).Select(f => (c.Key, Before: Status(f.Before), After: Status(f.After))));
        foreach (var approval in changes.GroupBy(c => c.Key, StringComparer.Ordinal))
        {
            Assert.True(approval.Count(c => IsDecision(c.After) && c.Before == ApprovalStatus.Pending) <= 1, $"approval {approval.Key} was decided twice: {string.Join(", ", approval)}");
            Assert.DoesNotContain(approval, c => IsDecision(c.Before) && (c.After == ApprovalStatus.Pending || IsDecision(c.After)));
        }
    }

    /// <summary>
    /// An act that decides moves one approval on, and no deal along its ladder; approving small ones in one go is several decisions by its name. What is decided may
    /// change what another one was to decide about (an amount that goes back, of a contract in review): that becomes void.
    /// </summary>
    private static async Task OneTransitionEachAsync(SalesDb db)
    {
        var decisions = await db.Audit.AsNoTracking().Where(a => !a.Refused && Deciding.Contains(a.Command)).Select(a => new { a.Command, a.Changes }).ToListAsync();
        foreach (var decision in decisions)
        {
            var fields = ChangeLog.FromJson(decision.Changes).Where(c => c.Kind == ChangeKind.Changed).SelectMany(c => c.Fields.Select(f => (c.Record, c.Key, f.Field, f.After))).ToList();
            var voided = fields.Where(f => f is { Record: nameof(Approval), Field: nameof(Approval.Status) } && Status(f.After) == ApprovalStatus.Void).Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
            var decided = fields.Where(f => f is { Record: nameof(Approval), Field: nameof(Approval.Status) or nameof(Approval.Step) }).Select(f => f.Key).Distinct(StringComparer.Ordinal).Where(key => !voided.Contains(key)).ToList();
            Assert.True(decided.Count <= 1, $"{decision.Command} moved {string.Join(", ", decided)} on: {decision.Changes}");
            Assert.False(fields.Exists(f => f is { Record: nameof(Deal), Field: nameof(Deal.Stage) or nameof(Deal.Status) }), $"{decision.Command} moved a deal: {decision.Changes}");
        }
    }

    /// <summary>A deal that moved on has what the stages that it left want, or a manager's word for it stands beside the move.</summary>
    private async Task GatesAsync(SalesDb db)
    {
        var process = await SalesProcess.LoadAsync(db, CancellationToken.None);
        var moves = await db.StageChanges.AsNoTracking().Include(c => c.Deal.Customer).Include(c => c.By).OrderBy(c => c.Id).ToListAsync();
        foreach (var move in moves.Where(c => c.From is not null && seenMoves.Add(c.Key)))
        {
            var (from, to) = (process.PlaceOf(move.From!), process.PlaceOf(move.To));
            if (to <= from || from < 0)
            {
                continue;
            }

            Assert.True(to == from + 1 || move.Overridden.Contains("skip", StringComparer.Ordinal), $"{move.Deal.Name} went from {move.From} to {move.To}");
            Assert.True(move.Overridden.Count == 0 || (move.Reason is not null && move.By!.May(Permission.ManageTeam)), $"{move.Deal.Name} went from {move.From} to {move.To} without {string.Join(", ", move.Overridden)}, by {move.By?.Name}: {move.Reason}");
            var gate = await StageGate.CheckAsync(db, move.Deal, process.Stages.Skip(from).Take(to - from).SelectMany(s => s.Needs), CancellationToken.None);
            Assert.Empty(gate.Missing.Except(move.Overridden, StringComparer.Ordinal));
        }
    }

    /// <summary>
    /// An approval that still stands is of what was approved, and the deal has not been given another amount than that since. What is signed stays signed.
    /// </summary>
    private async Task BoundAsync(SalesDb db)
    {
        var standing = await db.Approvals.AsNoTracking().Include(a => a.Contract).Include(a => a.Quote).Include(a => a.Deal).Where(a => a.Status == ApprovalStatus.Approved && a.ContentHash != null).ToListAsync();
        foreach (var approval in standing.Where(a => a.Contract is { Status: not ContractStatus.Signed } || a.Quote is not null))
        {
            var (amount, content) = approval.Contract is { } contract ? (contract.Amount, $"{contract.Currency} {contract.Terms}") : (approval.Quote!.Amount, $"{approval.Quote.Currency} {approval.Quote.Discount:0.####} {approval.Quote.Terms}");
            var (about, deal) = ($"{amount:0.####} {content}", approval.Deal is { Status: DealStatus.Open } open ? open.Amount : null);
            (string About, decimal? Deal) decided = decidedAbout.TryAdd(approval.Key, (about, deal)) ? (about, deal) : decidedAbout[approval.Key];
            Assert.True(decided.About == about, $"approval {approval.Key} of “{decided.About}” stands for “{about}”");
            Assert.True(deal is null || deal == decided.Deal || deal == amount, $"approval {approval.Key} of {amount} stands though its deal went from {decided.Deal} to {deal}");
            decidedAbout[approval.Key] = (about, deal ?? decided.Deal);
        }
    }

    /// <summary>What came in is what is booked, no invoice has two contracts, and a plan makes up its contract.</summary>
    private static async Task MoneyAsync(SalesDb db)
    {
        var contracts = await db.Contracts.AsNoTracking().Include(c => c.Payments).ToListAsync();
        var booked = (await db.ReceivedPayments.AsNoTracking().ToListAsync()).ToLookup(p => p.ContractId, p => p.Amount);
        Assert.All(contracts, c => Assert.True(c.Paid == booked[c.Id].Sum() && c.Paid >= 0, $"{c.Title}: {c.Paid} paid, {booked[c.Id].Sum()} booked"));
        Assert.Empty(contracts.Where(c => c.InvoiceNumber is not null).GroupBy(c => c.InvoiceNumber, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).Select(g => g.Key));
        Assert.All(contracts.Where(c => c.Payments.Count > 0 && c.Status == ContractStatus.Signed), c => Assert.Equal(c.Amount, c.Payments.Sum(p => p.Amount)));
    }

    private static bool IsDecision(ApprovalStatus? status) => status is ApprovalStatus.Approved or ApprovalStatus.Returned or ApprovalStatus.Refused;

    private static ApprovalStatus? Status(string? json) => json is null ? null : (ApprovalStatus)JsonSerializer.Deserialize<int>(json);
}
