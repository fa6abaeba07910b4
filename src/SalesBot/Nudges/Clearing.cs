using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Nudges;

/// <summary>What was found is answered as its rule asks: nobody is told of it any more.</summary>
internal static class Clearing
{
    public static async Task OfAsync(Act act, string rule, Record subject, CancellationToken cancellationToken)
    {
        await foreach (var finding in act.Db.Findings.Where(f => f.Rule == rule && f.SubjectId == subject.Id && f.State != FindingState.Cleared).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            (finding.State, finding.ClearedAt) = (FindingState.Cleared, act.Now);
        }
    }
}
