using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>A deal that a manager put on ice (ST-12): it is seen and written about, and nothing of it changes until the day is over or they take it back.</summary>
internal static class Frozen
{
    /// <summary>Changed along with what is done beside the deal, by the freeze itself, and where it gets another owner: a freeze says that it rests, not who answers for it.</summary>
    private static readonly string[] Free = [nameof(Deal.OwnerId), nameof(Deal.FrozenUntil), nameof(Deal.FrozenReason), nameof(Deal.LastActivityAt), nameof(Deal.Version), nameof(Deal.ReviewedAmount), nameof(Deal.AmountInReview)];

    public static bool Is(Deal deal, DateOnly today) => deal.Status == DealStatus.Open && deal.FrozenUntil >= today;

    public static Button Thaw(Deal deal) => new("Command.unfreeze_deal", "unfreeze_deal", new Slots { ["deal"] = deal.Key });

    /// <summary>That it is frozen, until when and why; whoever leads may thaw it.</summary>
    public static Reply Reply(Act act, Deal deal)
    {
        Word text = new("Frozen.is", deal.Name, deal.FrozenUntil, deal.FrozenReason);
        List<Button> buttons = [new("Button.open", "show_deal", new Slots { ["deal"] = deal.Key })];
        if (act.Me.May(Permission.ManageTeam))
        {
            buttons.Insert(0, Thaw(deal));
        }

        return new Reply(new View("text", new { Title = new Word("Frozen.title"), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.About(deal) };
    }

    /// <summary>The answer instead of the command's own where it changed a deal that was frozen, with all its changes dropped; null where it did not.</summary>
    public static Reply? Refuse(Act act)
    {
        var touched = act.Db.Tracked<Deal>().FirstOrDefault(e => e.State == EntityState.Modified && e.Property(d => d.FrozenUntil).OriginalValue >= act.Today && e.Property(d => d.Status).OriginalValue == DealStatus.Open
            && e.Property(d => d.FrozenUntil).CurrentValue >= act.Today && e.Properties.Any(p => p.IsModified && !Free.Contains(p.Metadata.Name, StringComparer.Ordinal)));
        // A stage that is no longer on the ladder is left by frozen deals too; and a review of its amount was open before: whoever decides it decides it.
        if (touched is null || act.Db.Tracked<Definition>().Any(e => e is { State: EntityState.Added, Entity.Name: SalesProcess.Name }) || act.Db.Tracked<Approval>().Any(e => e.Entity.Kind == ApprovalKind.AmountReview && e.Entity.DealId == touched.Entity.Id && e.Property(a => a.Status).IsModified))
        {
            return null;
        }

        var deal = touched.Entity;
        act.Db.DropChanges();
        return Reply(act, deal);
    }
}
