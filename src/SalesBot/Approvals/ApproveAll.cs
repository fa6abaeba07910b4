using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals.Flows;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// Approves what waits for one in one go, small ones only (<see cref="FlowBook.BulkLimit"/>), after they were listed; the others are to be opened one
/// by one. Each is looked at again when it is confirmed: what has changed or was decided meanwhile is left alone.
/// </summary>
internal sealed class ApproveAll : Command
{
    /// <summary>In one go: more is no looking at all.</summary>
    private const int Most = 20;

    public override CommandSpec Spec { get; } = new("approve_all", Permission.Decide) { Undoable = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var waiting = await Seating.PutBefore(act, act.Db.Approvals.Where(a => a.Status == ApprovalStatus.Pending)).OrderBy(a => a.DueAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return Act.Say("Approvals.none.waiting");
        }

        var limit = await LimitAsync(act, cancellationToken);
        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, waiting, act.Now, cancellationToken);
        var small = facts.Where(f => Sum(f.Approval) is { Currency: FlowBook.BulkCurrency, Amount: { } amount } && amount <= limit).Take(Most).ToList();
        return act.Slots.Flag("confirm") == true ? await DoneAsync(act, small, cancellationToken) : Ask(facts, small, limit);
    }

    /// <summary>What is said may be less than the rule allows, never more; a sum in another currency takes none in.</summary>
    private static async Task<decimal> LimitAsync(Act act, CancellationToken cancellationToken)
    {
        var rule = (await FlowBook.LoadAsync(act.Db, cancellationToken)).Book.BulkLimit;
        return (act.Slots.Number("max_amount") ?? act.Slots.Number("amount")) is { } said && act.Slots.Text("currency") is null or FlowBook.BulkCurrency ? Math.Min(rule, said) : rule;
    }

    private static Reply Ask(IReadOnlyList<ApprovalFacts> all, IReadOnlyList<ApprovalFacts> small, decimal limit)
    {
        var large = all.Except(small).ToList();
        Word text = small.Count == 0 ? new("Bulk.none", new Money(limit, FlowBook.BulkCurrency)) : new("Bulk.ask", small.Count, new Money(limit, FlowBook.BulkCurrency));
        var bound = new Slots { ["max_amount"] = limit.ToString(System.Globalization.CultureInfo.InvariantCulture), ["confirm"] = "true", ["approvals"] = string.Join(',', small.Select(Bound)) };
        Button[] buttons = small.Count == 0 ? [] : [new Button("Button.approve_all", "approve_all", bound, "positive"), new Button("Button.cancel", "cancel")];
        var rows = small.Select(f => Row(f, "Bulk.row")).Concat(large.Select(f => Row(f, "Bulk.row_large"))).ToList();
        return new Reply(new View("list", new { Title = text, Subtitle = large.Count == 0 ? null : new Word("Bulk.large", large.Count), Rows = rows, Buttons = buttons }, text));
    }

    /// <summary>Only those that were listed, as they were listed.</summary>
    private async Task<Reply> DoneAsync(Act act, IReadOnlyList<ApprovalFacts> small, CancellationToken cancellationToken)
    {
        var listed = (act.Slots.Text("approvals") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(Most).ToList();
        await NoteAsync(act, listed, cancellationToken);
        var (done, notices, refreshes) = (new List<Word>(), new List<Notice>(), new List<Refresh>());
        foreach (var facts in small.Where(f => listed.Contains(Bound(f), StringComparer.Ordinal)))
        {
            if ((await ApprovalContent.OfAsync(act.Db, facts.Approval, cancellationToken)).Hash is var hash && facts.Approval.ContentHash is { } bound && bound != hash)
            {
                continue;
            }

            var reply = Decision.Speak(act, facts, ApprovalStatus.Approved, null);
            done.Add(new Word("Approval.title", facts.Approval.Kind, facts.Name));
            notices.AddRange(reply.Notices);
            refreshes.AddRange(reply.Refreshes);
        }

        Word text = done.Count == 0 ? "Bulk.nothing_left" : done.Count < listed.Count ? new Word("Bulk.done_some", done.Count, listed.Count - done.Count, done) : new Word("Bulk.done", done.Count, done);
        return Act.Say(text) with { InPlace = true, Notices = notices, Refreshes = refreshes, Focus = act.Focus.Settled() with { Approval = null } };
    }

    /// <summary>What no list offers, of a kind that is never one of many or of somebody else's, is left alone; that it was tried is kept.</summary>
    private async Task NoteAsync(Act act, IReadOnlyList<string> listed, CancellationToken cancellationToken)
    {
        var (keys, me) = (listed.Select(bound => bound.Split(':')[0]).ToList(), act.Me.Id);
        if (await act.Db.Approvals.AnyAsync(a => keys.Contains(a.Key) && (!KindRule.Bulk.Contains(a.Kind) || !a.Approvers.Any(p => p.PersonId == me)), cancellationToken))
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
        }
    }

    /// <summary>An amount review is never one of many.</summary>
    private static Money? Sum(Approval approval) => approval switch
    {
        { Kind: ApprovalKind.Contract, Contract: { } contract } => new Money(contract.Amount, contract.Currency),
        { Kind: ApprovalKind.Quote, Quote: { } quote } => new Money(quote.Amount, quote.Currency),
        _ => null,
    };

    private static string Bound(ApprovalFacts facts) => facts.Approval.Key + ":" + (facts.Approval.ContentHash ?? "")[..Math.Min(12, facts.Approval.ContentHash?.Length ?? 0)];

    private static object Row(ApprovalFacts facts, string second) => new
    {
        Main = new Word("Approval.title", facts.Approval.Kind, facts.Name),
        Second = new Word(second, facts.Seating.Org.Find(facts.Approval.SubmitterId)),
        Value = Sum(facts.Approval),
        Open = new Button("Button.open", "show_approval", new Slots { ["approval_id"] = facts.Approval.Key }),
    };
}
