using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>The stall alert: what, why, and the form that clears it; several at once are a list that opens each.</summary>
internal static class StalledCard
{
    private const int Most = 5;

    public static string Subject(Deal deal) => "stalled:" + deal.Key;

    /// <summary>One deal, with the form that clears its alert.</summary>
    public static View One(Deal deal, Person reader, DateTimeOffset now, SalesProcess process, Word? next = null)
    {
        var days = Days(deal, now);
        var owner = deal.OwnerId == reader.Id ? null : deal.Owner;
        Word title = owner is null ? new("Nudge.stalled.title", days, deal.Name) : new("Nudge.stalled.title_of", days, deal.Name, owner);
        return new View("stalled", new
        {
            Title = title,
            Customer = deal.Customer?.Name ?? "",
            Amount = new Money(deal.Amount, deal.Currency),
            Stage = StageName.Of(deal.Stage),
            Since = deal.StageSince,
            LastActivity = deal.LastActivityAt,
            Why = deal.ParkedUntil is { } parked ? new Word("Nudge.stalled.broken", parked, deal.NextStep ?? "", deal.StallReason ?? "") : new Word("Nudge.stalled.why", StallLimit.Of(process, deal.Stage)),
            Clears = new Word("Nudge.stalled.clears"),
            Next = next,
            Submit = new Button("Button.explain_stall", "explain_stall", new Slots { ["deal"] = deal.Key }, "positive"),
            Open = new Button("Button.open_deal", "show_deal", new Slots { ["deal"] = deal.Key }),
        }, title, Subject(deal));
    }

    /// <summary>One as the card with its form, several as a list that opens each.</summary>
    public static Told Tell(IReadOnlyList<Deal> deals, Person reader, Scan scan, IReadOnlyList<Finding> findings, Word? next)
    {
        List<Deal> largest = [.. deals.OrderByDescending(d => d.Amount ?? 0)];
        return new Told(new Word("Nudge.stalled.several", deals.Count), [.. largest.Select(d => Row(d, reader, scan.Now))], findings)
        {
            Why = new Word("Nudge.stalled.why", deals.Min(d => StallLimit.Of(scan.Process, d.Stage))), Next = next, Most = Most, AtStake = largest.Sum(d => d.Amount ?? 0),
            Buttons = deals.Count > Most ? [new Button("Button.all_stalled", "stalled_deals")] : [],
            Own = deals.Count == 1 ? One(deals[0], reader, scan.Now, scan.Process, next) : null,
        };
    }

    private static NudgeRow Row(Deal deal, Person reader, DateTimeOffset now) => new(
        deal.Name,
        deal.OwnerId == reader.Id ? new Word("Nudge.stalled.row_mine", Days(deal, now), StageName.Of(deal.Stage)) : new Word("Nudge.stalled.row", Days(deal, now), StageName.Of(deal.Stage), deal.Owner),
        new Money(deal.Amount, deal.Currency),
        new Button("Button.explain_stall", "stalled_deal", new Slots { ["deal"] = deal.Key }));

    /// <summary>The alert once it was answered, wherever it is on screen.</summary>
    public static View Answered(Deal deal, Person by)
    {
        Word text = new("Nudge.stalled.answered", deal.Name, by, deal.StallReason ?? "", deal.NextStep ?? "", new When(deal.NextStepOn, deal.NextStepAt));
        return new View("note", new { Title = new Word("Nudge.stalled.answered_title", deal.Name), Text = text }, text, Subject(deal));
    }

    private static int Days(Deal deal, DateTimeOffset now) => (int)(now - deal.StageSince).TotalDays;
}
