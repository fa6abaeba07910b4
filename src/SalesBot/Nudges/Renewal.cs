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
        var views = (await NudgesAsync(new Scan(db, org, now), cancellationToken)).GroupBy(v => v.Subject, StringComparer.Ordinal)
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
        foreach (var message in told.GroupBy(f => (f.Rule, f.PersonId, f.ToldAt)))
        {
            if (rules.All.FirstOrDefault(r => r.Id == message.Key.Rule) is not { } rule || scan.Org.Find(message.Key.PersonId) is not { } person)
            {
                continue;
            }

            await rules.TryAsync(rule, "tell", async () =>
            {
                if (await rule.TellAsync(scan, person, [.. message], cancellationToken) is { View: var view })
                {
                    all.AddRange(new[] { NudgeDelivery.Subject(rule, person, message.Key.ToldAt!.Value), view.Subject }.OfType<string>().Select(subject => (subject, person.Id, view)));
                }
            });
        }

        return all;
    }
}
