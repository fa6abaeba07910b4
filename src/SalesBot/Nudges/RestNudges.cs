using System.Globalization;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>“这个月别再提醒我东岭阀门”: all nudges of the speaker about a customer or deal rest, for two weeks at most. To-dos stay where they are.</summary>
internal sealed class RestNudges : Command
{
    /// <summary>Offered where none was said.</summary>
    private static readonly int[] Days = [1, 3, 7, SnoozeNudge.Longest];

    public override CommandSpec Spec { get; } = new("rest_nudges", Permission.Member) { MayAsk = ["customer", "date"], InHelp = false, Undoable = false, TakenBackBy = "wake_nudges" };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await AboutAsync(act, cancellationToken) is not { } about)
        {
            return act.Slots.Text("customer") is { } nobody ? Question.NotFound(act, "customer", nobody) : Question.For(act, "customer");
        }

        if (SnoozeNudge.Awaited(act) is { } awaited)
        {
            return await BeginAsync(act, about, act.Today.AddDays(SnoozeNudge.Longest), awaited, cancellationToken);
        }

        if (act.Slots.Date("date") is not { } day)
        {
            return Ask(act, new Word("Ask.rest_nudges.date", about.Name, new Word("Count.days", SnoozeNudge.Longest)));
        }

        return day <= act.Today ? Question.Again(act, "date", new Word("SnoozeNudge.bad_day", day, new Word("Count.days", SnoozeNudge.Longest))) : await BeginAsync(act, about, day, null, cancellationToken);
    }

    /// <summary>Until when, with a button for the usual days.</summary>
    public static Reply Ask(Act act, Word question) =>
        MeantRules.Ask(act, question, "date", Days.Select(days => (new Word("Rule.after_days", days), act.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))));

    /// <summary>What rests, and what is to be known of it; the last line where more was asked for than may be.</summary>
    public static List<Word> Lines(Act act, Word until, IReadOnlyList<Finding> resting, DateOnly? asked) =>
    [
        until,
        resting.Count == 0 ? new("Rest.none") : new("Rest.count", new Word("Count.nudges", resting.Count)),
        .. asked > act.Today.AddDays(SnoozeNudge.Longest) ? new[] { new Word("Rest.longest", new Word("Count.days", SnoozeNudge.Longest), asked) } : [],
    ];

    /// <summary>All about one record, until a day, or until something happens if that is sooner.</summary>
    private static async Task<Reply> BeginAsync(Act act, Named about, DateOnly day, string? awaited, CancellationToken cancellationToken)
    {
        var latest = act.Today.AddDays(SnoozeNudge.Longest);
        var until = day > latest ? latest : day;
        var resting = await Rest.BeginAsync(act.Db, act.Me, new Rest.Kept(about.Key, Zones.Instant(until, act.Me.WorkFrom, act.Me.TimeZone), awaited), act.Today, cancellationToken);
        var lines = Lines(act, awaited is null ? new("Rest.until", about.Name, until) : new("Rest.for", about.Name, new Word("SnoozeNudge.event." + awaited), until), resting, day);
        List<Button> buttons = [new("Command.wake_nudges", "wake_nudges", About(about))];
        if (resting.FirstOrDefault(f => f.Rule == "stalled") is { } stalled && act.Today.AddDays(SnoozeNudge.LongestStall) < until)
        {
            lines.Add(new("Rest.stall", act.Today.AddDays(SnoozeNudge.LongestStall)));
            buttons.Insert(0, new("Button.explain_stall", "stalled_deal", new Slots { ["deal"] = stalled.SubjectKey }));
        }

        foreach (var finding in resting)
        {
            if (await SnoozeNudge.LadderAsync(act, finding, cancellationToken) is { } ladder) lines.Add(new Word("Rest.besides", ladder));
        }

        Word title = "Command.rest_nudges";
        return new Reply(new View("text", new { Title = title, Paragraphs = lines.Distinct().ToList(), Buttons = buttons }, new Word("Approval.text", title, lines))) { Focus = act.Focus.Settled(), Done = About(about) };
    }

    /// <summary>The deal that was named, else the customer; null where neither was, or is not to be seen.</summary>
    public static async Task<Named?> AboutAsync(Act act, CancellationToken cancellationToken) =>
        await act.DealAsync(cancellationToken) is { } deal ? new Named(deal.Key, deal.Name, "deal") : await act.CustomerAsync(cancellationToken) is { } customer ? new Named(customer.Key, customer.Name, "customer") : null;

    private static Slots About(Named about) => new() { [about.Slot] = about.Key };

    /// <summary>A deal or customer.</summary>
    internal sealed record Named(string Key, string Name, string Slot);
}
