using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Who hears that a deal was won or lost: the owner's superior, unless it was the superior who closed it.</summary>
internal static class Closing
{
    public static IReadOnlyList<Notice> Tell(Act act, Deal deal)
    {
        if (act.Org.Find(deal.OwnerId) is not { } owner || act.Org.Superior(owner) is not { } superior || superior.Id == act.Me.Id)
        {
            return [];
        }

        Word title = new($"Deal.told_{deal.Status}", owner, deal.Name);
        Word text = deal.Status == DealStatus.Won ? new Word("Deal.told_amount", DealFacts.Amount(deal)) : new Word("Deal.told_reason", DealFacts.Amount(deal), deal.LostReason);
        var data = new { Title = title, Paragraphs = new[] { text }, Buttons = new[] { new Button("Button.open", "show_deal", new Slots { ["deal"] = deal.Key }) } };
        return [new Notice(superior, new View("text", data, title))];
    }
}
