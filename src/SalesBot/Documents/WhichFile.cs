using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Documents;

/// <summary>Which deal a file is for and what it is: read from the order, or asked, the likeliest first.</summary>
internal static class WhichFile
{
    /// <summary>In place of a kind: not all are the same, each is asked about by itself.</summary>
    public const string Each = "each";

    private const int MostDeals = 6;

    /// <summary>With two more buttons, as many as a card shows.</summary>
    private const int MostKinds = 6;

    /// <summary>The deal, or the question which one.</summary>
    public static async Task<(Deal? Deal, Reply? Ask)> DealAsync(Act act, IReadOnlyList<Document> waiting, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is { } named)
        {
            return (named, null);
        }

        var mine = act.Db.Deals.VisibleTo(act.Viewer).Where(d => d.Status != DealStatus.Lost);
        if (act.Frame.Ref("contract") is { } contract && await act.Db.Contracts.VisibleTo(act.Viewer).Where(c => c.Key == contract).Select(c => c.Deal!.Key).FirstOrDefaultAsync(cancellationToken) is { } owning)
        {
            return (await act.With("deal", owning).DealAsync(cancellationToken), null);
        }

        var customer = act.Frame.Ref("customer");
        var keys = await mine.Where(d => customer == null ? d.Status == DealStatus.Open && d.OwnerId == act.Me.Id : d.Customer!.Key == customer)
            .OrderByDescending(d => d.Key == act.Focus.Deal).ThenBy(d => d.Status).ThenByDescending(d => d.LastActivityAt).Select(d => d.Key).Take(MostDeals).ToListAsync(cancellationToken);
        if (customer is not null && keys.Count == 1)
        {
            return (await act.With("deal", keys[0]).DealAsync(cancellationToken), null);
        }

        if (act.Focus.Deal is { } focus && !keys.Contains(focus, StringComparer.Ordinal) && customer is null && await mine.AnyAsync(d => d.Key == focus, cancellationToken))
        {
            keys.Insert(0, focus);
        }

        return (null, await AskDealAsync(Unnamed(act), keys, waiting, cancellationToken));
    }

    /// <summary>A kind by its id or name, or by its place among those that were offered.</summary>
    public static string? KindOf(Act act)
    {
        var said = act.Slots.Text("kind");
        var offered = (act.Slots.Text("kinds") ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries);
        return int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= offered.Length ? offered[place - 1] : said == Each ? Each : DocumentKinds.Find(act.Process, said);
    }

    /// <summary>What it is, with the kinds that the deal's stage waits for first; several files are one kind, or each is asked about.</summary>
    public static Reply AskKind(Act act, Deal deal, IReadOnlyList<Document> waiting)
    {
        var wanted = DocumentKinds.Wanted(act.Process, deal.Stage);
        var (kinds, filled) = Offered(act, deal, waiting);
        var question = Question(deal, waiting, act.Slots.Flag(Each) == true);
        var rows = kinds.Select((kind, i) => new
        {
            Number = i + 1, Name = Say(kind), Detail = kind == Each ? "Document.not_the_same" : wanted.Contains(kind, StringComparer.Ordinal) ? new Word("Document.wanted_now", StageName.Of(deal.Stage)) : (Word)"Document.of_the_deal",
            Button = new Button(Say(kind), act.Frame.Intent, new Slots(filled) { ["kind"] = kind }),
        }).ToList();
        return new Reply(new View("choose", new { Question = question, Rows = rows, Cancel = new Button("Button.cancel", "cancel") }, question)) { Focus = act.Asking("kind", filled) with { Deal = deal.Key } };
    }

    /// <summary>Adds to the receipt of one file the question about the next.</summary>
    public static Reply AndNext(Act act, Deal deal, IReadOnlyList<Document> left, Reply reply)
    {
        act = Intake.Only(act, left);
        act.Slots.Set(Each, value: true);
        var (kinds, filled) = Offered(act, deal, left);
        var question = Question(deal, left, each: true);
        var receipt = reply.Receipt!.Noting(question) with { Buttons = [.. kinds.Select(kind => new Button(Say(kind), act.Frame.Intent, new Slots(filled) { ["kind"] = kind }))] };
        return reply with { Receipt = receipt, Focus = act.Asking("kind", filled) with { Deal = deal.Key } };
    }

    private static (IReadOnlyList<string> Kinds, Slots Filled) Offered(Act act, Deal deal, IReadOnlyList<Document> waiting)
    {
        IReadOnlyList<string> kinds = [.. DocumentKinds.For(act.Process, deal.Stage).Take(MostKinds), .. waiting.Count > 1 && act.Slots.Flag(Each) != true ? [Each] : Array.Empty<string>()];
        var filled = new Slots(Orders.ToData(act.Frame)) { ["kinds"] = string.Join('|', kinds) };
        filled.Remove("kind");
        return (kinds, filled);
    }

    private static Word Question(Deal deal, IReadOnlyList<Document> waiting, bool each) =>
        waiting.Count == 0 ? new Word("Document.which_kind", deal.Name) : new Word("Document.what_is", each ? waiting[0].Name : waiting.Select(d => d.Name).ToList(), deal.Name);

    private static Word Say(string kind) => kind == Each ? "Document.each" : DocumentKinds.Say(kind);

    private static async Task<Reply> AskDealAsync(Act act, List<string> keys, IReadOnlyList<Document> waiting, CancellationToken cancellationToken)
    {
        Word question = waiting.Count == 0 ? "Ask.attach_document.deal" : new Word("Document.which_deal", waiting.Select(d => d.Name).ToList());
        return keys.Count == 0 ? Conversation.Question.For(act, "deal", question) : await Conversation.Question.WhichAsync(act, keys, cancellationToken, question: question);
    }

    /// <summary>Without the name that nobody knows, which is asked for anew.</summary>
    private static Act Unnamed(Act act) => act with
    {
        Frame = act.Frame with
        {
            Slots = new Slots(act.Slots.Where(s => s.Key is not ("deal" or "customer"))), Refs = act.Frame.Refs.Where(r => r.Key is not ("deal" or "customer")).ToDictionary(r => r.Key, r => r.Value, StringComparer.Ordinal), Clarify = [],
        },
    };
}
