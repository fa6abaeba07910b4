using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>Moves of a deal along the ladder: whether one may be made now (ST-02, ST-04), and what it writes.</summary>
internal static class StageMove
{
    /// <summary>Among what was overridden: stages were left out.</summary>
    public const string Skip = "skip";

    /// <summary>A button that moves the deal from where it stands now; pressed on a stale card it moves nothing.</summary>
    public static Button Button(Deal deal, Stage to) =>
        new(new Word("Button.move_to", StageName.Of(to.Id)), "move_stage", new Slots { ["deal"] = deal.Key, ["stage"] = to.Id, ["from"] = deal.Stage });

    /// <summary>What the deal has and lacks of what the stages up to <paramref name="to"/> need, stages left out among it.</summary>
    public static async Task<GateResult> CheckAsync(Act act, Deal deal, Stage to, CancellationToken cancellationToken)
    {
        var (here, there) = (Math.Max(act.Process.PlaceOf(deal.Stage), 0), act.Process.PlaceOf(to.Id));
        // A lead becomes a deal with budget and authority only (CU-08), whatever the process asks of deals.
        string[] lead = deal.CameAsLead && here == 0 && there > 0 ? ["budget", "authority"] : [];
        var gate = await StageGate.CheckAsync(act.Db, deal, act.Process.Stages.Skip(here).Take(there - here).SelectMany(s => s.Needs).Concat(lead), cancellationToken);
        return there > act.Process.PlaceOf(deal.Stage) + 1 ? gate with { Missing = [Skip, .. gate.Missing] } : gate;
    }

    /// <summary>Null when the deal may move up to <paramref name="to"/>; else what stands in the way, with the buttons that clear it.</summary>
    public static async Task<Reply?> ObstacleAsync(Act act, Deal deal, Stage to, GateResult gate, CancellationToken cancellationToken)
    {
        List<string> missing = [.. gate.Missing.Where(m => m != Skip)];
        if (gate.Missing.Contains(Skip, StringComparer.Ordinal))
        {
            if (!MayOverride(act, deal))
            {
                return Skipping(act, deal, to);
            }

            if (act.Slots.Text("reason") is null)
            {
                return Question.For(act, "reason");
            }
        }

        return missing.Count == 0 ? null : Incomplete(act, deal, to, missing, await InReview.OfAsync(act, deal, missing, cancellationToken));
    }

    /// <summary>A manager lets a deal pass that lacks something, but not one of their own while there is somebody above them.</summary>
    public static bool MayOverride(Act act, Deal deal) =>
        act.Me.May(Permission.ManageTeam) && (deal.OwnerId != act.Me.Id || act.Org.Superior(act.Me) is null);

    /// <summary>Writes the move with its history and what its gate found. The clock of the stage starts anew, so a parked stall is over.</summary>
    public static void Apply(Act act, Deal deal, string to, GateResult gate)
    {
        act.Db.Add(new StageChange
        {
            Key = Keys.New('H'), CreatedAt = act.Now, Deal = deal, From = deal.Stage, To = to, At = act.Now, ById = act.Me.Id, Reason = to == SalesProcess.Lost ? null : act.Slots.Text("reason", 400),
            Passed = [.. gate.Passed], Overridden = [.. gate.Missing],
        });
        deal.Stage = to;
        deal.Status = to switch { SalesProcess.Won => DealStatus.Won, SalesProcess.Lost => DealStatus.Lost, _ => DealStatus.Open };
        deal.ClosedAt = deal.Status == DealStatus.Open ? null : act.Now;
        deal.StageSince = act.Now;
        deal.LastActivityAt = act.Now;
        (deal.ParkedUntil, deal.StallReason, deal.LostReason) = (null, null, null);
    }

    /// <summary>What the stage that was left, and being won, would have liked to see: said on the receipt, with a button for each gap.</summary>
    public static async Task<(Word? Note, Button[] Buttons)> AdviceAsync(Act act, Deal deal, string left, string to, CancellationToken cancellationToken)
    {
        var advised = (act.Process.Find(left)?.Advises ?? []).Concat(to == SalesProcess.Won ? act.Process.Find(to)?.Advises ?? [] : []);
        var missing = (await StageGate.CheckAsync(act.Db, deal, advised, cancellationToken)).Missing;
        return missing.Count == 0 ? (null, []) : (new Word("Stage.advice", Gaps.Said(missing)), Gaps.Buttons(act, deal, missing, await InReview.OfAsync(act, deal, missing, cancellationToken)));
    }

    /// <summary>What was let pass all the same; null where nothing was missing.</summary>
    public static Word? Overridden(GateResult gate) =>
        gate.Missing.Count == 0 ? null : new Word("Stage.overridden", gate.Missing.Select(m => m == Skip ? "Stage.skip" : Gaps.Wanted(m)).ToList());

    private static Reply Skipping(Act act, Deal deal, Stage to)
    {
        var next = act.Process.Stages[act.Process.PlaceOf(deal.Stage) + 1];
        Word text = new("Stage.no_skipping", deal.Name, StageName.Of(deal.Stage), StageName.Of(next.Id), StageName.Of(to.Id));
        return Explained(act, deal, "Stage.no_skipping_title", [text], [Button(deal, next), .. Asking(act, deal, to)]);
    }

    private static Reply Incomplete(Act act, Deal deal, Stage to, IReadOnlyList<string> missing, InReview waiting)
    {
        List<Word> lines = [new Word("Stage.incomplete", deal.Name, StageName.Of(to.Id), missing.Select(Gaps.Wanted).ToList()), .. waiting.Facts.Keys.Select(gap => new Word("Stage.in_review", Gaps.Wanted(gap), waiting.Said(gap)))];
        var way = MayOverride(act, deal) ? [Override(act, deal, to)] : Asking(act, deal, to);
        return Explained(act, deal, "Stage.incomplete_title", lines, [.. Gaps.All(act, deal, missing, waiting), Checklist(deal), .. way]);
    }

    private static Button Override(Act act, Deal deal, Stage to)
    {
        var data = new Slots { ["deal"] = deal.Key, ["stage"] = to.Id, ["from"] = deal.Stage };
        if (act.Slots.Text("reason", 400) is { } reason)
        {
            data["reason"] = reason;
        }

        return new Button("Button.override_gate", "override_gate", data);
    }

    private static IEnumerable<Button> Asking(Act act, Deal deal, Stage to) =>
        act.Org.Superior(act.Me) is { } superior ? [new Button(new Word("Button.request_skip", superior), "request_skip", new Slots { ["deal"] = deal.Key, ["stage"] = to.Id })] : [];

    private static Button Checklist(Deal deal) => new("Button.stage_checklist", "stage_checklist", new Slots { ["deal"] = deal.Key });

    private static Reply Explained(Act act, Deal deal, Word title, IReadOnlyList<Word> lines, IReadOnlyList<Button> buttons) =>
        new(new View("text", new { Title = title, Paragraphs = lines, Buttons = buttons }, lines[0])) { Focus = act.About(deal) };
}
