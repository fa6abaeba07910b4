using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Reports.Export;
using SalesBot.Words;

namespace SalesBot.Server.Export;

/// <summary>Puts a file where the person keeps files; null where it could not be put there.</summary>
internal delegate Task<SavedFile?> PutFile(HandedFile file, CancellationToken stop);

/// <summary>
/// What a messenger offered to keep for somebody (<see cref="FileOffer"/>), accepted or declined. Only who asked for the file can answer, once: of two answers the later one finds it
/// answered. The link ends with the answer too, and lives on only where the file could not be put.
/// </summary>
internal sealed class OfferedFiles(Func<SalesDb> open, Download tables, FetchDocument documents, ReplyRenderer renderer, TimeProvider clock)
{
    /// <summary>Does what was answered; returns what is said to it.</summary>
    /// <param name="personKey">Who it is, where the edge itself says so (see <see cref="Turn.PersonKey"/>).</param>
    /// <param name="put">Null: it was declined.</param>
    public async Task<RenderedReply> AnswerAsync(Address from, string? personKey, string? offer, PutFile? put, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var db = open();
        // As in a fetch by the link: who they are now.
        var org = await OrgChart.LoadAsync(db, stop);
        var found = personKey is not null ? org.Find(personKey) : org.Find(await Seat.LinkedAsync(db, from, stop));
        var person = found is { Active: true } ? found : null;
        var reader = renderer.For(person, from.Locale, now);
        var prepared = person is null || !PreparedExport.IsOffer(offer) ? null : await db.PreparedExports.AsNoTracking().FirstOrDefaultAsync(e => e.PersonId == person.Id && e.Token.StartsWith(offer!), stop);
        if (prepared is null)
        {
            // Below: it may be long that it was answered, and what was kept stands in the card's place.
            return Say(reader, "File.gone") with { InPlace = false };
        }

        if (!await TakeAsync(db, prepared, now, stop))
        {
            // Read again: of two answers at once the other one came between, and what it says stands in the card's place.
            var answeredBefore = await db.PreparedExports.AsNoTracking().FirstOrDefaultAsync(e => e.Id == prepared.Id, stop) is not { WasAnswered: false };
            return Say(reader, prepared.HasRunOut(now) ? "File.gone" : "Offer.answered") with { InPlace = !answeredBefore };
        }

        if (put is null)
        {
            return Say(reader, "Offer.declined");
        }

        var answered = false;
        try
        {
            HandOut kept = prepared.Document is null ? tables : documents;
            if (await kept.OpenAsync(db, org, person!, prepared, reader, stop) is not { } file)
            {
                answered = true;
                return Say(reader, "File.gone");
            }

            await using var bytes = file.Bytes;
            var saved = await put(file, stop);
            answered = saved is not null;
            return saved is null ? Say(reader, new Word("Offer.failed", file.Name, new Link(prepared.Path))) : Say(reader, new Word("Offer.saved", file.Name)) with { Saved = saved };
        }
        finally
        {
            // The link lives on, whatever broke: the file could not be read, or not be put.
            if (!answered)
            {
                await db.PreparedExports.Where(e => e.Id == prepared.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.ExpiresAt, prepared.ExpiresAt), CancellationToken.None);
            }
        }
    }

    /// <summary>Decided by the database: two presses may come to two nodes.</summary>
    private static async Task<bool> TakeAsync(SalesDb db, PreparedExport prepared, DateTimeOffset now, CancellationToken stop) =>
        await db.PreparedExports.Where(e => e.Id == prepared.Id && e.ExpiresAt > now).ExecuteUpdateAsync(s => s.SetProperty(e => e.ExpiresAt, now), stop) == 1;

    private RenderedReply Say(Localizer reader, Word word) => renderer.Render(new View(null, null, word), reader, inPlace: true);
}
