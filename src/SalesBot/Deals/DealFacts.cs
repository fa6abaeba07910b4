using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Facts of a deal as cards and answers say them.</summary>
internal static class DealFacts
{
    /// <summary>The expected close; said to be past when the deal is still open.</summary>
    public static object Close(Deal deal, DateOnly today) => deal switch
    {
        { Status: DealStatus.Open, CloseDate: { } day } when day < today => new Word("Deal.close_past", day),
        { CloseDate: { } day } => day,
        _ => new Word("Format.Unknown"),
    };

    /// <summary>The next step with its day; said to be overdue once the day is over.</summary>
    public static object Next(Deal deal, DateOnly today) => deal switch
    {
        { NextStep: null } => new Word("Format.Unknown"),
        { NextStepOn: null } => deal.NextStep,
        _ => new Word(deal.NextStepOn < today ? "Deal.next_past" : "Deal.next", deal.NextStep, new When(deal.NextStepOn, deal.NextStepAt)),
    };

    /// <summary>The amount; said to be pending while director and finance look at a swing of it (AL-02).</summary>
    public static object Amount(Deal deal) => deal.AmountInReview ? new Word("Review.pending", Money(deal)) : Money(deal);

    /// <summary>How old what we know of it is: hours up to two days, then days (FU-02).</summary>
    public static Word Updated(Deal deal, DateTimeOffset now) => (now - (deal.LastActivityAt ?? deal.CreatedAt)) switch
    {
        { TotalHours: < 1 } => new Word("Deal.just_now"),
        { TotalHours: <= 48 } age => new Word("Deal.hours_ago", (int)age.TotalHours),
        var age => new Word("Deal.days_ago", (int)age.TotalDays),
    };

    private static Money Money(Deal deal) => new(deal.Amount, deal.Currency);

    /// <summary>Whole days since an instant, never less than 0.</summary>
    public static int DaysSince(DateTimeOffset then, DateTimeOffset now) => Math.Max(0, (int)(now - then).TotalDays);
}
