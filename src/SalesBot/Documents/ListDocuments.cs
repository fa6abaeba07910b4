using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>The documents of a deal, or of all deals of a customer: newest first, older ones of a kind below, each with who handed it in and when.</summary>
internal sealed class ListDocuments : Command
{
    public override CommandSpec Spec { get; } = new("list_documents", Permission.ReadSales) { MayAsk = ["deal"], MayName = ["customer"], Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (key, customer) = (act.Frame.Ref("deal"), act.Frame.Ref("customer"));
        if (key is null && customer is null)
        {
            return (act.Slots.Text("deal") ?? act.Slots.Text("customer")) is { } unknown ? Question.NotFound(act, "deal", unknown) : Question.For(act, "deal");
        }

        var deal = key is null ? null : await act.DealAsync(cancellationToken);
        var kind = DocumentKinds.Find(act.Process, act.Slots.Text("kind")) is var said && said == "other" ? null : said;
        var found = Of(act).Where(d => key != null ? d.Deal!.Key == key : d.Deal!.Customer!.Key == customer || d.Customer!.Key == customer);
        if (kind is not null)
        {
            found = found.Where(d => d.Kind == kind);
        }

        var count = await found.CountAsync(cancellationToken);
        var name = deal?.Name ?? act.Slots.Text("customer") ?? act.Slots.Text("deal") ?? "";
        var focus = deal is null ? act.Focus.Settled() : act.About(deal);
        if (count == 0)
        {
            return None(act, deal, name, kind) with { Focus = focus };
        }

        var paging = Paging.Of(act, count);
        var rows = await paging.Of(found.OrderByDescending(d => d.Id)).Include(d => d.Deal).ToListAsync(cancellationToken);
        var deals = rows.Select(d => d.DealId).Distinct().ToList();
        var newest = await Of(act).Where(d => deals.Contains(d.DealId)).GroupBy(d => new { d.DealId, d.Kind }).Select(g => g.Max(d => d.Id)).ToListAsync(cancellationToken);
        Word title = new("Documents.title", name), total = new("Documents.count", count);
        var data = new { Title = title, Subtitle = paging.Say(total), Rows = rows.Select(d => Row(act, d, newest.Contains(d.Id))).ToList(), paging.Prev, paging.Next };
        return new Reply(new View("list", data, new Word("Approval.text", title, total))) { InPlace = paging.InPlace, Focus = focus };
    }

    /// <summary>Those that are somewhere.</summary>
    private static IQueryable<Document> Of(Act act) => act.Db.Documents.AsNoTracking().VisibleTo(act.Viewer).Where(d => d.Kind != DocumentKinds.Unsorted);

    private static object Row(Act act, Document document, bool isNewest) => new
    {
        Main = document.Name,
        Second = new Word(isNewest ? "Documents.row" : "Documents.row_older", DocumentKinds.Say(document.Kind), act.Org.Find(document.UploadedById), document.CreatedAt),
        Value = document.SizeSaid(),
        Open = new Button("Button.open_document", "open_document", new Slots { ["document"] = document.Key }),
    };

    private static Reply None(Act act, Deal? deal, string name, string? kind)
    {
        Word text = kind is null ? new Word("Documents.none", name) : new Word("Documents.none_of", name, DocumentKinds.Say(kind));
        Button[] add = deal is { Status: not DealStatus.Lost } && act.Me.May(Permission.WriteSales) ? [new Button("Button.attach_document", "attach_document", new Slots { ["deal"] = deal.Key })] : [];
        return new Reply(new View("text", new { Title = (Word?)null, Paragraphs = new[] { text }, Buttons = add }, text));
    }
}
