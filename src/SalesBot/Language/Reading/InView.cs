using SalesBot.Language.Names;
using SalesBot.Language.Verbs;

namespace SalesBot.Language.Reading;

/// <summary>Whether there is something on screen that an order without a name can mean.</summary>
internal static class InView
{
    /// <summary>True where something is.</summary>
    /// <param name="needs">As the line <c>needs</c> of a verb has it; what needs nothing has it always.</param>
    public static bool Has(Clause clause, string needs) => needs switch
    {
        "approval" => IsApproval(clause),
        "decision" => IsDecision(clause),
        "ticket" or "promise" => clause.Focus.Listed == needs || (clause.Focus.Pending is { } open && VerbBook.Standard.Get(open)?.Needs == needs),
        "lead" => IsLead(clause),
        "broadcast" => clause.Focus.Unasked == needs,
        "deal" or "customer" or "focus" => clause.Focus.Deal is not null || clause.Focus.Customer is not null,
        _ => true,
    };

    /// <summary>Something that is named waits for the speaker's decision, or nothing is named and it is in view; or the speaker does nothing else with what is named.</summary>
    private static bool IsDecision(Clause clause)
    {
        var names = clause.Mentions.Any(name => name.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contract or NamedKind.Quote);
        return NamedApprovals.Named(clause).Count > 0 || (names ? !clause.Message.May("log_followup") : clause.Message.Desk.Waiting.Count > 0 && IsApproval(clause));
    }

    /// <summary>A lead, or a deal that is one still, and no question about something else.</summary>
    private static bool IsLead(Clause clause) =>
        clause.Focus is { Pending: null or "accept_lead" or "decline_lead" } or { Optional: true } && clause.Index.Get(clause.Focus.Lead ?? clause.Focus.Deal) is { Kind: NamedKind.Lead } or { Kind: NamedKind.Deal, Stage: "lead" };

    /// <summary>One was shown, of the deal that is spoken of; or a list of them; or there is nothing else that could be meant.</summary>
    private static bool IsApproval(Clause clause)
    {
        var (focus, waiting) = (clause.Focus, clause.Message.Desk.Waiting);
        if (clause.Index.Get(focus.Approval) is { } shown) return focus.Deal is null || shown.Deal is null || shown.Deal == focus.Deal;
        return focus.List.Any(key => clause.Index.Get(key)?.Kind == NamedKind.Approval) || (focus is { Deal: null, Customer: null } && waiting.Count > 0) || waiting.Any(approval => approval.Deal is { } deal && deal == focus.Deal);
    }
}
