using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>A text that is longer than its column: PostgreSQL would fail the save, SQLite would take it and the move to PostgreSQL would fail.</summary>
internal static class TooLong
{
    /// <summary>The answer instead of the command's own, with all its changes dropped; null when everything fits.</summary>
    public static Reply? Refuse(SalesDb db)
    {
        var most = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified)
            .SelectMany(e => e.Properties)
            .Where(p => p.CurrentValue is string text && p.Metadata.GetMaxLength() is { } max && text.Length > max)
            .Select(p => p.Metadata.GetMaxLength()).FirstOrDefault();
        if (most is null)
        {
            return null;
        }

        db.ChangeTracker.Clear();
        return Act.Say(new Word("Error.too_long", most));
    }
}
