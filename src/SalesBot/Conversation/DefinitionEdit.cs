using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// A change by an admin of something that the company lays down for itself (AL-04): asked why, read back in plain words with what it touches, and only then saved as a
/// new version. It is not undone but gone back from: versions are only added. Words stand under <see cref="Words"/>.
/// </summary>
internal abstract class DefinitionEdit<T> : TriedEdit
    where T : class
{
    /// <summary>So many of the changes are said with the question why; all of them when it is read back.</summary>
    private const int MostAsked = 3;

    /// <summary>The <see cref="Definition.Name"/> of its versions.</summary>
    protected abstract string Name { get; }

    /// <summary>What the keys of its words begin with: <c>{Words}.same</c>, <c>.read_back</c>, <c>.saved</c>, <c>.touches</c>, <c>.no_version</c>.</summary>
    protected abstract string Words { get; }

    /// <summary>To look at what holds, and at its versions.</summary>
    protected abstract (string Show, string Versions) Looks { get; }

    public sealed override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (before, version) = await InForceAsync(act, cancellationToken);
        act = Read(act);
        var (after, bad) = await ChangeAsync(act, before, cancellationToken);
        if (after is null)
        {
            return bad!;
        }

        if (Fault(act, after) is { } fault)
        {
            return Act.Say(fault);
        }

        if (Write(after) == Write(before))
        {
            return Act.Say(Words + ".same");
        }

        if (await FurtherAsync(act, after, cancellationToken) is { } further)
        {
            return further;
        }

        var facts = Differences(act, before, after);
        if (act.Slots.Text("reason") is null)
        {
            var ask = Question.Ask(act.Frame.Intent, "reason");
            return Question.For(act, "reason", facts.Count == 0 ? ask : new Word("Laid.why", facts.Take(MostAsked).Select(fact => new Word("Approval.text", fact.Label, fact.Value)).ToList(), ask));
        }

        return act.Slots.Flag("confirm") is true
            ? await SaveAsync(act, version, after, facts, cancellationToken)
            : ReadBack(act, version, [.. facts, new(Words + ".touches", await TouchesAsync(act, before, after, cancellationToken)), .. await TrialAsync(act, before, after, cancellationToken), new("Process.why", act.Slots.Text("reason", 400)!)]);
    }

    public sealed override async Task<IReadOnlyList<LaidFact>> TriedAsync(Act act, CancellationToken cancellationToken)
    {
        var (before, _) = await InForceAsync(act, cancellationToken);
        act = Read(act);
        var (after, _) = await ChangeAsync(act, before, cancellationToken);
        return after is null || Fault(act, after) is not null ? [] : [.. Differences(act, before, after), .. await TrialAsync(act, before, after, cancellationToken)];
    }

    /// <summary>The spec of such a command.</summary>
    /// <param name="id">Of the command.</param>
    /// <param name="requires">What it needs to know, in the order of asking.</param>
    protected static CommandSpec Editing(string id, params string[] requires) =>
        new(id, Permission.Administer) { AsksItself = true, Requires = requires, MayAsk = ["reason"], InHelp = false, Undoable = false };

    /// <summary>What holds now, and the number of its version; 0 is what the service ships with.</summary>
    protected abstract Task<(T Laid, int Version)> InForceAsync(Act act, CancellationToken cancellationToken);

    /// <summary>As a version keeps it.</summary>
    protected abstract string Write(T laid);

    /// <summary>What a version kept; null where it cannot be read any more, or was of something else.</summary>
    protected abstract T? Parse(string content);

    /// <summary>What the service ships with.</summary>
    protected abstract T Shipped { get; }

    /// <summary>The order with what its words say besides the slots.</summary>
    protected virtual Act Read(Act act) => act;

    /// <summary>It as it would be, or a question or refusal instead.</summary>
    protected abstract Task<(T? After, Reply? Bad)> ChangeAsync(Act act, T before, CancellationToken cancellationToken);

    /// <summary>Why it cannot be so; null where it can.</summary>
    protected abstract Word? Fault(Act act, T after);

    /// <summary>What has to be asked before it is read back: where records go that it leaves behind.</summary>
    protected virtual Task<Reply?> FurtherAsync(Act act, T after, CancellationToken cancellationToken) => Task.FromResult<Reply?>(null);

    /// <summary>In what the two differ, in plain words.</summary>
    protected abstract IReadOnlyList<LaidFact> Differences(Act act, T before, T after);

    /// <summary>What of the company's records it touches.</summary>
    protected abstract Task<object> TouchesAsync(Act act, T before, T after, CancellationToken cancellationToken);

    /// <summary>What else is seen before it is saved: how it would have gone in the past, and will go on the coming days.</summary>
    protected virtual Task<IReadOnlyList<LaidFact>> TrialAsync(Act act, T before, T after, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<LaidFact>>([]);

    /// <summary>What goes along with saving it, and how that it holds is said.</summary>
    protected virtual Task<Word> SavedAsync(Act act, T after, int version, CancellationToken cancellationToken) => Task.FromResult(new Word(Words + ".saved", version));

    /// <summary>The version that the slot <c>version</c> names, to go back to; 0 is what ships.</summary>
    protected async Task<(T? After, Reply? Bad)> EarlierAsync(Act act, CancellationToken cancellationToken)
    {
        var said = new string([.. (act.Slots.Text("version") ?? "").Where(char.IsAsciiDigit)]);
        var number = int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var one) ? one : -1;
        var version = number > 0 ? await act.Db.Definitions.AsNoTracking().FirstOrDefaultAsync(d => d.Name == Name && d.Number == number, cancellationToken) : null;
        var laid = number == 0 ? Shipped : version is null ? null : Parse(version.Content);
        return (laid, laid is null ? Act.Say(new Word(Words + ".no_version", Excerpt.Of(act.Slots.Text("version")))) : null);
    }

    /// <summary>What changes, whom it touches, and a yes that holds only for the version it was read from.</summary>
    private Reply ReadBack(Act act, int version, IReadOnlyList<LaidFact> facts)
    {
        var filled = Orders.ToData(act.Frame);
        filled[StaleYes.Base] = Number(version);
        var yes = new Slots(filled);
        yes.Set("confirm", value: true);
        Word question = new(Words + ".read_back", version + 1);
        var data = new { Question = question, Facts = facts, Yes = new Button("Button.yes", act.Frame.Intent, yes, "positive"), Others = Array.Empty<Button>(), No = new Button("Button.cancel", "cancel") };
        return new Reply(new View("confirm", data, question)) { Focus = act.Asking("confirm", filled) };
    }

    /// <summary>As the version after the one that the change was made from: what was read may be a minute old where another node saved, and nothing of theirs is lost.</summary>
    private async Task<Reply> SaveAsync(Act act, int version, T after, IReadOnlyList<LaidFact> facts, CancellationToken cancellationToken)
    {
        var newest = await Definitions.NewestAsync(act.Db, Name, cancellationToken);
        if (act.Slots.Text(StaleYes.Base) != Number(newest?.Number ?? 0))
        {
            return Overtaken(act, newest, facts);
        }

        act.Db.Add(Definitions.Next(Name, version, Write(after), act.Now, act.Me.Id, act.Slots.Text("reason", 400)));
        var text = await SavedAsync(act, after, version + 1, cancellationToken);
        Button[] buttons = [new(new Word("Command." + Looks.Show), Looks.Show), new(new Word("Command." + Looks.Versions), Looks.Versions)];
        return new Reply(new View("text", new { Title = (Word?)null, Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Focus.Settled(), InPlace = act.PressedCard is not null };
    }

    /// <summary>Of two admins who read the same version the second sees whose came first, and may look at theirs on top of it.</summary>
    private Reply Overtaken(Act act, Definition? newest, IReadOnlyList<LaidFact> facts)
    {
        var again = new Slots(Orders.ToData(act.Frame).Where(slot => slot.Key is not ("confirm" or StaleYes.Base)));
        Word who = newest?.By is { } by ? new Word("Undo.by", by, newest.CreatedAt) : newest is null ? "Undo.by_somebody" : new Word("Undo.by_service", newest.CreatedAt);
        object now = new Word("Format.Dot", new Word("Process.version", newest?.Number ?? 0), newest?.Note ?? "");
        var rows = facts.Select(fact => new StaleYes.Row(fact.Label, fact.Value, now, who)).ToList();
        Button[] buttons = [new Button("Button.read_again", act.Frame.Intent, again), new Button(new Word("Command." + Looks.Versions), Looks.Versions)];
        return StaleYes.Reply(new Word("Command." + Looks.Show), rows, buttons) with { Focus = act.Focus.Settled() };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A change that can be looked at before anybody says why or yes.</summary>
internal abstract class TriedEdit : Command
{
    /// <summary>What it changes and how that would have gone; nothing where the order is not whole yet, or cannot be.</summary>
    public abstract Task<IReadOnlyList<LaidFact>> TriedAsync(Act act, CancellationToken cancellationToken);
}

/// <summary>One line of what is read back.</summary>
internal sealed record LaidFact(Word Label, object Value);
