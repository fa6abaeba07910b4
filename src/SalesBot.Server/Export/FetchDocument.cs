using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Documents;
using SalesBot.Files;
using SalesBot.People;
using SalesBot.Reports.Export;
using SalesBot.Words;

namespace SalesBot.Server.Export;

/// <summary><c>GET /documents/{token}</c>: the bytes of a document, as a download and never as a page of ours.</summary>
internal sealed class FetchDocument(Func<SalesDb> open, FileStore files, ReplyRenderer renderer, TimeProvider clock) : HandOut(open, renderer, clock)
{
    protected override Word Gone { get; } = new("File.gone");

    protected override async Task<(HandedFile File, string Command, Change What)?> FindAsync(SalesDb db, OrgChart org, Person person, PreparedExport prepared, Localizer reader, CancellationToken stop)
    {
        var key = prepared.Document;
        var document = person.May(Permission.ReadSales) ? await db.Documents.AsNoTracking().VisibleTo(org.Viewer(person)).FirstOrDefaultAsync(d => d.Key == key, stop) : null;
        return document is not null && files.Open(document.Sha256) is { } bytes ? (new HandedFile(bytes, document.ContentType, document.Name), OpenDocument.Id, Fetched(document)) : null;
    }

    private static Change Fetched(Document document) =>
        new(ChangeKind.Added, "Fetch", document.Key, [new FieldChange("name", null, ChangeLog.Text(document.Name)), new FieldChange("sha256", null, ChangeLog.Text(document.Sha256))]);
}
