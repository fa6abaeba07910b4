using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Reports.Export;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>A document to read: answers with a link of one's own, good for an hour. Whether one may see the deal is asked again when it is fetched.</summary>
internal sealed class OpenDocument : Command
{
    public const string Id = "open_document";

    public override CommandSpec Spec { get; } = new(Id, Permission.ReadSales) { InHelp = false, Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var key = act.Slots.Text("document");
        if (await act.Db.Documents.AsNoTracking().Include(d => d.Deal).VisibleTo(act.Viewer).FirstOrDefaultAsync(d => d.Key == key, cancellationToken) is not { } document)
        {
            if (await act.Db.Documents.AnyAsync(d => d.Key == key, cancellationToken))
            {
                Ledger.Refusal(act.Db, act.Me, Id, act.Now);
            }

            return Act.Say("NotFound.gone");
        }

        var prepared = PreparedExport.Of(act, new Dictionary<string, string>(StringComparer.Ordinal) { ["document"] = document.Key });
        act.Db.PreparedExports.Add(prepared);
        Link link = new(prepared.Path);
        var data = new
        {
            Title = document.Name,
            Subtitle = document.Deal?.Name,
            Paragraphs = new[] { document.Line(), new Word("Document.handed_in", act.Org.Find(document.UploadedById), document.CreatedAt) },
            Until = new Word("Export.until", prepared.ExpiresAt),
            Download = new { Title = new Word("Button.download"), Url = link },
        };
        return new Reply(new View("download", data, new Word("Document.ready", document.Name, link)) { File = new FileOffer(document.Name, document.Size, prepared.Offer, new Word("Format.Paragraphs", document.Line(), new Word("Offer.until", prepared.ExpiresAt))) });
    }
}
