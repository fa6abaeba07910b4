using Microsoft.EntityFrameworkCore;
using SalesBot.Data;

namespace SalesBot.Customers.Privacy;

/// <summary>Takes a person's names out of what was written with a customer: straight in the database, so that the trail does not keep them.</summary>
internal static class ErasedText
{
    /// <summary>Shorter ones are part of too many words.</summary>
    private const int Shortest = 2;

    /// <summary>Returns in how many records a name stood.</summary>
    public static async Task<int> RunAsync(SalesDb db, long customer, IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var name in names.Where(name => name.Trim().Length >= Shortest && name != EraseContact.Gone).OrderByDescending(name => name.Length))
        {
            count += await db.FollowUps.Where(f => (f.CustomerId == customer || f.Deal!.CustomerId == customer) && (f.With == name || f.Content.Contains(name) || (f.NextStep != null && f.NextStep.Contains(name))))
                .ExecuteUpdateAsync(s => s.SetProperty(f => f.With, f => f.With == name ? null : f.With).SetProperty(f => f.Content, f => f.Content.Replace(name, EraseContact.Gone)).SetProperty(f => f.NextStep, f => f.NextStep!.Replace(name, EraseContact.Gone)), cancellationToken);
            count += await db.Todos.Where(t => (t.CustomerId == customer || t.Deal!.CustomerId == customer) && t.Title.Contains(name)).ExecuteUpdateAsync(s => s.SetProperty(t => t.Title, t => t.Title.Replace(name, EraseContact.Gone)), cancellationToken);
            count += await db.Promises.Where(p => p.CustomerId == customer && p.Content.Contains(name)).ExecuteUpdateAsync(s => s.SetProperty(p => p.Content, p => p.Content.Replace(name, EraseContact.Gone)), cancellationToken);
            count += await db.Tickets.Where(t => t.CustomerId == customer && t.Content.Contains(name)).ExecuteUpdateAsync(s => s.SetProperty(t => t.Content, t => t.Content.Replace(name, EraseContact.Gone)), cancellationToken);
            count += await db.Tickets.Where(t => t.CustomerId == customer && t.ClosingNote != null && t.ClosingNote.Contains(name)).ExecuteUpdateAsync(s => s.SetProperty(t => t.ClosingNote, t => t.ClosingNote!.Replace(name, EraseContact.Gone)), cancellationToken);
            count += await db.Risks.Where(r => (r.CustomerId == customer || r.Deal!.CustomerId == customer) && (r.Content.Contains(name) || (r.Plan != null && r.Plan.Contains(name)) || (r.ClosingNote != null && r.ClosingNote.Contains(name))))
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.Content, r => r.Content.Replace(name, EraseContact.Gone)).SetProperty(r => r.Plan, r => r.Plan!.Replace(name, EraseContact.Gone)).SetProperty(r => r.ClosingNote, r => r.ClosingNote!.Replace(name, EraseContact.Gone)), cancellationToken);
            count += await db.Deals.Where(d => d.CustomerId == customer && d.StallReason != null && d.StallReason.Contains(name)).ExecuteUpdateAsync(s => s.SetProperty(d => d.StallReason, d => d.StallReason!.Replace(name, EraseContact.Gone)), cancellationToken);
            count += await db.Deals.Where(d => d.CustomerId == customer && d.LostReason != null && d.LostReason.Contains(name)).ExecuteUpdateAsync(s => s.SetProperty(d => d.LostReason, d => d.LostReason!.Replace(name, EraseContact.Gone)), cancellationToken);
            count += await db.Todos.Where(t => (t.CustomerId == customer || t.Deal!.CustomerId == customer) && t.Outcome != null && t.Outcome.Contains(name)).ExecuteUpdateAsync(s => s.SetProperty(t => t.Outcome, t => t.Outcome!.Replace(name, EraseContact.Gone)), cancellationToken);
            count += await db.Findings.Where(f => f.Facts != null && f.Facts.Contains(name)
                    && ((f.Rule == "promise" && db.Promises.Any(p => p.Id == f.SubjectId && p.CustomerId == customer)) || (f.Rule == "stalled" && db.Deals.Any(d => d.Id == f.SubjectId && d.CustomerId == customer))))
                .ExecuteUpdateAsync(s => s.SetProperty(f => f.Facts, f => f.Facts!.Replace(name, EraseContact.Gone)), cancellationToken);
            count += await db.Deals.Where(d => d.CustomerId == customer && d.NextStep != null && d.NextStep.Contains(name)).ExecuteUpdateAsync(s => s.SetProperty(d => d.NextStep, d => d.NextStep!.Replace(name, EraseContact.Gone)), cancellationToken);
        }

        return count;
    }
}
