using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>
/// Asks those who have it to decide: the submitter, or a colleague who sees the submitter's work; each approval once a day. Whoever is urged about
/// several gets one message, in their working hours.
/// </summary>
internal sealed class UrgeApproval : Command
{
    private static readonly TimeSpan Again = TimeSpan.FromHours(24);

    public override CommandSpec Spec { get; } = new("urge_approval", Permission.Member) { Undoable = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Frame.Ref("approval_id") is null && act.Slots.Text("approval_id") is not null)
        {
            return Act.Say("Urge.none", "Suggest.approvals");
        }

        if (act.Frame.Ref("approval_id") is { } named && await act.Db.Approvals.AnyAsync(a => a.Key == named && !KindRule.Urged.Contains(a.Kind), cancellationToken))
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say("KindRule.urge_approval");
        }

        act = await InViewAsync(act, cancellationToken);
        var waiting = await act.Db.Approvals.VisibleTo(act.Viewer).Where(a => a.Status == ApprovalStatus.Pending && KindRule.Urged.Contains(a.Kind)).Where(Meant(act)).OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var all = (await ApprovalFacts.LoadAsync(act.Db, act.Org, waiting, act.Now, cancellationToken)).Where(f => IsWith(act, f)).ToList();
        if (all.Count == 0)
        {
            return Act.Say("Urge.none", "Suggest.approvals");
        }

        if (act.Frame.Leans && all.Count > 1)
        {
            return await Question.WhichAsync(act, [.. all.Select(f => f.Approval.Key)], cancellationToken);
        }

        var fresh = all.Where(f => f.Approval.UrgedAt is not { } urged || act.Now - urged >= Again).ToList();
        var words = all.Select(f => Say(act, f, fresh.Contains(f))).ToList();
        fresh.ForEach(f => f.Approval.UrgedAt = act.Now);
        var notices = fresh.SelectMany(f => Whom(act, f).Select(p => (Person: p, Facts: f))).GroupBy(p => p.Person.Id).Select(p => Urging(act, p.First().Person, [.. p.Select(one => one.Facts)]));
        return Act.Say(words.Count == 1 ? words[0] : new Word("Urge.all", words)) with
        {
            Notices = [.. notices],
            Focus = waiting.Count == 1 ? act.Focus.Settled() with { Approval = waiting[0].Key } : act.Focus.Settled(),
        };
    }

    /// <summary>“催一下” means what is on screen, where something of it waits: the approval, else the deal.</summary>
    private static async Task<Act> InViewAsync(Act act, CancellationToken cancellationToken)
    {
        if (!act.Frame.Leans || act.Frame.Refs.Count > 0)
        {
            return act;
        }

        var (approval, deal) = (act.Focus.Approval, act.Focus.Deal);
        var open = act.Db.Approvals.VisibleTo(act.Viewer).Where(a => a.Status == ApprovalStatus.Pending && KindRule.Urged.Contains(a.Kind));
        return approval is not null && await open.AnyAsync(a => a.Key == approval, cancellationToken) ? act.With("approval_id", approval)
            : deal is not null && await open.AnyAsync(a => a.Deal!.Key == deal || a.Contract!.Deal!.Key == deal, cancellationToken) ? act.With("deal", deal) : act;
    }

    /// <summary>What is named; nothing named: what one submitted oneself.</summary>
    private static System.Linq.Expressions.Expression<Func<Approval, bool>> Meant(Act act)
    {
        var (key, deal, customer, contract, me) = (act.Frame.Ref("approval_id"), act.Frame.Ref("deal"), act.Frame.Ref("customer"), act.Frame.Ref("contract"), act.Me.Id);
        var named = (key ?? deal ?? customer ?? contract ?? act.Frame.Ref("person")) is not null;
        return a => (named || a.SubmitterId == me) && (key == null || a.Key == key) && (contract == null || a.Contract!.Key == contract)
            && (deal == null || a.Deal!.Key == deal) && (customer == null || a.Deal!.Customer!.Key == customer || a.Contract!.Customer!.Key == customer);
    }

    /// <summary>It is with the person who is named, and never with the one who urges.</summary>
    private static bool IsWith(Act act, ApprovalFacts facts) =>
        facts.Ball.Holders.All(p => p.Id != act.Me.Id) && (act.Org.Find(act.Frame.Ref("person")) is not { } person || facts.Ball.Holders.Any(p => p.Id == person.Id));

    /// <summary>Those who have it; once it is overdue also who was asked before and still may decide, or only the last one asked would ever hear of it.</summary>
    private static IEnumerable<Person> Whom(Act act, ApprovalFacts facts) =>
        facts.Ball.DueAt > act.Now ? facts.Ball.Holders : facts.Ball.Holders.Concat(facts.Others.Where(p => p.Active && p.Id != act.Me.Id));

    private static Word Say(Act act, ApprovalFacts facts, bool fresh) =>
        new(fresh ? "Urge.done" : "Urge.today", facts.Ball.Names.Concat(Whom(act, facts).Where(p => facts.Ball.Holders.All(h => h.Id != p.Id))).ToList(), facts.Name, facts.Ball.Since, facts.Ball.Left(facts.Seating.Now), facts.Approval.UrgedAt);

    private static Notice Urging(Act act, Person to, IReadOnlyList<ApprovalFacts> all)
    {
        var title = all.Count > 1 ? new Word("Urge.told_several", all.Count, act.Me)
            : all[0].Ball.Holders.Any(h => h.Id == to.Id) ? new Word("Urge.told", act.Me, all[0].Name, all[0].Ball.Since) : new Word("Urge.told_too", act.Me, all[0].Name, all[0].Ball.Names);
        var view = all.Count == 1 ? all[0].For(to, title, title) : NudgeList.Of(LateApprovals.Tell(title, all, to, []));
        return new Notice(to, view) { NotBefore = ApprovalClock.AtWork(to, act.Now) };
    }
}
