using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.FollowUps;
using SalesBot.Nudges;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>The card of one deal: where it stands, what comes next, who holds the ball, what was said last. A fact that was asked for comes first.</summary>
internal sealed class ShowDeal : Command
{
    private const int Newest = 3;

    public override CommandSpec Spec { get; } = new("show_deal", Permission.ReadSales) { Requires = ["deal"], Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (DealFilter.Several(act) is not null)
        {
            // “哪个先签”: side by side, by what was asked.
            act.Slots["sort"] = act.Slots.Text("field") == "amount" ? "amount_desc" : "close_asc";
            return await new QueryDeals().RunAsync(act, cancellationToken);
        }

        if (await act.DealAsync(cancellationToken) is not { } deal)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        var waiting = await WaitingAsync(act, deal, cancellationToken);
        if (waiting is not null && !act.Pressed && act.Slots.Text("field") is null && act.Focus.List.Contains(waiting.Key, StringComparer.Ordinal))
        {
            return await ShowApproval.OfAsync(act, waiting, cancellationToken);
        }

        Word text = new("Deal.text", deal.Name, DealFacts.Amount(deal), StageName.Of(deal.Stage), DealFacts.Close(deal, act.Today));
        var answer = WhatIf(act, deal) ?? Answer(deal, act.Slots.Text("field"), act.Today);
        var data = new
        {
            deal.Name,
            Answer = answer,
            Who = deal.Customer is { } customer ? new Word("Deal.who", customer.Name, deal.Owner) : new Word("Deal.who_alone", deal.Owner),
            Ladder = Ladder(act, deal),
            Stage = Standing(deal, act.Now),
            Facts = Facts(act, deal),
            History = act.Slots.Text("what") == "changes" ? await FieldHistory.OfAsync(act, deal, act.Slots.Text("field") ?? "amount", cancellationToken) : null,
            Remarks = await RemarksAsync(act, deal, cancellationToken),
            Ball = waiting is null ? null : await BallAsync(act, waiting, cancellationToken),
            FollowUps = await FollowUpsAsync(act, deal, cancellationToken),
            Buttons = await DealButtons.ForAsync(act, deal, waiting, cancellationToken),
        };
        return new Reply(new View("deal", data, answer ?? text)) { Focus = act.About(deal) with { Person = deal.OwnerId is { } owner && owner != act.Me.Id ? act.Org.Find(owner)?.Key ?? act.Focus.Person : act.Focus.Person, Day = act.Slots.Text("field") == "close_date" ? deal.CloseDate ?? act.Focus.Day : act.Focus.Day } };
    }

    /// <summary>A mark for each step of the ladder, filled up to where the deal stands; empty for a lost deal.</summary>
    private static string Ladder(Act act, Deal deal)
    {
        var process = act.Process;
        var place = process.PlaceOf(deal.Stage);
        return place < 0 ? "" : new string('●', place + 1) + new string('○', process.Stages.Count - place - 1);
    }

    private static Word Standing(Deal deal, DateTimeOffset now) => deal.Status switch
    {
        DealStatus.Open => new Word("Deal.standing", DealFacts.DaysSince(deal.StageSince, now), StageName.Of(deal.Stage)),
        DealStatus.Won => new Word("Deal.standing_won", deal.ClosedAt),
        _ => new Word("Deal.standing_lost", deal.ClosedAt, deal.LostReason ?? (object)new Word("Format.Unknown")),
    };

    /// <summary>What was asked for is said first, and not once more among the rest.</summary>
    private static List<Fact> Facts(Act act, Deal deal)
    {
        var (asked, today) = (act.Slots.Text("field"), act.Today);
        List<Fact> facts = asked == "amount" ? [] : [new("Field.Deal.Amount", DealFacts.Amount(deal))];
        if (deal.Status == DealStatus.Open && asked != "close_date")
        {
            facts.Add(new("Field.Deal.CloseDate", DealFacts.Close(deal, today)));
        }

        if (deal.Status == DealStatus.Open && asked != "next_step")
        {
            facts.Add(new("Field.Deal.NextStep", DealFacts.Next(deal, today)));
        }

        if (deal is { Status: DealStatus.Open, NextStepOn: null } && act.Process.Find(deal.Stage) is { StallDays: > 0 and var days })
        {
            // Without a step of its own it is due when its stage calls it stalled: every open deal has an owner and a day (ST-12).
            facts.Add(new("Deal.due", DateOnly.FromDateTime(Zones.Local(deal.StageSince, act.Me.TimeZone)).AddDays(days)));
        }

        var alerts = NextAlert.Of(new Scan(act.Db, act.Org, act.Now, act.Definitions), deal).ToLookup(a => a.At <= act.Now);
        facts.AddRange(alerts[true].Take(1).Select(a => new Fact("Deal.alert", a.Say(act.Now))));
        facts.AddRange(alerts[false].Take(1).Select(a => new Fact("Deal.next_alert", a.Say(act.Now))));

        if (deal.Status == DealStatus.Open)
        {
            facts.Add(new("Deal.updated", DealFacts.Updated(deal, act.Now)));
        }

        return facts;
    }

    private static Word? Answer(Deal deal, string? field, DateOnly today) => field switch
    {
        "amount" => Say("Amount", DealFacts.Amount(deal)),
        "close_date" => Say("CloseDate", DealFacts.Close(deal, today)),
        "next_step" => Say("NextStep", DealFacts.Next(deal, today)),
        "stage" => Say("Stage", StageName.Of(deal.Stage)),
        "owner" => Say("OwnerId", deal.Owner),
        _ => null,
    };

    /// <summary>“让三个点后是多少钱”: reckoned, and nothing changed.</summary>
    private static Word? WhatIf(Act act, Deal deal)
    {
        var now = new Money(deal.Amount, deal.Currency);
        return (deal.Amount, act.Slots.Number("discount"), act.Slots.Number("delta")) switch
        {
            ({ } amount, { } factor, _) when Discounts.IsSound(factor) => new Word("Deal.what_if_discount", Discounts.Say(factor), now with { Amount = decimal.Round(amount * factor, 2) }, now),
            ({ } amount, _, { } change) when amount + change > 0 => new Word("Deal.what_if", now with { Amount = amount + change }, now),
            _ => null,
        };
    }

    private static Word Say(string field, object value) => new("Deal.answer", new Word("Field.Deal." + field), value);

    /// <summary>That it is frozen; and to whoever leads others, that it goes back and forth.</summary>
    private static async Task<IReadOnlyList<Word>?> RemarksAsync(Act act, Deal deal, CancellationToken cancellationToken)
    {
        List<Word> remarks = Frozen.Is(deal, act.Today) ? [new Word("Frozen.until", deal.FrozenUntil, deal.FrozenReason)] : [];
        if (act.Me.May(Permission.ManageTeam))
        {
            var moves = await act.Db.StageChanges.AsNoTracking().Where(c => c.DealId == deal.Id).ToListAsync(cancellationToken);
            remarks.AddRange(PingPong.Of(act.Process, moves).Select(p => p.Said));
        }

        return remarks is [] ? null : remarks;
    }

    private static Task<Approval?> WaitingAsync(Act act, Deal deal, CancellationToken cancellationToken) =>
        act.Db.Approvals.VisibleTo(act.Viewer).Include(a => a.Approvers)
            .Where(a => a.Status == ApprovalStatus.Pending && (a.DealId == deal.Id || a.Contract!.DealId == deal.Id || a.Quote!.DealId == deal.Id))
            .OrderBy(a => a.SubmittedAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Who has to act now and since when, where a decision is waited for (AP-06).</summary>
    private static async Task<Word> BallAsync(Act act, Approval waiting, CancellationToken cancellationToken)
    {
        var ball = Ball.Of(waiting, await Seating.LoadAsync(act.Db, act.Org, act.Now, cancellationToken));
        return new Word("Deal.ball", ball.Names, ball.Since, ball.DueAt);
    }

    private static async Task<IReadOnlyList<object>> FollowUpsAsync(Act act, Deal deal, CancellationToken cancellationToken)
    {
        var newest = await act.Db.FollowUps.VisibleTo(act.Viewer).Include(f => f.Author)
            .Where(f => f.DealId == deal.Id || (f.DealId == null && f.CustomerId != null && f.CustomerId == deal.CustomerId))
            .OrderByDescending(f => f.HappenedAt).Take(Newest).ToListAsync(cancellationToken);
        return [.. newest.Select(f => FollowUpLine.Of(f, act.Me))];
    }

    private sealed record Fact(Word Label, object Value);
}
