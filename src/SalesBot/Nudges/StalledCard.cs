using System.Globalization;
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
    private const int Most = 5, MostOwners = 8;

    public static string Subject(Deal deal) => "stalled:" + deal.Key;

    /// <summary>One deal, with the form that clears its alert.</summary>
    public static View One(Deal deal, Person reader, DateTimeOffset now, SalesProcess process, Alert alert)
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
            Step = deal.NextStep ?? "",
            StepOn = deal.NextStepOn >= Presence.Day(reader, now) ? deal.NextStepOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
            Why = deal.ParkedUntil is { } parked ? new Word("Nudge.stalled.broken", parked, deal.NextStep ?? "", deal.StallReason ?? "") : alert.Passed ?? new Word("Nudge.stalled.why", StallLimit.Of(process, deal.Stage)),
            History = alert.History[deal.Id].ToList() is { Count: > 1 } promises ? new Word("Nudge.stalled.history", promises.Count, promises.SkipLast(1).ToList()) : null,
            Clears = new Word("Nudge.stalled.clears"),
            alert.Next,
            Submit = new Button("Button.explain_stall", "explain_stall", new Slots { ["deal"] = deal.Key }, "positive"),
            Open = new Button("Button.open_deal", "show_deal", new Slots { ["deal"] = deal.Key }),
            Because = WhyNudge.Of(alert.Findings),
            Later = SnoozeNudge.Of(alert.Findings),
        }, title, Subject(deal));
    }

    /// <summary>One as the card with its form, several as a list that opens each; whoever hears of many because nobody answered gets a line for each owner of several.</summary>
    /// <returns>Also the deals in the order of the rows; none where the rows are owners.</returns>
    public static (Told Told, IReadOnlyList<Deal> Deals) Tell(IReadOnlyList<Deal> deals, Person reader, Scan scan, Alert alert)
    {
        List<Deal> largest = [.. deals.OrderByDescending(d => d.Amount ?? 0)];
        var byOwner = alert.Passed is not null && deals.Count > Most + 1;
        List<NudgeRow> rows = byOwner
            ? [.. largest.GroupBy(d => d.OwnerId).OrderByDescending(g => g.Count()).Select(g => g.Count() == 1 ? Row(g.First(), reader, scan, alert) : Row([.. g], scan.Now, alert))]
            : [.. largest.Select(d => Row(d, reader, scan, alert))];
        var told = new Told(new Word("Nudge.stalled.several", deals.Count), rows, alert.Findings)
        {
            Why = alert.Passed ?? new Word("Nudge.stalled.why", deals.Min(d => StallLimit.Of(scan.Process, d.Stage))), Next = alert.Next, Most = byOwner ? MostOwners : Most, AtStake = largest.Sum(d => d.Amount ?? 0),
            Buttons = deals.Count > 1 ? [new Button("Button.all_stalled", "stalled_deals")] : [],
            Own = deals.Count == 1 ? One(deals[0], reader, scan.Now, scan.Process, alert) : null,
        };
        return (told, byOwner ? [] : largest);
    }

    private static NudgeRow Row(Deal deal, Person reader, Scan scan, Alert alert)
    {
        var days = Days(deal, scan.Now);
        Word stands = deal.OwnerId == reader.Id ? new("Nudge.stalled.row_mine", days, StageName.Of(deal.Stage)) : new("Nudge.stalled.row", days, StageName.Of(deal.Stage), deal.Owner);
        var promises = alert.History[deal.Id].ToList();
        stands = promises.Count == 0 ? stands : new Word("Format.Dot", stands, new Word("Nudge.stalled.unkept", promises.Count, promises[^1]));
        return new NudgeRow(
            deal.Name,
            promises.Count == 0 && Step(deal, Presence.Day(reader, scan.Now)) is { } step ? new Word("Format.Dot", stands, step) : stands,
            new Money(deal.Amount, deal.Currency),
            alert.Passed is null ? new Button("Button.explain_stall", "stalled_deal", new Slots { ["deal"] = deal.Key }) : new Button("Button.open", "show_deal", new Slots { ["deal"] = deal.Key }));
    }

    /// <summary>An owner of several; the list behind it has just these.</summary>
    private static NudgeRow Row(IReadOnlyList<Deal> deals, DateTimeOffset now, Alert alert) => new(
        deals[0].Owner,
        new Word("Nudge.stalled.row_owner", deals.Count, new Word("Count.days", deals.Max(d => Days(d, now)))),
        new Word("Format.Plain", deals.GroupBy(d => d.Currency, StringComparer.Ordinal).Select(g => new Money(g.Sum(d => d.Amount ?? 0), g.Key)).ToList()),
        new Button("Button.see", "stalled_deals", new Slots { ["person"] = deals[0].Owner.Key, ["finding"] = alert.Findings[0].Id.ToString(CultureInfo.InvariantCulture) }));

    /// <summary>The step that is recorded, and by when or how late it is; null where none is.</summary>
    private static Word? Step(Deal deal, DateOnly today) => deal is not { NextStep.Length: > 0, NextStepOn: { } on } ? null
        : on < today ? new Word("Nudge.stalled.step", deal.NextStep, new Word("Count.days_late", today.DayNumber - on.DayNumber)) : new Word("Nudge.stalled.step", deal.NextStep, new When(on, deal.NextStepAt));

    /// <summary>The alert once it was answered, wherever it is on screen.</summary>
    public static View Answered(Deal deal, Person by)
    {
        Word text = new("Nudge.stalled.answered", deal.Name, by, deal.StallReason ?? "", deal.NextStep ?? "", new When(deal.NextStepOn, deal.NextStepAt));
        return new View("note", new { Title = new Word("Nudge.stalled.answered_title", deal.Name), Text = text }, text, Subject(deal));
    }

    /// <summary>What is said of deals beside what stands on them.</summary>
    /// <param name="Findings">Of which the reader was, or is now, told.</param>
    /// <param name="History">By the deal's number.</param>
    internal sealed record Alert(IReadOnlyList<Finding> Findings, ILookup<long, string> History)
    {
        public Word? Next { get; init; }

        /// <summary>Who let it stand, of what came up the ladder.</summary>
        public Word? Passed { get; init; }
    }

    private static int Days(Deal deal, DateTimeOffset now) => (int)(now - deal.StageSince).TotalDays;
}
