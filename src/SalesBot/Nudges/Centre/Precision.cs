using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Calendar;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges.Centre;

/// <summary>How many of a rule's nudges were dealt with within two working days of being told, of those told in the last 90 days for which that time has passed (idea 7).</summary>
internal sealed record Precision(string Rule, int Told, int Acted)
{
    public const int Days = 90, Enough = 20;

    private const int Workdays = 2;
    private const double Low = 0.6, High = 0.85;

    public double Share => Told == 0 ? 0 : (double)Acted / Told;

    /// <summary>The rule should be looser (1: later, fewer) or tighter (-1: sooner, more); 0: as it is, or too few to tell.</summary>
    public int Way => Told < Enough ? 0 : Share < Low ? 1 : Share > High ? -1 : 0;

    /// <summary>By rule, of those that told anything.</summary>
    public static async Task<IReadOnlyList<Precision>> OfAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var from = now.AddDays(-Days);
        var told = await db.Findings.AsNoTracking().Where(f => f.ToldAt >= from).Select(f => new { f.Rule, f.ToldAt, f.ClearedAt }).ToListAsync(cancellationToken);
        return [.. told.Select(f => (f.Rule, f.ClearedAt, Until: Until(f.ToldAt!.Value))).Where(f => f.ClearedAt is not null || f.Until <= now)
            .GroupBy(f => f.Rule, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Precision(g.Key, g.Count(), g.Count(f => f.ClearedAt <= f.Until)))];
    }

    public Word Said => new(Told < Enough ? "Precision.too_few" : "Precision.row", Told, Acted, Enough);

    /// <summary>The edit that is proposed, with its value filled in; it is asked why, tried on the past and read back as any other. Null where there is nothing to propose.</summary>
    public Button? Proposal(NudgeBook book, Process.SalesProcess process)
    {
        var rule = NudgeRules.Shipped.FirstOrDefault(r => r.Id == Rule);
        if (Way == 0 || rule is not { Urgent: false })
        {
            return null;
        }

        var days = rule is StalledDeals ? process.UsualStallDays : book[Rule].Days;
        if (days is not > 0)
        {
            return Way > 0 && book[Rule].Channel == NudgeChannel.Message ? new Button(new Word("Precision.digest", RuleSay.Name(Rule)), "nudge_channel", new Slots { ["rule"] = Rule, ["value"] = nameof(NudgeChannel.Digest) }) : null;
        }

        // Ahead of a day fewer days are looser.
        var more = Way > 0 != rule is PaymentsComing;
        var value = more ? Math.Min(NudgeFile.MostDays, days.Value + Math.Max(1, days.Value / 2)) : Math.Max(1, days.Value - Math.Max(1, days.Value / 4));
        var number = value.ToString(CultureInfo.InvariantCulture);
        return value == days ? null : new Button(new Word(Way > 0 ? "Precision.loosen" : "Precision.tighten", RuleSay.Name(Rule), new Word("Count.days", value)), rule is StalledDeals ? "stall_days" : "nudge_days", rule is StalledDeals ? new Slots { ["value"] = number } : new Slots { ["rule"] = Rule, ["value"] = number });
    }

    /// <summary>The moment two working days later.</summary>
    private static DateTimeOffset Until(DateTimeOffset told) =>
        Zones.Local(told, "Asia/Shanghai") is var local ? Zones.Instant(WorkCalendar.China.AddWorkdays(DateOnly.FromDateTime(local), Workdays), TimeOnly.FromDateTime(local), "Asia/Shanghai") : told;
}

/// <summary>The precision of every rule, with a proposal where one is far too loose or tight; nothing is changed by itself.</summary>
internal sealed class ShowPrecision : Command
{
    public override CommandSpec Spec { get; } = new("nudge_precision", Permission.ManageTeam) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (all, (book, _)) = (await Precision.OfAsync(act.Db, act.Now, cancellationToken), await RuleEdit.LaidAsync(act.Db, cancellationToken));
        var process = Process.SalesProcess.In(act.Definitions);
        var rows = all.Select(p => new
        {
            Main = RuleSay.Name(p.Rule),
            Second = p.Way == 0 ? p.Said : new Word("Format.Dot", p.Said, new Word(p.Way > 0 ? "Precision.low" : "Precision.high")),
            Value = p.Told < Precision.Enough ? null : new Word("Format.Plain", p.Share),
            Open = new Button("Button.open", "nudge_rule", new Slots { ["rule"] = p.Rule }),
        }).ToList();
        var buttons = act.Me.May(Permission.Administer) ? all.Select(p => p.Proposal(book, process)).OfType<Button>().ToList() : [];
        Word title = "Command.nudge_precision", subtitle = new("Precision.how", new Word("Count.days", Precision.Days));
        return new Reply(new View("list", new { Title = title, Subtitle = subtitle, Empty = new Word("Precision.none"), Rows = rows, Buttons = buttons }, new Word("Approval.text", title, subtitle)));
    }
}
