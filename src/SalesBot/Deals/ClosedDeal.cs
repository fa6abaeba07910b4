using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>
/// What is won or lost stays as it is: whoever leads others may correct the amount of a won deal and reopen one, nobody else changes it.
/// Follow-ups, to-dos and contracts of it go on.
/// </summary>
internal static class ClosedDeal
{
    /// <summary>The deal that an order changes: found and open; else the answer to give instead.</summary>
    public static async Task<(Deal? Deal, Reply? Answer)> OpenDealAsync(this Act act, CancellationToken cancellationToken)
    {
        var deal = await act.DealAsync(cancellationToken);
        return deal is null
            ? (null, Question.NotFound(act, "deal", act.Slots.Text("deal") ?? ""))
            : await act.ClosedAsync(deal, cancellationToken) is { } closed ? (null, closed) : (deal, null);
    }

    /// <summary>That the deal is closed since when, and how it is opened again, or that it is frozen; null while it may be worked on.</summary>
    public static async Task<Reply?> ClosedAsync(this Act act, Deal deal, CancellationToken cancellationToken)
    {
        if (deal.Status == DealStatus.Open)
        {
            return Frozen.Is(deal, act.Today) ? Frozen.Reply(act, deal) : null;
        }

        List<Button> buttons = [new Button("Button.open", "show_deal", new Slots { ["deal"] = deal.Key })];
        Word how = act.Org.Superior(act.Me) is { } superior ? new("Deal.closed_ask", superior) : new("Deal.closed_ask_lead");
        if (act.Me.May(Permission.ManageTeam))
        {
            var stage = await LastOpenAsync(act, deal, cancellationToken);
            how = new Word(deal.Status == DealStatus.Won ? "Deal.closed_won_lead" : "Deal.closed_lead");
            buttons.Add(new Button(new Word("Button.reopen_in", StageName.Of(stage)), "move_stage", new Slots { ["deal"] = deal.Key, ["stage"] = stage, ["from"] = deal.Stage }));
        }

        Word title = new("Deal.closed_already", deal.Name, deal.Status, deal.ClosedAt);
        return new Reply(new View("text", new { Title = title, Paragraphs = new[] { how }, Buttons = buttons }, title)) { Focus = act.About(deal) };
    }

    /// <summary>Where it stood before it was closed; the last open stage where its history does not tell.</summary>
    public static async Task<string> LastOpenAsync(Act act, Deal deal, CancellationToken cancellationToken)
    {
        var from = await act.Db.StageChanges.Where(c => c.DealId == deal.Id && c.To == deal.Stage).OrderByDescending(c => c.Id).Select(c => c.From).FirstOrDefaultAsync(cancellationToken);
        return act.Process.Open.Any(s => s.Id == from) ? from! : act.Process.Open.Last().Id;
    }
}
