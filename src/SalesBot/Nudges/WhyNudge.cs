using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// Why somebody was told (idea 8), from what was kept when it was found: the rule and its version, the facts as they were, the clock worked out with its dates, what clears
/// it, who was told and who is next. Only of what the asker was told themselves. Without a finding it is the newest message, or the newest about the deal or customer that is named.
/// </summary>
internal sealed class WhyNudge : Command
{
    private const int Most = 15;

    public override CommandSpec Spec { get; } = new("why_nudge", Permission.Member) { Changes = false, InHelp = false };

    /// <summary>The button that asks it of what a message tells; null where that is nothing.</summary>
    public static Button? Of(IReadOnlyList<Finding> findings) =>
        findings.Count == 0 ? null : new Button("Command.why_nudge", "why_nudge", new Slots { ["finding"] = findings[0].Id.ToString(CultureInfo.InvariantCulture), ["all"] = findings.Count > 1 ? "true" : "false" });

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var mine = act.Db.Findings.Where(f => f.PersonId == act.Me.Id && f.ToldAt != null);
        var said = act.Slots.Text("finding");
        if (said is null && await RestNudges.AboutAsync(act, cancellationToken) is { } about)
        {
            var subjects = await Rest.SubjectsAsync(act.Db, about.Key, cancellationToken);
            var of = mine.Where(f => subjects.Contains(f.SubjectKey));
            if (await of.AnyAsync(cancellationToken)) mine = of;
            else if (act.Frame.Because.Any(word => word.Gave is "customer" or "deal")) return Act.Say(new Word("WhyNudge.none_about", about.Name), "Command.my_nudges");
        }

        var finding = said is null ? await mine.OrderByDescending(f => f.ToldAt).ThenBy(f => f.Id).FirstOrDefaultAsync(cancellationToken)
            : long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await mine.FirstOrDefaultAsync(f => f.Id == id, cancellationToken) : null;
        if (finding is null)
        {
            if (said is not null)
            {
                Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            }

            return Act.Say(said is null ? "WhyNudge.none" : "WhyNudge.not_yours");
        }

        var together = said is null || act.Slots.Flag("all") == true
            ? await mine.Where(f => f.ToldAt == finding.ToldAt && (f.Rule == finding.Rule || said == null)).OrderBy(f => f.Rule).ThenBy(f => f.Id).ToListAsync(cancellationToken) : [finding];
        return together.Count == 1 ? await OneAsync(act, together[0], cancellationToken) : await SeveralAsync(act, together, cancellationToken);
    }

    private static async Task<Reply> SeveralAsync(Act act, List<Finding> together, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(act, together, cancellationToken);
        var rows = together.Take(Most).Select(f => new
        {
            Main = names.TryGetValue(f.Id, out var name) ? new Word("Rule.diff", RuleSay.Name(f.Rule), name) : RuleSay.Name(f.Rule),
            Second = Clock(f, f.Since),
            Open = Of([f]),
        }).ToList();
        Word title = new("WhyNudge.several", together.Count, together[0].ToldAt);
        Word? more = together.Count > Most ? new Word("Nudge.more", together.Count - Most) : null;
        return new Reply(new View("list", new { Title = title, Subtitle = more, Rows = rows }, title));
    }

    private static async Task<Reply> OneAsync(Act act, Finding finding, CancellationToken cancellationToken)
    {
        var scan = new Scan(act.Db, act.Org, act.Now, act.Definitions);
        var chain = (await act.Db.Findings.AsNoTracking().Where(f => f.Rule == finding.Rule && f.SubjectId == finding.SubjectId).OrderBy(f => f.ToldAt).ToListAsync(cancellationToken)).FindAll(f => Evaluation.Same(f.Facts, finding.Facts));
        var lines = new List<Word>
        {
            new("WhyNudge.rule", RuleSay.Name(finding.Rule), finding.Book == 0 ? new Word("WhyNudge.shipped") : new Word("Process.version", finding.Book), new Word("Rule.what." + finding.Rule)),
            Clock(finding, chain.Where(f => f.Step == 0).Select(f => f.Since).DefaultIfEmpty(finding.Since).Min()),
        };
        if (Evaluation.Read(finding.Facts)?.Promise is { } promise)
        {
            lines.Add(new Word(finding.Rule == "stalled" ? "WhyNudge.promise" : "WhyNudge.promised", promise));
        }

        lines.AddRange(finding.Step == 0 ? [] : [new Word("WhyNudge.step", finding.Step + 1, chain.Where(f => f.Step < finding.Step).Select(f => act.Org.Find(f.PersonId)).OfType<Person>().DistinctBy(p => p.Id).ToList())]);
        lines.Add(new Word(finding.InDigest ? "WhyNudge.told_digest" : "WhyNudge.told", finding.FoundAt, finding.ToldAt));
        var others = chain.Where(f => f.PersonId != act.Me.Id && f.ToldAt is not null).Select(f => new Word("WhyNudge.to", act.Org.Find(f.PersonId), f.ToldAt)).ToList();
        lines.AddRange(others.Count == 0 ? [] : [new Word("WhyNudge.others", [others])]);
        lines.AddRange(await SentAsync(act, finding, cancellationToken));
        lines.Add(new Word("WhyNudge.clears", new Word("WhyNudge.clears." + finding.Rule)));
        lines.Add(await StateAsync(scan, finding, cancellationToken));
        var title = (await NamesAsync(act, [finding], cancellationToken)).TryGetValue(finding.Id, out var name) ? new Word("WhyNudge.title_of", name) : new Word("WhyNudge.title");
        List<Button> buttons = SnoozeNudge.Of([finding]) is { } later && finding.State == FindingState.Told ? [later] : [];
        buttons.Add(new Button("Button.show_rule", "nudge_rule", new Slots { ["rule"] = finding.Rule }));
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = buttons }, new Word("Approval.text", title, lines)));
    }

    /// <summary>How far its messages came, where it went out on several ways (AL-11).</summary>
    private static async Task<IReadOnlyList<Word>> SentAsync(Act act, Finding finding, CancellationToken cancellationToken)
    {
        var sent = await act.Db.Outbox.Where(o => o.PersonId == act.Me.Id && o.CreatedAt == finding.ToldAt && o.UpdatesActivityId == null)
            .Select(o => new { o.Subject, o.State, Mail = o.Reference!.Channel == Mailbox.Channel ? o.Reference.ConversationId : null }).ToListAsync(cancellationToken);
        var letters = sent.Where(o => o.Mail is not null && o.Subject is { } subject && (finding.InDigest ? subject.StartsWith("digest:", StringComparison.Ordinal) : subject.EndsWith(":" + finding.SubjectKey, StringComparison.Ordinal) || subject.StartsWith($"nudge:{finding.Rule}:", StringComparison.Ordinal)));
        return [.. letters.Select(o => new Word("WhyNudge.mailed", o.Mail, new Word("Delivery." + o.State), new Word("Delivery." + (sent.Find(s => s.Mail is null && s.Subject == o.Subject)?.State ?? OutboxState.Accepted))))];
    }

    /// <summary>How it stands now: over, resting, or who is told next and when.</summary>
    private static async Task<Word> StateAsync(Scan scan, Finding finding, CancellationToken cancellationToken) => finding switch
    {
        { State: FindingState.Cleared } => new Word("WhyNudge.over", finding.ClearedAt),
        { SnoozedUntil: { } rests } when rests > scan.Now => new Word("WhyNudge.rests", rests),
        _ => await Ladder.ComingAsync(scan, [finding], cancellationToken) is [var next, ..] ? new Word("Nudge.next", 1, next.Day, next.To) : new Word("WhyNudge.nobody_next"),
    };

    /// <summary>The clock worked out: from when, how long, until when.</summary>
    private static Word Clock(Finding finding, DateTimeOffset since) => Evaluation.Read(finding.Facts) is not { } facts ? new Word("WhyNudge.since", since) : new Word(
        $"WhyNudge.clock.{finding.Rule}", facts.From, new Word("Count." + facts.Unit, facts.Limit), since, finding.Rule == "stalled" ? StageName.Of(facts.Of ?? "") : facts.Of is { } grade ? RuleSay.Grade(grade) : new Word("Rule.ungraded"));

    /// <summary>What the records are called that may be named; by the finding's number.</summary>
    public static async Task<Dictionary<long, string>> NamesAsync(Act act, List<Finding> findings, CancellationToken cancellationToken)
    {
        var names = await Choice.NamesAsync(act, [.. findings.Select(f => f.SubjectKey).Distinct(StringComparer.Ordinal)], cancellationToken);
        return findings.Where(f => names.ContainsKey(f.SubjectKey)).ToDictionary(f => f.Id, f => names[f.SubjectKey]);
    }
}
