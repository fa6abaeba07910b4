using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Files;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>
/// Files on their way to a deal. What comes is kept at once, as a document that only its sender knows of, so that it survives the questions that
/// come first; the order carries their keys in its slot <c>files</c>.
/// </summary>
internal static class Intake
{
    private const string Slot = "files";

    /// <summary>The order with the files that came along; those that may not be kept are left out, and <see cref="Refused"/> says why.</summary>
    public static async Task<Act> KeepAsync(Act act, CancellationToken cancellationToken)
    {
        if (act is not { Store: { } store, Files.Count: > 0 })
        {
            return act;
        }

        var keys = Keyed(act);
        foreach (var file in act.Files.Take(FileLimits.Most).Select(file => FileCheck.Of(file, store.Limits).File).OfType<SoundFile>())
        {
            var document = new Document
            {
                Key = Keys.New('F'), Kind = DocumentKinds.Unsorted, Name = file.Name, ContentType = file.ContentType, Size = file.Content.Length, UploadedById = act.Me.Id, CreatedAt = act.Now,
                // Before the commit: a crash leaves bytes that nobody asks for, never a document without them.
                Sha256 = await store.KeepAsync(file.Content, cancellationToken),
            };
            act.Db.Documents.Add(document);
            keys.Add(document.Key);
        }

        return act with { Frame = act.Frame with { Slots = new Slots(act.Slots) { [Slot] = string.Join('|', keys) } } };
    }

    /// <summary>The files that the order is about and that wait for a place, in the order of coming. Nobody else's are ever found.</summary>
    public static async Task<IReadOnlyList<Document>> WaitingAsync(Act act, CancellationToken cancellationToken)
    {
        var keys = Keyed(act);
        if (keys.Count == 0)
        {
            return [];
        }

        var before = await act.Db.Documents.Where(d => keys.Contains(d.Key) && d.UploadedById == act.Me.Id && d.DealId == null && d.Kind == DocumentKinds.Unsorted).ToListAsync(cancellationToken);
        return [.. before.Concat(act.Db.Documents.Local.Where(d => d.Id <= 0 && keys.Contains(d.Key))).Distinct().OrderBy(d => keys.IndexOf(d.Key))];
    }

    /// <summary>The order names files.</summary>
    public static bool IsNamed(Act act) => Keyed(act).Count > 0;

    /// <summary>The same order for these files alone.</summary>
    public static Act Only(Act act, IEnumerable<Document> documents) => act with { Frame = act.Frame with { Slots = new Slots(act.Slots) { [Slot] = string.Join('|', documents.Select(d => d.Key)) } } };

    /// <summary>Why some of what came was left out; null when all was taken.</summary>
    public static Word? Refused(Act act) =>
        act.Store is { } store && FileCheck.Refusals(act.Files, store.Limits) is [_, ..] refusals ? refusals.Aggregate((first, next) => new Word("Format.Then", first, next)) : null;

    private static List<string> Keyed(Act act) => [.. (act.Slots.Text(Slot) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(FileLimits.Most * 2)];
}
