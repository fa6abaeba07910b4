using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Process;

namespace SalesBot.Reports;

/// <summary>What the rollout's goals (FU-06) ask of one deal, as it is or as the trail says it was.</summary>
internal sealed record DealState(string Key, long OwnerId, DealStatus Status, DateTimeOffset CreatedAt, string Stage, long? CustomerId, decimal? Amount, DateOnly? CloseDate, DateTimeOffset? LastActivityAt, DateOnly? NextStepOn)
{
    /// <summary>The three facts that every deal has to have (FU-04).</summary>
    public bool IsEntered => CustomerId is not null && Amount is not null && CloseDate is not null;

    /// <summary>Something happened within the days of its stage, or is planned within them.</summary>
    public bool IsInTime(DateTimeOffset now, DateOnly today, SalesProcess process)
    {
        var days = StallLimit.Of(process, Stage);
        return (LastActivityAt ?? CreatedAt) >= now.AddDays(-days) || (NextStepOn >= today && NextStepOn <= today.AddDays(days));
    }

    /// <summary>These people's deals that are open, and those that were open then: what was changed since is taken back, by the audit trail.</summary>
    public static async Task<(IReadOnlyList<DealState> Now, IReadOnlyList<DealState> Then)> ReadAsync(Act act, Whose whose, DateTimeOffset then, CancellationToken cancellationToken)
    {
        var deals = await whose.Of(act.Db.Deals.VisibleTo(act.Viewer)).Where(d => d.Status == DealStatus.Open || d.ClosedAt >= then)
            .Select(d => new DealState(d.Key, d.OwnerId, d.Status, d.CreatedAt, d.Stage, d.CustomerId, d.Amount, d.CloseDate, d.LastActivityAt, d.NextStepOn)).ToListAsync(cancellationToken);
        var before = await BeforeAsync(act.Db, then, cancellationToken);
        var past = deals.Where(d => d.CreatedAt <= then).Select(d => before.TryGetValue(d.Key, out var fields) ? d.With(fields) : d);
        return ([.. deals.Where(d => d.Status == DealStatus.Open)], [.. past.Where(d => d.Status == DealStatus.Open)]);
    }

    /// <summary>By deal, what each field that was changed since had been: the first change tells.</summary>
    private static async Task<Dictionary<string, Dictionary<string, string?>>> BeforeAsync(SalesDb db, DateTimeOffset then, CancellationToken cancellationToken)
    {
        var before = new Dictionary<string, Dictionary<string, string?>>(StringComparer.Ordinal);
        var entries = db.Audit.AsNoTracking().Where(a => a.At > then && !a.Refused && a.Changes.Contains("\"record\":\"Deal\"")).OrderBy(a => a.Id).Select(a => a.Changes);
        await foreach (var json in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            foreach (var change in ChangeLog.FromJson(json).Where(c => c.Kind == ChangeKind.Changed && c.Record == nameof(Deal)))
            {
                var fields = before.TryGetValue(change.Key, out var known) ? known : before[change.Key] = new(StringComparer.Ordinal);
                foreach (var field in change.Fields)
                {
                    fields.TryAdd(field.Field, field.Before);
                }
            }
        }

        return before;
    }

    private DealState With(Dictionary<string, string?> before)
    {
        T? Was<T>(string field, T? now) => before.TryGetValue(field, out var json) ? (json is null ? default : JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web)) : now;
        return this with
        {
            Status = (DealStatus)Was(nameof(Status), (int)Status), Stage = Was(nameof(Stage), Stage) ?? Stage, CustomerId = Was(nameof(CustomerId), CustomerId), Amount = Was(nameof(Amount), Amount),
            CloseDate = Was(nameof(CloseDate), CloseDate), LastActivityAt = Was(nameof(LastActivityAt), LastActivityAt), NextStepOn = Was(nameof(NextStepOn), NextStepOn),
        };
    }
}
