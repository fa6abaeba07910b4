using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>
/// Files that came in chat become documents of a deal (ST-03): with the message, before it or after it. Whatever is missing is asked for in turn: the
/// deal, what it is, the file. A newer document of a kind takes the place of the one before, which stays in the history.
/// </summary>
internal sealed class AttachDocument : Command
{
    public override CommandSpec Spec { get; } = new("attach_document", Permission.WriteSales) { MayAsk = ["deal", "kind", "file"], MayName = ["customer", "deal"], TakesFiles = true };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var waiting = await Intake.WaitingAsync(act, cancellationToken);
        if (waiting.Count == 0 && Intake.IsNamed(act))
        {
            return Act.Say("Document.placed_already", "Suggest.my_deals");
        }

        var (deal, ask) = await WhichFile.DealAsync(act, waiting, cancellationToken);
        if (deal is null)
        {
            return ask!;
        }

        if (deal.Status == DealStatus.Lost)
        {
            return (await act.ClosedAsync(deal, cancellationToken))!;
        }

        var about = act.With("deal", deal.Key);
        var kind = WhichFile.KindOf(act);
        if (kind == WhichFile.Each)
        {
            about.Slots.Set(WhichFile.Each, value: true);
        }

        if (kind is null or WhichFile.Each)
        {
            return WhichFile.AskKind(about, deal, waiting);
        }

        if (waiting.Count == 0)
        {
            return Question.For(about, "file", new Word("Document.send_now", DocumentKinds.Say(kind), deal.Name)) with { Focus = about.Asking("file", Named(about, kind)) };
        }

        if (waiting.Count > 1 && act.Slots.Flag(WhichFile.Each) == true)
        {
            var first = await FileAsync(about, deal, kind, [waiting[0]], cancellationToken);
            return first.Receipt is null ? first : WhichFile.AndNext(about, deal, [.. waiting.Skip(1)], first);
        }

        return kind == DocumentKinds.Signed && await act.Db.Contracts.AnyAsync(c => c.DealId == deal.Id && (c.Status == ContractStatus.Approved || c.Status == ContractStatus.Signed), cancellationToken)
            ? await new SignContract().RunAsync(about, cancellationToken)
            : await FileAsync(about, deal, kind, waiting, cancellationToken);
    }

    private static Slots Named(Act act, string kind) => new(Orders.ToData(act.Frame)) { ["kind"] = kind };

    /// <summary>Puts them there; what is there already, byte for byte, is not put there again.</summary>
    private static async Task<Reply> FileAsync(Act act, Deal deal, string kind, IReadOnlyList<Document> waiting, CancellationToken cancellationToken)
    {
        var newest = await act.Db.Documents.Where(d => d.DealId == deal.Id && d.Kind == kind).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken);
        var same = waiting.Where(d => d.Sha256 == newest?.Sha256).ToList();
        act.Db.RemoveRange(same);
        var fresh = waiting.Except(same).DistinctBy(d => d.Sha256, StringComparer.Ordinal).ToList();
        if (fresh.Count == 0)
        {
            return Act.Say(new Word("Document.same", newest!.Name, deal.Name, act.Org.Find(newest.UploadedById), newest.CreatedAt)) with { Focus = act.About(deal) };
        }

        var contract = kind == DocumentKinds.Contract
            ? await act.Db.Contracts.Where(c => c.DealId == deal.Id && c.Status != ContractStatus.Signed).OrderByDescending(c => c.Id).Select(c => (long?)c.Id).FirstOrDefaultAsync(cancellationToken) : null;
        foreach (var document in fresh)
        {
            (document.Kind, document.DealId, document.CustomerId, document.ContractId, document.CreatedAt) = (kind, deal.Id, deal.CustomerId, contract, act.Now);
        }

        deal.LastActivityAt = act.Now;
        Word?[] notes = [.. fresh.Select(d => d.Line()), newest is null ? null : new Word("Document.replaces", newest.Name, newest.CreatedAt), same.Count > 0 ? new Word("Document.some_same") : null, Intake.Refused(act)];
        var receipt = act.Receipt(deal, "Receipt.document", notes.OfType<Word>().Aggregate((first, next) => new Word("Format.Paragraphs", first, next)), Open(fresh[^1]));
        return await StageReview.AttachedAsync(act, deal, fresh[^1], receipt, cancellationToken);
    }

    private static Button Open(Document document) => new("Button.open_document", "open_document", new Slots { ["document"] = document.Key });
}
