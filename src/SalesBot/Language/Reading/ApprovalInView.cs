using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>"Send it back, the freight is missing": who has just looked at a deal decides what waits there, where that is one thing alone.</summary>
internal static class ApprovalInView
{
    public static NamedRecord? Of(Clause clause)
    {
        var focus = clause.Focus;
        if (focus is not { Looked: true, Pending: null, Deal: { } deal } || !IsOfOne(focus)) return null;
        return clause.Message.Desk.Waiting.Where(approval => approval.Deal == deal).ToList() is [var one] ? one : null;
    }

    /// <summary>One record was shown, not a list of them.</summary>
    private static bool IsOfOne(Focus focus) =>
        focus.LookIntent is "show_deal" || (focus.LookIntent is "list_approvals" && (focus.LookSlots?.Text("deal") ?? focus.LookSlots?.Text("approval_id")) is not null);
}
