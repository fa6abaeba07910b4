using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// “恢复X”, "resume X": nudges about a customer or deal that rest reach the speaker again at once. Where none rests and a deal is frozen, whoever may thaw it means that; where its words are of nudges, it is asked.
/// </summary>
internal sealed class WakeNudges : Command
{
    public override CommandSpec Spec { get; } = new("wake_nudges", Permission.Member) { MayAsk = ["customer"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Slots.Text("finding") is { } one)
        {
            return await SingleAsync(act, one, cancellationToken);
        }

        if (await RestNudges.AboutAsync(act, cancellationToken) is not { } about)
        {
            return act.Slots.Text("customer") is { } nobody ? Question.NotFound(act, "customer", nobody) : Question.For(act, "customer");
        }

        if (await Rest.EndAsync(act.Db, act.Me, about.Key, act.Now, cancellationToken) is not null)
        {
            return Act.Say(new Word("Rest.over", about.Name)) with { InPlace = act.PressedCard is not null, Focus = act.Focus.Settled() };
        }

        return await FrozenAsync(act, about, cancellationToken) ?? Act.Say(new Word(act.Me.May(Permission.ManageTeam) && !act.Pressed ? "Rest.neither" : "Rest.did_not", about.Name)) with { InPlace = act.PressedCard is not null, Focus = act.Focus.Settled() };
    }

    /// <summary>One nudge that was put off by itself.</summary>
    private static async Task<Reply> SingleAsync(Act act, string said, CancellationToken cancellationToken)
    {
        var finding = long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await act.Db.Findings.FirstOrDefaultAsync(f => f.Id == id && f.PersonId == act.Me.Id && f.SnoozedUntil > act.Now, cancellationToken) : null;
        if (finding is null)
        {
            return Act.Say("NotFound.gone");
        }

        (finding.SnoozedUntil, finding.SnoozedFor) = (act.Now, null);
        return Act.Say("Rest.nudge_over") with { Focus = act.Focus.Settled() };
    }

    /// <summary>The deal that is frozen, or one of the customer's; null where none is, or the speaker may not thaw it.</summary>
    private static async Task<Reply?> FrozenAsync(Act act, RestNudges.Named about, CancellationToken cancellationToken)
    {
        if (act.Pressed || !act.Me.May(Permission.ManageTeam))
        {
            return null;
        }

        var frozen = await act.Db.Deals.VisibleTo(act.Viewer).Where(d => d.Status == DealStatus.Open && d.FrozenUntil >= act.Today && (d.Key == about.Key || d.Customer!.Key == about.Key)).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        var thaw = act with { Frame = act.Frame with { Intent = "unfreeze_deal" } };
        return frozen switch
        {
            [] => null,
            [var one] when RuleWords.Lists.In("nudges", act.Said) is null => await new UnfreezeDeal().RunAsync(thaw.With("deal", one.Key), cancellationToken),
            [var one] => Offer(act, one),
            _ => await Question.WhichAsync(thaw, [.. frozen.Select(d => d.Key)], cancellationToken),
        };
    }

    private static Reply Offer(Act act, Deal deal)
    {
        Word text = new("Rest.frozen", deal.Name, deal.FrozenUntil);
        return new Reply(new View("text", new { Title = (Word?)null, Paragraphs = new[] { text }, Buttons = new[] { Frozen.Thaw(deal) } }, text)) { Focus = act.Focus.Settled() };
    }
}
