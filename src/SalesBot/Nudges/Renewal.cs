using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;

namespace SalesBot.Nudges;

/// <summary>
/// Shows anew what people were told and what still waits for them, decisions and nudges, as it is now and in the language that they read now: on
/// their screens and in messages on the way. What no longer holds stays as it was said.
/// </summary>
internal sealed class Renewal(NudgeRules rules, Post post)
{
    /// <summary>The caller saves.</summary>
    public async Task RunAsync(SalesDb db, OrgChart org, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var views = (await NudgesAsync(new Scan(db, org, now, await Definitions.LoadAsync(db, cancellationToken)), cancellationToken)).GroupBy(v => v.Subject, StringComparer.Ordinal)
            .ToDictionary(v => v.Key, v => v.DistinctBy(one => one.Person).ToDictionary(one => one.Person, one => one.View), StringComparer.Ordinal);
        var renewed = views.Select(v => new Refresh(v.Key, person => v.Value.GetValueOrDefault(person.Id)));
        var pending = await db.Approvals.Where(a => a.Status == ApprovalStatus.Pending).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        var decisions = (await ApprovalFacts.LoadAsync(db, org, pending, now, cancellationToken)).Select(facts => facts.Refresh);

        // A nudge may have been the card of a decision.
        foreach (var refresh in decisions.Concat(renewed).DistinctBy(r => r.Subject, StringComparer.Ordinal))
        {
            await post.RenewAsync(db, org, refresh, now, default, cancellationToken);
        }
    }

    /// <summary>What would be told of the same findings now; a message that was a list keeps its place when one of them is left.</summary>
    private async Task<List<(string Subject, long Person, View View)>> NudgesAsync(Scan scan, CancellationToken cancellationToken)
    {
        var all = new List<(string, long, View)>();
        var told = await scan.Db.Findings.Where(f => f.State == FindingState.Told).OrderBy(f => f.Id).ToListAsync(cancellationToken);
        foreach (var message in told.GroupBy(f => (f.PersonId, f.ToldAt, Rule: f.InDigest ? "" : f.Rule)))
        {
            if (scan.Org.Find(message.Key.PersonId) is not { } person)
            {
                continue;
            }

            var parts = await PartsAsync(scan, person, message, cancellationToken);
            if (parts.Count > 0 && message.Key.Rule.Length == 0)
            {
                var digest = Digest.Of(person, [.. parts.Select(p => p.Told)], message.Key.ToldAt!.Value);
                all.Add((digest.Subject!, person.Id, digest));
            }

            all.AddRange(message.Key.Rule.Length == 0 ? [] : parts.SelectMany(p => Alone(p.Rule, person, p.Told, message.Key.ToldAt!.Value)));
        }

        return all;
    }

    private async Task<List<(NudgeRule Rule, Told Told)>> PartsAsync(Scan scan, Person person, IEnumerable<Finding> message, CancellationToken cancellationToken)
    {
        var parts = new List<(NudgeRule, Told)>();
        foreach (var some in message.GroupBy(f => f.Rule, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            if (rules.All.FirstOrDefault(r => r.Id == some.Key) is { } rule)
            {
                await rules.TryAsync(rule, "tell", async () =>
                {
                    if (await rule.TellAsync(scan, person, [.. some], cancellationToken) is { } told)
                    {
                        parts.Add((rule, told));
                    }
                });
            }
        }

        return parts;
    }

    private static IEnumerable<(string, long, View)> Alone(NudgeRule rule, Person person, Told told, DateTimeOffset toldAt)
    {
        var view = NudgeDelivery.Alone(rule, person, told, toldAt);
        return new[] { NudgeDelivery.Subject(rule, person, toldAt), view.Subject! }.Distinct(StringComparer.Ordinal).Select(subject => (subject, person.Id, view));
    }
}
