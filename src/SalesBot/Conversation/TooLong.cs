using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// A text or number that is longer than its column: PostgreSQL would fail the save, SQLite would take it and the move to PostgreSQL would fail.
/// </summary>
internal static class TooLong
{
    /// <summary>The answer instead of the command's own, with all its changes dropped; null when everything fits.</summary>
    public static Reply? Refuse(SalesDb db)
    {
        var values = db.Tracked<object>().Where(e => e.State is EntityState.Added or EntityState.Modified).SelectMany(e => e.Properties);
        var refusal = values.Select(p => p.CurrentValue switch
        {
            string text when p.Metadata.GetMaxLength() is { } most && text.Length > most => new Word("Error.too_long", most),
            decimal number when decimal.Round(Math.Abs(number), SalesDb.Scale) >= SalesDb.TooLarge => new Word("Error.too_large", SalesDb.Precision - SalesDb.Scale),
            _ => null,
        }).FirstOrDefault(r => r is not null);
        if (refusal is null)
        {
            return null;
        }

        db.DropChanges();
        return Act.Say(refusal);
    }
}
