using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>AL-03: whoever let a call to a quiet customer stand reads once, as news, that it is no longer theirs, and whose it is.</summary>
internal sealed class CallsHandedOn : NudgeRule
{
    public override string Id => "silent_handed";

    /// <summary>It is told once, and nothing waits for anybody.</summary>
    public override bool MayRest => false;

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest };

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var above = (await Above(scan).AsNoTracking().OrderBy(f => f.Since).ThenBy(f => f.Id).ToListAsync(cancellationToken)).Select(f => (Finding: f, Facts: Evaluation.Read(f.Facts))).Where(f => f.Facts?.Handed is not null).DistinctBy(f => f.Finding.SubjectId).ToList();
        var ids = above.ConvertAll(f => f.Finding.SubjectId);
        var customers = await scan.Db.Customers.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var knew = (await scan.Db.Findings.Where(f => f.Rule == SilentCustomers.Rule && f.Step == 0 && f.ToldAt != null && ids.Contains(f.SubjectId)).Select(f => new { f.SubjectId, f.PersonId }).ToListAsync(cancellationToken)).Select(f => (f.SubjectId, f.PersonId)).ToHashSet();
        return [.. above.Where(f => knew.Contains((f.Finding.SubjectId, f.Facts!.Handed!.From))).SelectMany(f => For(scan, customers[f.Finding.SubjectId], f.Finding.Since, f.Facts!, scan.Org.Find(f.Facts!.Handed!.From)))];
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var above = Above(scan);
        return findings.Where(f => !above.Any(s => s.SubjectId == f.SubjectId && s.Since == f.Since));
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var calls = await WakeUpCalls.OpenAsync(scan, ids, cancellationToken);
        var customers = await scan.Db.Customers.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Grade).ThenBy(c => c.LastInteractionAt).ToListAsync(cancellationToken);
        customers.RemoveAll(c => !calls.TryGetValue(c.Id, out var call) || call.OwnerId == person.Id);
        return customers.Count == 0 ? null : new Told(
            new Word("Nudge.silent_handed.title", customers.Count),
            customers.ConvertAll(c => new NudgeRow(c.Name, new Word("Nudge.silent_handed.row", scan.Org.Find(calls[c.Id].OwnerId), calls[c.Id].DueOn), c.Grade is { } grade ? new Word("Nudge.silent.grade", grade) : (object)"", new Button("Button.open", "show_customer", new Slots { ["customer"] = c.Key }))),
            [.. findings.Where(f => customers.Exists(c => c.Id == f.SubjectId))])
        {
            IsNews = true, Why = new Word("Nudge.silent_handed.why"),
        };
    }

    /// <summary>What came up the ladder, by which a call goes on.</summary>
    private static IQueryable<Finding> Above(Scan scan) => scan.Db.Findings.Where(f => f.Rule == SilentCustomers.Rule && f.Step > 0 && f.State != FindingState.Cleared);
}
