using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.Nudges.Centre;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>
/// Shows anew what people were told and what still waits for them, decisions and nudges, as it is now and in the language that they read now: on
/// their screens and in messages on the way. In a list what was dealt with since is a line that says so; what was told alone and no longer holds stays as it was said.
/// </summary>
internal sealed class Renewal(NudgeRules rules, Post post)
{
    /// <summary>A digest that had nothing but the week is shown anew for so long.</summary>
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>All of it. The caller saves.</summary>
    public async Task RunAsync(SalesDb db, OrgChart org, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var scan = new Scan(db, org, now, await Definitions.LoadAsync(db, cancellationToken));
        var open = (await db.Findings.Where(f => f.State == FindingState.Told).Select(f => new { f.PersonId, f.ToldAt, f.InDigest, f.Rule }).ToListAsync(cancellationToken))
            .Select(f => new Message(f.PersonId, f.ToldAt!.Value, f.InDigest ? null : f.Rule));
        var weeks = (await db.Digests.Where(d => d.SentAt >= now - Week).Select(d => new { d.PersonId, d.SentAt }).ToListAsync(cancellationToken)).Select(d => new Message(d.PersonId, d.SentAt, null));
        var pending = await db.Approvals.Where(a => a.Status == ApprovalStatus.Pending).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var decisions = (await ApprovalFacts.LoadAsync(db, org, pending, now, cancellationToken)).Select(facts => facts.Refresh);

        // A nudge may have been the card of a decision.
        foreach (var refresh in decisions.Concat(await RefreshesAsync(scan, open.Concat(weeks).Distinct(), cancellationToken)).DistinctBy(r => r.Subject, StringComparer.Ordinal))
        {
            await post.RenewAsync(db, org, refresh, now, default, cancellationToken);
        }
    }

    /// <summary>Only these, which were lists. The caller saves.</summary>
    public async Task RunAsync(Scan scan, IEnumerable<Message> lists, CancellationToken cancellationToken)
    {
        foreach (var refresh in await RefreshesAsync(scan, lists, cancellationToken))
        {
            await post.RenewAsync(scan.Db, scan.Org, refresh, scan.Now, default, cancellationToken);
        }
    }

    private async Task<List<Refresh>> RefreshesAsync(Scan scan, IEnumerable<Message> messages, CancellationToken cancellationToken)
    {
        var all = new List<(string Subject, long Person, View View)>();
        foreach (var message in messages)
        {
            if (scan.Org.Find(message.Person) is { } person)
            {
                all.AddRange((await ViewsAsync(scan, person, message, cancellationToken)).Select(v => (v.Subject, person.Id, v.View)));
            }
        }

        return [.. all.GroupBy(v => v.Subject, StringComparer.Ordinal).Select(same => new Refresh(same.Key, person => same.FirstOrDefault(v => v.Person == person.Id).View))];
    }

    /// <summary>What would be told of the same findings now; a message that was a list keeps its place when one of them is left.</summary>
    private async Task<IEnumerable<(string Subject, View View)>> ViewsAsync(Scan scan, Person person, Message message, CancellationToken cancellationToken)
    {
        var findings = await scan.Db.Findings.Where(f => f.PersonId == person.Id && f.ToldAt == message.ToldAt && f.InDigest == (message.Rule == null) && (message.Rule == null || f.Rule == message.Rule)).OrderBy(f => f.Id).ToListAsync(cancellationToken);
        var over = findings.FindAll(f => f.State == FindingState.Cleared);
        var parts = (await rules.TellAsync(scan, person, findings.FindAll(f => f.State == FindingState.Told), [], cancellationToken)).OrderByDescending(p => DayPlan.Weight(p.Told, message.ToldAt)).ToList();
        var isList = message.Rule is null || findings.Count > 1;
        if (isList && over.Count > 0)
        {
            parts = await WithDoneAsync(scan, person, parts, over, cancellationToken);
        }

        if (message.Rule is not null)
        {
            return parts.SelectMany(p => Alone(p.Rule, person, p.Told, message.ToldAt));
        }

        var week = WeekReport.IsDue(person, message.ToldAt) ? await WeekReport.PartsAsync(scan with { Now = message.ToldAt }, person, [.. findings.Select(f => f.SubjectKey)], cancellationToken) : [];
        return parts.Count + week.Count == 0 ? [] : [(Digest.Subject(person, Presence.Day(person, message.ToldAt)), Digest.Of(person, [.. parts.Select(p => p.Told), .. week], message.ToldAt))];
    }

    /// <summary>What was dealt with stands below what is left of its part, or is a part of its own.</summary>
    private async Task<List<(NudgeRule Rule, Told Told)>> WithDoneAsync(Scan scan, Person person, List<(NudgeRule Rule, Told Told)> parts, List<Finding> over, CancellationToken cancellationToken)
    {
        var names = await WhyNudge.NamesAsync(new Act(scan.Db, scan.Org, person, new Frame("why_nudge"), scan.Now, new Focus()), over, cancellationToken);
        var done = new List<(NudgeRule Rule, Told Told)>();
        foreach (var some in over.GroupBy(f => f.Rule, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            List<NudgeRow> rows = [.. some.Where(f => names.ContainsKey(f.Id)).Select(f => new NudgeRow(new Word("Digest.done_line", names[f.Id]), new Word("Digest.done_at", f.ClearedAt), "", null))];
            var place = parts.FindIndex(p => p.Rule.Id == some.Key);
            if (place >= 0)
            {
                parts[place] = (parts[place].Rule, parts[place].Told with { Done = rows, Own = null });
            }
            else if (rows.Count > 0 && rules.All.FirstOrDefault(r => r.Id == some.Key) is { } rule)
            {
                done.Add((rule, new Told(new Word("Digest.done_part", RuleSay.Name(rule.Id)), [], []) { Done = rows }));
            }
        }

        return [.. parts, .. done];
    }

    private static IEnumerable<(string, View)> Alone(NudgeRule rule, Person person, Told told, DateTimeOffset toldAt)
    {
        var view = NudgeDelivery.Alone(rule, person, told, toldAt);
        return new[] { NudgeDelivery.Subject(rule.Id, person, toldAt), view.Subject! }.Distinct(StringComparer.Ordinal).Select(subject => (subject, view));
    }

    /// <summary>What one person was told at one moment.</summary>
    /// <param name="Rule">Null: it was their digest.</param>
    public sealed record Message(long Person, DateTimeOffset ToldAt, string? Rule)
    {
        /// <summary>Of a digest or a list.</summary>
        public string Subject(Person person) => Rule is null ? Digest.Subject(person, Presence.Day(person, ToldAt)) : NudgeDelivery.Subject(Rule, person, ToldAt);
    }
}
