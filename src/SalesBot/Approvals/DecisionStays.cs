using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>A decision is never taken back by its act: who decided what, when, and what can be done instead.</summary>
internal static class DecisionStays
{
    private static readonly ApprovalStatus[] Decided = [ApprovalStatus.Approved, ApprovalStatus.Returned, ApprovalStatus.Refused];

    /// <summary>Of an approval that these changes decided.</summary>
    public static async Task<Word?> WhyAsync(Act act, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var decided = changes.FirstOrDefault(c => c is { Record: nameof(Approval), Kind: ChangeKind.Changed } && c.Fields.Any(f => f.Field == nameof(Approval.Status) && Outcome(f.After) is { } outcome && Decided.Contains(outcome)));
        var approval = decided is null ? null : await act.Db.Approvals.AsNoTracking().Include(a => a.Contract).Include(a => a.Deal).Include(a => a.Approvers).FirstOrDefaultAsync(a => a.Key == decided.Key, cancellationToken);
        return approval is null ? null : new Word("Undo.decided", new Word("Approval.title", approval.Kind, approval.Called()), approval.Outcome(act.Org));
    }

    /// <summary>Changes keep an enumeration as its number.</summary>
    private static ApprovalStatus? Outcome(string? json) => json is null ? null : JsonSerializer.Deserialize<JsonElement>(json) is { ValueKind: JsonValueKind.Number } number ? (ApprovalStatus)number.GetInt32() : null;
}
