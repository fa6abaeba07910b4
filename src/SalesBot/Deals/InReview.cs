using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>What of a gate's gaps somebody has before them already (ST-05): it is urged, and not submitted again.</summary>
/// <param name="Facts">By the name of the gap.</param>
internal sealed record InReview(IReadOnlyDictionary<string, ApprovalFacts> Facts)
{
    /// <summary>Of these gaps.</summary>
    public static async Task<InReview> OfAsync(Act act, Deal deal, IReadOnlyList<string> missing, CancellationToken cancellationToken)
    {
        var open = !missing.Any(gap => gap == "contract" || StageGate.IsReview(gap)) ? [] : await act.Db.Approvals.Include(a => a.Document)
            .Where(a => a.Status == ApprovalStatus.Pending && (a.Kind == ApprovalKind.StageReview || a.Kind == ApprovalKind.Contract) && (a.DealId == deal.Id || a.Contract!.DealId == deal.Id)).OrderByDescending(a => a.Id).ToListAsync(cancellationToken);
        Approval? Of(string gap) => gap == "contract" ? open.Find(a => a.Kind == ApprovalKind.Contract) : StageGate.IsReview(gap) ? open.Find(a => a.Kind == ApprovalKind.StageReview && a.Document?.Kind == StageGate.KindOf(gap)) : null;
        var found = missing.Select(gap => (Gap: gap, Approval: Of(gap))).Where(pair => pair.Approval is not null).ToList();
        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, found.ConvertAll(pair => pair.Approval!), act.Now, cancellationToken);
        return new InReview(found.Zip(facts).ToDictionary(pair => pair.First.Gap, pair => pair.Second, StringComparer.Ordinal));
    }

    /// <summary>With whom it is since when; null for a gap that nobody has before them.</summary>
    public Word? Said(string gap) => Facts.GetValueOrDefault(gap) is { } facts ? new Word("Gap.in_review", facts.Ball.Names, facts.Ball.Since) : null;

    /// <summary>Opens it for who has it, and urges them for anybody else; null for a gap that nobody has before them.</summary>
    public Button? Button(Act act, string gap)
    {
        if (Facts.GetValueOrDefault(gap) is not { } facts) return null;
        var about = new Slots { ["approval_id"] = facts.Approval.Key };
        return facts.MayDecide(act.Me) ? new Button("Button.show_approval", "show_approval", about) : new Button(new Word("Button.urge_them", facts.Ball.Names), "urge_approval", about);
    }
}
