using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>
/// A change of the sales process by an admin: asked why, read back in plain words with the deals and people that it touches, and only then saved as a new version.
/// Deals in a stage that goes are asked for one stage at a time. It is not undone but gone back from: versions are only added.
/// </summary>
internal abstract class ProcessEdit : Command
{
    /// <summary>Slots <c>to.STAGE</c> say where the deals of a stage go that is no longer there.</summary>
    private const string Goes = "to.";

    /// <summary>The spec of such a command.</summary>
    /// <param name="id">Of the command.</param>
    /// <param name="requires">What it needs to know, in the order of asking.</param>
    protected static CommandSpec Editing(string id, params string[] requires) =>
        new(id, Permission.Administer) { Requires = requires, MayAsk = ["reason"], InHelp = false, Undoable = false };

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

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (after, bad) = await ChangeAsync(act, act.Process, cancellationToken);
        if (after is null)
        {
            return Act.Say(bad!);
        }

        var (_, faults) = ProcessFile.Read(ProcessFile.Write(after));
        if (faults is [var fault, ..])
        {
            return Act.Say(fault.Row == 0 ? fault.Text : new Word("Process.fault", fault.Row, fault.Text));
        }

        if (ProcessFile.Write(after) == ProcessFile.Write(act.Process))
        {
            return Act.Say("Process.same");
        }

        var left = await StageMapping.LeftAsync(act.Db, after, cancellationToken);
        var open = left.FirstOrDefault(l => after.Open.All(s => s.Id != act.Slots.Text(Goes + l.Stage)));
        if (open.Stage is not null)
        {
            return Where(act, after, open.Stage, open.Deals);
        }

        if (act.Slots.Text("reason") is null)
        {
            return Question.For(act, "reason");
        }

        return act.Slots.Flag("confirm") is true
            ? await SaveAsync(act, after, left, cancellationToken)
            : await ReadBackAsync(act, after, left, cancellationToken);
    }

    /// <summary>The process as it would be, or why it cannot be so.</summary>
    protected abstract Task<(SalesProcess? After, Word? Bad)> ChangeAsync(Act act, SalesProcess before, CancellationToken cancellationToken);

    /// <summary>The stage that the order names, by id or name; and that there is none.</summary>
    protected static async Task<(Stage? Stage, Word? Bad)> StageAsync(Act act, CancellationToken cancellationToken)
    {
        var label = act.Slots.Text("stage")!.Split('|')[0];
        return await StageNames.FindAsync(act, label, cancellationToken) is { } id && act.Process.Find(id) is { } stage ? (stage, null) : (null, StageNames.Unknown(act.Process, label));
    }

    /// <summary>The process with one stage changed.</summary>
    protected static SalesProcess With(SalesProcess before, Stage stage) => before with { Stages = [.. before.Stages.Select(s => s.Id == stage.Id ? stage : s)] };

    private static Reply Where(Act act, SalesProcess after, string stage, int deals)
    {
        Word text = new("Process.where", deals, StageName.Of(stage));
        var known = Orders.ToData(act.Frame);
        var buttons = after.Open.Select(to => new Button(ProcessDifference.Name(to), act.Frame.Intent, new Slots(known) { [Goes + stage] = to.Id })).Append(new Button("Button.cancel", "cancel")).ToList();
        return new Reply(new View("text", new { Title = new Word("Command." + act.Frame.Intent), Paragraphs = new[] { text }, Buttons = buttons }, text));
    }

    /// <summary>What changes, whom it touches, and a yes that holds only for the version it was read from.</summary>
    private static async Task<Reply> ReadBackAsync(Act act, SalesProcess after, IReadOnlyList<(string Stage, int Deals)> left, CancellationToken cancellationToken)
    {
        var changes = ProcessDifference.Of(act.Process, after);
        var touched = changes.Select(c => c.Stage).Concat(left.Select(l => l.Stage)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var deals = act.Db.Deals.Where(d => d.Status == DealStatus.Open && touched.Contains(d.Stage));
        var (count, people) = (await deals.CountAsync(cancellationToken), await deals.Select(d => d.OwnerId).Distinct().CountAsync(cancellationToken));
        List<Fact> facts = [.. changes.Select(c => new Fact(c.Label, c.Said)), .. left.Select(l => new Fact("Process.goes", new Word("Process.goes_to", l.Deals, StageName.Of(l.Stage), StageName.Of(act.Slots.Text(Goes + l.Stage)!))))];
        facts.AddRange([new("Process.touches", new Word("Process.touched", new Word("Count.open_deals", count), new Word("Count.people", people))), new("Process.why", act.Slots.Text("reason", 400)!)]);
        var filled = Orders.ToData(act.Frame);
        filled[StaleYes.Base] = Number(act.Process.Version);
        var yes = new Slots(filled);
        yes.Set("confirm", value: true);
        Word question = new("Process.read_back", act.Process.Version + 1);
        var data = new { Question = question, Facts = facts, Yes = new Button("Button.yes", act.Frame.Intent, yes, "positive"), Others = Array.Empty<Button>(), No = new Button("Button.cancel", "cancel") };
        return new Reply(new View("confirm", data, question)) { Focus = act.Asking("confirm", filled) };
    }

    private static async Task<Reply> SaveAsync(Act act, SalesProcess after, IReadOnlyList<(string Stage, int Deals)> left, CancellationToken cancellationToken)
    {
        if (act.Slots.Text(StaleYes.Base) != Number((await ProcessVersions.Of(act.Db).MaxAsync(d => (int?)d.Number, cancellationToken)) ?? 0))
        {
            return Act.Say("Process.changed_meanwhile") with { Focus = act.Focus.Settled() };
        }

        var version = ProcessVersions.Add(act, after, act.Slots.Text("reason", 400));
        var moved = await StageMapping.MoveAsync(act.Db, left.ToDictionary(l => l.Stage, l => act.Slots.Text(Goes + l.Stage)!, StringComparer.Ordinal), act.Me.Id, act.Now, cancellationToken);
        Word text = moved == 0 ? new("Process.saved", version.Number) : new("Process.saved_moved", version.Number, moved);
        Button[] buttons = [new("Command.show_process", "show_process"), new("Command.process_versions", "process_versions")];
        return new Reply(new View("text", new { Title = (Word?)null, Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Focus.Settled(), InPlace = act.PressedCard is not null };
    }

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Fact(Word Label, object Value);
}
