using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// Not now: a nudge rests until a day, or until something happens (the customer is heard of, the contract is signed, the money comes), for two weeks at most. A stall alert
/// rests for three days without its reason (AL-01). What becomes of the step that was announced is said.
/// </summary>
internal sealed class SnoozeNudge : Command
{
    /// <summary>As many days as a nudge rests; a stall alert by its rule.</summary>
    public const int Longest = 14, LongestStall = 3;

    private static readonly string[] Events = ["contact", "contract", "payment", "quote", "stage"];

    public override CommandSpec Spec { get; } = new("snooze_nudge", Permission.Member) { MayAsk = ["until"], InHelp = false, Undoable = false, TakenBackBy = "wake_nudges" };

    /// <summary>The button for what a message tells of one record; null for what follows the clock of a meeting or approval.</summary>
    public static Button? Of(IReadOnlyList<Finding> findings) =>
        findings.Select(f => f.SubjectId).Distinct().Count() != 1 || NudgeRules.Shipped.FirstOrDefault(r => r.Id == findings[0].Rule) is not { MayRest: true } ? null
        : new Button("Button.snooze_nudge", "snooze_nudge", new Slots { ["finding"] = findings[0].Id.ToString(CultureInfo.InvariantCulture) });

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var mine = act.Db.Findings.Where(f => f.PersonId == act.Me.Id && f.ToldAt != null);
        var said = act.Slots.Text("finding");
        if (said is null)
        {
            return await LatestAsync(act, cancellationToken) is { } latest ? latest : Act.Say(act.Frame.Ref("deal") is null && act.Frame.Ref("customer") is null ? "WhyNudge.none" : "SnoozeNudge.none_about");
        }

        if (!long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || await mine.FirstOrDefaultAsync(f => f.Id == id, cancellationToken) is not { } finding)
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say("WhyNudge.not_yours");
        }

        return finding.State == FindingState.Cleared ? Act.Say(new Word("SnoozeNudge.over", RuleSay.Name(finding.Rule), finding.ClearedAt)) : await RestAsync(act, finding, cancellationToken);
    }

    /// <summary>By sentence it is what was told last; of several records the one has to be named. Null where nothing was told that still is so.</summary>
    public static async Task<Reply?> LatestAsync(Act act, CancellationToken cancellationToken)
    {
        var open = act.Db.Findings.Where(f => f.PersonId == act.Me.Id && f.ToldAt != null && f.State == FindingState.Told);
        var about = await AboutAsync(act, cancellationToken);
        var last = about is null ? await open.MaxAsync(f => f.ToldAt, cancellationToken) : null;
        var told = await open.Where(f => about == null ? f.ToldAt == last : about.Contains(f.SubjectKey)).OrderBy(f => f.Id).ToListAsync(cancellationToken);
        told = told.FindAll(f => Of([f]) is not null);
        if (about is not null && told.Count != 1 && Awaited(act) is { } awaited)
        {
            return await new RestNudges().RunAsync(act with { Frame = act.Frame with { Intent = "rest_nudges", Slots = new Slots(act.Slots) { ["until"] = awaited } } }, cancellationToken);
        }

        act = act with { Frame = act.Frame with { Intent = "snooze_nudge", Slots = Read(act) } };
        if (told.Count <= 1)
        {
            return told.Count == 0 ? null : await RestAsync(act, told[0], cancellationToken);
        }

        var keys = told.ConvertAll(f => f.SubjectKey);
        var names = (await Choice.NamesAsync(act, keys, cancellationToken)).ToDictionary(StringComparer.Ordinal);
        var payments = await act.Db.Payments.Where(p => keys.Contains(p.Key)).Select(p => new { p.Key, Name = p.Contract.Title }).ToListAsync(cancellationToken);
        var promises = await act.Db.Promises.Where(p => keys.Contains(p.Key)).Select(p => new { p.Key, Name = p.Content }).ToListAsync(cancellationToken);
        foreach (var one in payments.Concat(promises))
        {
            names[one.Key] = one.Name;
        }

        return MeantRules.Ask(act, "SnoozeNudge.which", "finding", told.Take(8).Select(f => (new Word("Rule.diff", RuleSay.Name(f.Rule), names.GetValueOrDefault(f.SubjectKey) ?? ""), f.Id.ToString(CultureInfo.InvariantCulture))));
    }

    /// <summary>The deal or customer that the words name, with what nudges are about of the customer; null where they name none.</summary>
    private static async Task<List<string>?> AboutAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Frame.Ref("deal") is { } deal)
        {
            return [deal];
        }

        return act.Frame.Ref("customer") is { } customer ? [.. await Rest.SubjectsAsync(act.Db, customer, cancellationToken)] : null;
    }

    /// <summary>The event until which it is to rest; null where none was said.</summary>
    public static string? Awaited(Act act) => Read(act).Text("until") is { } until && Events.Contains(until, StringComparer.Ordinal) ? until : null;

    private static Slots Read(Act act)
    {
        var slots = new Slots(act.Slots);
        var until = slots.Text("until") ?? slots.Text("date") ?? RuleWords.Lists.In("event", act.Pressed ? null : act.Said);
        if (until is not null)
        {
            slots["until"] = until;
        }

        return slots;
    }

    private static async Task<Reply> RestAsync(Act act, Finding finding, CancellationToken cancellationToken)
    {
        var known = new Slots(Read(act)) { ["finding"] = finding.Id.ToString(CultureInfo.InvariantCulture) };
        act = act with { Frame = act.Frame with { Slots = known } };
        if (NudgeRules.Shipped.FirstOrDefault(r => r.Id == finding.Rule) is not { MayRest: true })
        {
            return Act.Say(new Word("SnoozeNudge.urgent", RuleSay.Name(finding.Rule)));
        }

        var (longest, until) = (finding.Rule == "stalled" ? LongestStall : Longest, known.Text("until"));
        var day = DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null;
        var awaits = Awaited(act);
        if (day is null && awaits is null)
        {
            return Ask(act, longest, finding.Rule);
        }

        if (day <= act.Today || day > act.Today.AddDays(longest))
        {
            return finding.Rule == "stalled" && day > act.Today
                ? Act.Say(new Word("SnoozeNudge.stall", longest)) with { View = Explain(finding) }
                : Question.Again(act, "until", new Word("SnoozeNudge.bad_day", day, new Word("Count.days", longest)));
        }

        finding.State = FindingState.Waiting;
        finding.SnoozedUntil = Zones.Instant(day ?? act.Today.AddDays(longest), act.Me.WorkFrom, act.Me.TimeZone);
        finding.SnoozedFor = awaits;
        Word rests = awaits is null ? new("SnoozeNudge.until", finding.SnoozedUntil) : new("SnoozeNudge.for", new Word("SnoozeNudge.event." + awaits), finding.SnoozedUntil);
        var ladder = await LadderAsync(act, finding, cancellationToken);
        Word text = ladder is null ? rests : new Word("Rule.sentences", rests, ladder);
        return Act.Say(text) with { Focus = act.Focus.Settled(), Done = new Slots { ["finding"] = known["finding"] } };
    }

    /// <summary>What becomes of the step that was announced: others who were told keep its clock running; else it waits as long as this rests.</summary>
    public static async Task<Word?> LadderAsync(Act act, Finding finding, CancellationToken cancellationToken)
    {
        var scan = new Scan(act.Db, act.Org, act.Now, act.Definitions);
        if (Ladder.Next(scan, finding) is not { To.Count: > 0 } next)
        {
            return null;
        }

        var others = await act.Db.Findings.AnyAsync(f => f.Rule == finding.Rule && f.SubjectId == finding.SubjectId && f.Step == finding.Step && f.PersonId != act.Me.Id && f.State != FindingState.Cleared, cancellationToken);
        var rests = Presence.Day(act.Me, finding.SnoozedUntil!.Value);
        var days = next.Day.DayNumber - Presence.Day(act.Me, finding.ToldAt ?? act.Now).DayNumber;
        return others ? new Word("SnoozeNudge.goes_on", next.Day, next.To) : new Word("SnoozeNudge.put_off", next.Day <= rests ? rests : rests.AddDays(days), next.To);
    }

    private static Reply Ask(Act act, int longest, string rule)
    {
        (Word Title, int Days)[] days = [("Button.tomorrow", 1), (new Word("Rule.after_days", 3), 3), (new Word("Rule.after_days", 7), 7), (new Word("Rule.after_days", 14), 14)];
        var events = rule is "payment" or "payment_soon" or "invoice" ? ["payment"] : rule == "stalled" ? ["contact", "contract", "quote"] : new[] { "contact" };
        var answers = days.Where(d => d.Days <= longest).Select(d => (d.Title, act.Today.AddDays(d.Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).Concat(events.Select(e => (new Word("SnoozeNudge.event." + e), e)));
        return MeantRules.Ask(act, new Word("Ask.snooze_nudge.until", new Word("Count.days", longest)), "until", answers);
    }

    /// <summary>The form that parks it for longer.</summary>
    private static View Explain(Finding finding)
    {
        Word text = new("SnoozeNudge.stall", LongestStall);
        Button[] buttons = [new("Button.explain_stall", "stalled_deal", new Slots { ["deal"] = finding.SubjectKey })];
        return new View("text", new { Title = RuleSay.Name(finding.Rule), Paragraphs = new[] { text }, Buttons = buttons }, text);
    }
}
