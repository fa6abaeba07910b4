using SalesBot.Data;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>
/// Which of somebody's acts is named by who takes it back or wants it back: by its kind, its record, its words. Only what fits all that is named is meant; of several,
/// and where none does, the nearest are offered.
/// </summary>
/// <param name="One">The act that is meant; null where none or several may be.</param>
/// <param name="Fitting">All that fit, newest first.</param>
/// <param name="Near">What is offered instead, newest first.</param>
internal sealed record MeantAct(AuditEntry? One, IReadOnlyList<AuditEntry> Fitting, IReadOnlyList<AuditEntry> Near)
{
    /// <summary>So much of the words must be there.</summary>
    private const double Enough = 0.6;

    /// <summary>Offered at most.</summary>
    private const int Most = 5;

    /// <summary>Whoever says nothing else means the last one.</summary>
    public static bool IsNamed(Frame order) => order.Slots.ContainsKey("act") || order.Slots.ContainsKey("offer") || order is { Refs.Count: > 0 } or { Named: not null };

    /// <summary>The acts that fit all that is named, else the nearest ones to choose from.</summary>
    /// <param name="entries">Newest first.</param>
    public static async Task<MeantAct> FindAsync(Act act, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var traces = new List<(string Field, string Value)>();
        foreach (var area in Area.All) traces.AddRange(await area.TracesAsync(act, cancellationToken));
        var commands = act.Slots.Text("act")?.Split(',');
        var shares = act.Frame.Named is { } words ? await NamedAct.SharesAsync(act, entries, words, cancellationToken) : null;
        bool Concerns(Change change) => traces.Exists(trace => trace.Field == nameof(Record.Key) ? change.Key == trace.Value : change.Fields.Any(field => field.Field == trace.Field && (field.After ?? field.Before) == trace.Value));
        var rated = entries.Select((entry, place) => new Rated(
            entry,
            commands?.Contains(entry.Command, StringComparer.Ordinal) != false,
            act.Frame.Refs.Count == 0 || ChangeLog.FromJson(entry.Changes).Any(Concerns),
            shares?[place] ?? 1)).ToList();
        var fitting = rated.FindAll(one => one.IsKind && one.IsRecord && one.Share >= Enough);
        var best = fitting.FindAll(one => one.Share >= fitting.Max(other => other.Share));
        var isSure = act.Slots.Flag("offer") != true && (best.Count == 1 || act.Slots.Flag("newest") == true || best.TrueForAll(one => !one.CanGo(act.Now)));
        var near = rated.FindAll(one => one.CanGo(act.Now));
        near = best.Exists(near.Contains) ? near.FindAll(best.Contains) : [.. near.OrderByDescending(one => one.Points)];
        return new MeantAct(isSure ? best.FirstOrDefault()?.Entry : null, fitting.ConvertAll(one => one.Entry), [.. near.Take(Most).Select(one => one.Entry).OrderByDescending(entry => entry.Id)]);
    }

    /// <summary>The card that offers the nearest, each with its own button; nothing is changed.</summary>
    /// <param name="why">Why none is simply taken.</param>
    /// <param name="button">What a row's button says, and the command that it orders of an entry.</param>
    public async Task<Reply> OfferAsync(Act act, Word why, (Word Title, string Verb) button, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        foreach (var entry in Near)
        {
            Word when = NamedAct.Wrote(entry) is { } text ? new Word("Undo.when_wrote", entry.At, Excerpt.Of(text)) : new Word("Undo.when", entry.At);
            rows.Add(new Row(await NamedAct.TitleAsync(act, entry, cancellationToken), when, new Button(button.Title, button.Verb, new Slots { ["entry"] = entry.Key })));
        }

        if (rows.Count == 0) return Act.Say(why);
        var groups = new[] { new { Title = new Word("Undo.recent"), Late = false, Rows = rows } };
        return new Reply(new View("tasks", new { Title = new Word("Command.undo"), Empty = why, Groups = groups, Buttons = new[] { new Button("Button.leave_it", "leave_it") } }, why));
    }

    private sealed record Row(Word Main, Word Second, Button Button);

    /// <summary>How far an act is what is named.</summary>
    private sealed record Rated(AuditEntry Entry, bool IsKind, bool IsRecord, double Share)
    {
        public double Points => (IsKind ? 1 : 0) + (IsRecord ? 1 : 0) + Share;

        public bool CanGo(DateTimeOffset now) => Entry.UndoUntil > now;
    }
}
