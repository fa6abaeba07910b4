using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;

namespace SalesBot.Documents;

internal sealed class DocumentArea : Area
{
    public override object? NameOf(Record record) => (record as Document)?.Name;

    /// <summary>Files that come with an order are kept before anything is asked, so that no question loses them.</summary>
    public override Task<Act> CompleteAsync(CommandSpec spec, Act act, CancellationToken cancellationToken) =>
        spec.TakesFiles ? Intake.KeepAsync(act, cancellationToken) : Task.FromResult(act);

    public override Task<Reply> AfterAsync(Act act, Reply reply, CancellationToken cancellationToken) => SpotChecks.AfterAsync(act, reply, cancellationToken);

    /// <summary>What was attached in answer to a question goes altogether, not back to where it waited.</summary>
    public override Task<Reply> UndoneAsync(Act act, Reply reply, CancellationToken cancellationToken)
    {
        foreach (var entry in act.Db.ChangeTracker.Entries<Document>().Where(e => e.State == EntityState.Modified && e.Entity is { Kind: DocumentKinds.Unsorted, DealId: null }).ToList())
        {
            entry.State = EntityState.Deleted;
        }

        return Task.FromResult(reply);
    }
}
