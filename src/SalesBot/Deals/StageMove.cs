using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Moves of a deal along the ladder: whether one may be made now (ST-04), and what it writes.</summary>
internal static class StageMove
{
    /// <summary>A button that moves the deal from where it stands now; pressed on a stale card it moves nothing.</summary>
    public static Button Button(Deal deal, Stage to) =>
        new(new Word("Button.move_to", new Word("Stage." + to.Id)), "move_stage", new Slots { ["deal"] = deal.Key, ["stage"] = to.Id, ["from"] = deal.Stage });

    /// <summary>Null when the deal may move up to <paramref name="to"/>; else what stands in the way, with the buttons that clear it.</summary>
    public static async Task<Reply?> ObstacleAsync(Act act, Deal deal, Stage to, CancellationToken cancellationToken)
    {
        var process = SalesProcess.Standard;
        var (here, there) = (process.PlaceOf(deal.Stage), process.PlaceOf(to.Id));
        if (there > here + 1)
        {
            if (!act.Me.May(Permission.ManageTeam))
            {
                return Skipping(act, deal, to, process.Stages[here + 1]);
            }

            if (act.Slots.Text("reason") is null)
            {
                return Question.For(act, "reason");
            }
        }

        var wanted = process.Stages.Skip(Math.Max(here, 0)).Take(there - here).SelectMany(s => s.Needs);
        var missing = await StageGate.MissingAsync(act.Db, deal, wanted, cancellationToken);
        return missing.Count == 0 ? null : Incomplete(act, deal, to, missing);
    }

    /// <summary>Writes the move with its history. The clock of the stage starts anew, so a parked stall is over.</summary>
    public static void Apply(Act act, Deal deal, string to, string? reason)
    {
        act.Db.Add(new StageChange { Key = Keys.New('H'), CreatedAt = act.Now, Deal = deal, From = deal.Stage, To = to, At = act.Now, ById = act.Me.Id, Reason = reason });
        deal.Stage = to;
        deal.Status = to switch { SalesProcess.Won => DealStatus.Won, SalesProcess.Lost => DealStatus.Lost, _ => DealStatus.Open };
        deal.ClosedAt = deal.Status == DealStatus.Open ? null : act.Now;
        deal.StageSince = act.Now;
        deal.LastActivityAt = act.Now;
        (deal.ParkedUntil, deal.StallReason, deal.LostReason) = (null, null, null);
    }

    /// <summary>What the stage that was left would have liked to see: said on the receipt, with a button for each gap.</summary>
    public static async Task<(Word? Note, Button[] Buttons)> AdviceAsync(Act act, Deal deal, string left, CancellationToken cancellationToken)
    {
        var missing = await StageGate.MissingAsync(act.Db, deal, SalesProcess.Standard.Find(left)?.Advises ?? [], cancellationToken);
        return missing.Count == 0 ? (null, []) : (new Word("Stage.advice", Gaps.Said(missing)), Gaps.Buttons(act, deal, missing));
    }

    private static Reply Skipping(Act act, Deal deal, Stage to, Stage next)
    {
        Word text = new("Stage.no_skipping", deal.Name, new Word("Stage." + deal.Stage), new Word("Stage." + next.Id), new Word("Stage." + to.Id));
        List<Button> buttons = [Button(deal, next)];
        if (act.Org.Superior(act.Me) is { } superior)
        {
            buttons.Add(new Button(new Word("Button.request_skip", superior), "request_skip", new Slots { ["deal"] = deal.Key, ["stage"] = to.Id }));
        }

        return Explained(act, deal, "Stage.no_skipping_title", text, buttons);
    }

    private static Reply Incomplete(Act act, Deal deal, Stage to, IReadOnlyList<string> missing) =>
        Explained(act, deal, "Stage.incomplete_title", new Word("Stage.incomplete", deal.Name, new Word("Stage." + to.Id), Gaps.Said(missing)), Gaps.Buttons(act, deal, missing));

    private static Reply Explained(Act act, Deal deal, Word title, Word text, IReadOnlyList<Button> buttons) =>
        new(new View("text", new { Title = title, Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.About(deal) };
}
