using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.Nudges.Trial;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>A change of the sales process by an admin. Deals in a stage that goes are asked for one stage at a time.</summary>
internal abstract class ProcessEdit : DefinitionEdit<SalesProcess>
{
    /// <summary>Slots <c>to.STAGE</c> say where the deals of a stage go that is no longer there.</summary>
    private const string Goes = "to.";

    protected override string Name => SalesProcess.Name;

    protected override string Words => "Process";

    protected override (string Show, string Versions) Looks => ("show_process", "process_versions");

    protected override SalesProcess Shipped => SalesProcess.Shipped;

    public override Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken)
    {
        if (slot != "stage")
        {
            return Task.FromResult<Reply?>(null);
        }

        var known = Orders.ToData(act.Frame);
        Word text = new($"Ask.{act.Frame.Intent}.stage");
        var buttons = act.Process.Open.Select(s => new Button(StageName.Of(s.Id), act.Frame.Intent, new Slots(known) { ["stage"] = s.Id })).ToList();
        return Task.FromResult<Reply?>(new Reply(new View("text", new { Title = new Word("Command." + act.Frame.Intent), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Asking("stage", known) });
    }

    protected override Task<(SalesProcess Laid, int Version)> InForceAsync(Act act, CancellationToken cancellationToken) => Task.FromResult((act.Process, act.Process.Version));

    protected override string Write(SalesProcess laid) => ProcessFile.Write(laid);

    protected override SalesProcess? Parse(string content) => ProcessFile.Read(content).Process;

    protected override Word? Fault(Act act, SalesProcess after) =>
        ProcessFile.Read(ProcessFile.Write(after)).Faults is [var fault, ..] ? fault.Row == 0 ? fault.Text : new Word("Process.fault", fault.Row, fault.Text) : null;

    protected sealed override async Task<(SalesProcess? After, Reply? Bad)> ChangeAsync(Act act, SalesProcess before, CancellationToken cancellationToken)
    {
        var (after, bad) = await EditAsync(act, before, cancellationToken);
        return (after, bad is null ? null : Act.Say(bad));
    }

    /// <summary>The process as it would be, or why it cannot be so.</summary>
    protected abstract Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken);

    /// <summary>The stage that the order names, by id or name; and that there is none.</summary>
    protected static async Task<(Stage? Stage, Word? Bad)> StageAsync(Act act, CancellationToken cancellationToken)
    {
        var label = act.Slots.Text("stage")!.Split('|')[0];
        return await StageNames.FindAsync(act, label, cancellationToken) is { } id && act.Process.Find(id) is { } stage ? (stage, null) : (null, StageNames.Unknown(act.Process, label));
    }

    /// <summary>The process with one stage changed.</summary>
    protected static SalesProcess With(SalesProcess before, Stage stage) => before with { Stages = [.. before.Stages.Select(s => s.Id == stage.Id ? stage : s)] };

    protected override async Task<Reply?> FurtherAsync(Act act, SalesProcess after, CancellationToken cancellationToken)
    {
        var left = await StageMapping.LeftAsync(act.Db, after, cancellationToken);
        var open = left.FirstOrDefault(l => after.Open.All(s => s.Id != act.Slots.Text(Goes + l.Stage)));
        return open.Stage is null ? null : Where(act, after, open.Stage, open.Deals);
    }

    protected override IReadOnlyList<LaidFact> Differences(Act act, SalesProcess before, SalesProcess after) => [.. ProcessDifference.Of(before, after).Select(c => new LaidFact(c.Label, c.Said))];

    protected override async Task<object> TouchesAsync(Act act, SalesProcess before, SalesProcess after, CancellationToken cancellationToken)
    {
        var left = await StageMapping.LeftAsync(act.Db, after, cancellationToken);
        var touched = ProcessDifference.Of(before, after).Select(c => c.Stage).Concat(left.Select(l => l.Stage)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var deals = act.Db.Deals.Where(d => d.Status == DealStatus.Open && touched.Contains(d.Stage));
        var (count, people) = (await deals.CountAsync(cancellationToken), await deals.Select(d => d.OwnerId).Distinct().CountAsync(cancellationToken));
        var going = left.Select(l => new Word("Process.goes_to", l.Deals, StageName.Of(l.Stage), StageName.Of(act.Slots.Text(Goes + l.Stage)!))).ToList();
        Word touches = new("Process.touched", new Word("Count.open_deals", count), new Word("Count.people", people));
        return going.Count == 0 ? touches : new Word("Format.Plain", going.Prepend(touches).ToList());
    }

    /// <summary>Other stall days are other alerts (AL-04).</summary>
    protected override async Task<IReadOnlyList<LaidFact>> TrialAsync(Act act, SalesProcess before, SalesProcess after, CancellationToken cancellationToken)
    {
        if (before.Open.All(s => StallLimit.Of(before, s.Id) == StallLimit.Of(after, s.Id)))
        {
            return [];
        }

        var scan = new Scan(act.Db, act.Org, act.Now, act.Definitions);
        return await TrialRun.FactsAsync(scan with { Process = before }, scan with { Process = after }, [NudgeRules.Shipped.OfType<StalledDeals>().Single()], cancellationToken);
    }

    protected override async Task<Word> SavedAsync(Act act, SalesProcess after, int version, CancellationToken cancellationToken)
    {
        var left = await StageMapping.LeftAsync(act.Db, after, cancellationToken);
        var moved = await StageMapping.MoveAsync(act.Db, left.ToDictionary(l => l.Stage, l => act.Slots.Text(Goes + l.Stage)!, StringComparer.Ordinal), act.Me.Id, act.Now, cancellationToken);
        return moved == 0 ? new("Process.saved", version) : new("Process.saved_moved", version, moved);
    }

    private static Reply Where(Act act, SalesProcess after, string stage, int deals)
    {
        Word text = new("Process.where", deals, StageName.Of(stage));
        var known = Orders.ToData(act.Frame);
        var buttons = after.Open.Select(to => new Button(ProcessDifference.Name(to), act.Frame.Intent, new Slots(known) { [Goes + stage] = to.Id })).Append(new Button("Button.cancel", "cancel")).ToList();
        return new Reply(new View("text", new { Title = new Word("Command." + act.Frame.Intent), Paragraphs = new[] { text }, Buttons = buttons }, text));
    }
}
