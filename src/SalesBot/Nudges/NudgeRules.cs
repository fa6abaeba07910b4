using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Telemetry;

namespace SalesBot.Nudges;

/// <summary>All rules, found by scan. One that fails is logged and noted for <c>check</c>, and the others go on.</summary>
internal sealed class NudgeRules(IEnumerable<NudgeRule> rules, ILogger<NudgeRules> log)
{
    /// <summary>Names of <see cref="Setting"/>s that hold since when a rule fails: <c>failing/scan/stalled</c>.</summary>
    public const string Failing = "failing/";

    public IReadOnlyList<NudgeRule> All { get; } = [.. rules.OrderBy(r => r.Id, StringComparer.Ordinal)];

    /// <summary>Every rule of the service, by id.</summary>
    public static IReadOnlyList<NudgeRule> Shipped { get; } =
        [.. typeof(NudgeRule).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(NudgeRule))).Select(t => (NudgeRule)Activator.CreateInstance(t)!).OrderBy(r => r.Id, StringComparer.Ordinal)];

    public static NudgeRule? Find(string id) => Shipped.FirstOrDefault(r => r.Id == id);

    public static NudgeRules Discover(ILogger<NudgeRules> log) => new(Shipped, log);

    /// <summary>Returns false when the rule failed at this.</summary>
    /// <param name="part"><c>scan</c> or <c>tell</c>.</param>
    public async Task<bool> TryAsync(NudgeRule rule, string part, Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever is wrong with one rule, or with one record that it reads, must not silence the others.
            Log.RuleFailed(log, rule.Id, part, Fault.Describe(fault));
            return false;
        }
    }

    /// <summary>
    /// What to tell one person of these findings, which are theirs, part by part in the state of now. A record that a rule tells of which says more is no line of another
    /// (<see cref="NudgeRule.SaidBy"/>).
    /// </summary>
    /// <param name="worked">Filled with the rules that were tried; false once one of them failed.</param>
    public async Task<List<(NudgeRule Rule, Told Told)>> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, Dictionary<string, bool> worked, CancellationToken cancellationToken)
    {
        var parts = new List<(NudgeRule Rule, Told Told)>();
        var of = findings.ToLookup(f => f.Rule, StringComparer.Ordinal);
        foreach (var rule in All.Where(r => of.Contains(r.Id)).OrderBy(r => r.SaidBy.Count))
        {
            var mine = of[rule.Id].ToList();
            for (var i = 0; i < parts.Count; i++)
            {
                var (stronger, said) = parts[i];
                var again = rule.SaidBy.Contains(stronger.Id, StringComparer.Ordinal) ? mine.FindAll(said.Covers) : [];
                mine.RemoveAll(again.Contains);
                parts[i] = (stronger, said with { Besides = [.. said.Besides, .. again] });
            }

            var fine = mine.Count == 0 || await TryAsync(rule, "tell", async () =>
            {
                if (await rule.TellAsync(scan, person, mine, cancellationToken) is { } told)
                {
                    parts.Add((rule, told));
                }
            });
            worked[rule.Id] = fine && worked.GetValueOrDefault(rule.Id, true);
        }

        return parts;
    }

    /// <summary>Writes down which of the rules that were tried fail, since when; one that works again is taken off the list.</summary>
    public static async Task NoteAsync(SalesDb db, string part, IReadOnlyDictionary<string, bool> worked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var prefix = $"{Failing}{part}/";
        var noted = await db.Settings.Where(s => s.Name.StartsWith(prefix)).ToListAsync(cancellationToken);
        db.RemoveRange(noted.Where(s => worked.GetValueOrDefault(s.Name[prefix.Length..])));
        db.AddRange(worked.Where(w => !w.Value && !noted.Exists(s => s.Name == prefix + w.Key)).Select(w => new Setting { Name = prefix + w.Key, Value = now.ToString("O") }));
        await db.SaveChangesAsync(cancellationToken);
    }
}
