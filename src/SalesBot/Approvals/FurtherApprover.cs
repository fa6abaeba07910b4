using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>Whom an approver asks in, or gives their seat to: what the two have in common.</summary>
internal static class FurtherApprover
{
    private const int Most = 8;

    /// <summary>People who may decide, those of the speaker's own role first.</summary>
    public static async Task<Reply?> OfferAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Frame.Ref("approval_id");
        var about = await act.Db.Approvals.AsNoTracking().Where(a => a.Key == key).Select(a => new { a.Kind, Owner = (long?)a.Deal!.OwnerId }).FirstOrDefaultAsync(cancellationToken);
        var people = act.Org.Everybody.Where(p => p.Id != act.Me.Id && KindRule.Fits(about?.Kind ?? ApprovalKind.Contract, p, act.Org, about?.Owner)).OrderBy(p => p.Role != act.Me.Role).ThenBy(p => p.Role == Role.Admin).ThenByDescending(p => p.Role).ThenBy(p => p.Id).Take(Most).Select(p => p.Key).ToList();
        return people.Count == 0 ? null : await Question.WhichAsync(act, people, cancellationToken);
    }

    /// <summary>The approval and the person, or why not.</summary>
    /// <param name="may">The kinds of approvals with which this may be done at all.</param>
    public static async Task<(ApprovalFacts? Facts, Person? Person, Reply? Answer)> FindAsync(Act act, string command, Predicate<ApprovalKind> may, CancellationToken cancellationToken)
    {
        var (approval, answer) = await FindApproval.OneAsync(act, Seating.PutBefore(act, act.Db.Approvals), cancellationToken);
        if (approval is null)
        {
            return (null, null, answer);
        }

        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, approval, act.Now, cancellationToken);
        if (!facts.Seating.Sits(approval, act.Me))
        {
            Ledger.Refusal(act.Db, act.Me, command, act.Now);
            return (null, null, Act.Say("Approval.not_yours"));
        }

        if (!may(approval.Kind))
        {
            Ledger.Refusal(act.Db, act.Me, command, act.Now);
            return (null, null, Act.Say(new Word("KindRule." + command, approval.Kind)));
        }

        if (!facts.MayDecide(act.Me))
        {
            var note = approval.Status == ApprovalStatus.Pending ? new Word("Approval.passed_you", facts.Ball.Names) : facts.TooLate;
            return (null, null, new Reply(facts.For(act.Me, note, note)) { InPlace = true });
        }

        return act.Org.Find(act.Frame.Ref("person")) switch
        {
            not { Active: true } => (null, null, Question.Again(act.With("approval_id", approval.Key), "person", new Word("Delegation.who", act.Slots.Text("person") ?? ""))),
            var person when person.Id == approval.SubmitterId || !KindRule.Fits(approval.Kind, person, act.Org, approval.Deal?.OwnerId) => (null, null, Act.Say(new Word("AskIn.may_not", person))),
            var person when facts.Seating.MayDecide(approval, person) => (null, null, Act.Say(new Word("AskIn.sits", person))),
            var person => (facts, person, null),
        };
    }

    /// <summary>The card as it is now; who was asked gets it, the submitter a word.</summary>
    public static Reply Answer(Act act, ApprovalFacts facts, Person person, string note, string told, string submitter)
    {
        var owner = act.Org.Find(facts.Approval.SubmitterId);
        var text = new Word(told, act.Me, facts.Name, facts.Ball.DueAt);
        Notice[] others = owner is { Active: true } ? [new Notice(owner, new View(null, null, new Word(submitter, facts.Name, act.Me, person)))] : [];
        return new Reply(facts.For(act.Me, new Word(note, person)))
        {
            InPlace = true,
            Notices = [new Notice(person, facts.For(person, text, text)), .. others],
            Refreshes = [facts.Refresh],
        };
    }
}
