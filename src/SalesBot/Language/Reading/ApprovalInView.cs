using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>“算了 同意吧”, "send it back": who has just looked at a deal decides what waits there, where that is one thing alone.</summary>
internal static class ApprovalInView
{
    public static Focus Of(Focus focus, EntityIndex index, string person, Func<NamedRecord, bool> maySee)
    {
        if (focus is not { Looked: true, Pending: null } || (focus.Deal ?? focus.Customer) is not { } record || !IsOfOne(focus)) return focus;
        var waiting = index.Of(record, NamedKind.Approval).Where(approval => approval.IsOpen && approval.Approvers.Contains(person, StringComparer.Ordinal) && maySee(approval)).DistinctBy(approval => approval.Key, StringComparer.Ordinal).ToList();
        return waiting is [var one] ? focus with { Approval = one.Key } : focus;
    }

    /// <summary>One record was shown, not a list of them.</summary>
    private static bool IsOfOne(Focus focus) =>
        focus.LookIntent is "show_deal" || (focus.LookIntent is "list_approvals" && (focus.LookSlots?.Text("deal") ?? focus.LookSlots?.Text("approval_id")) is not null);
}
