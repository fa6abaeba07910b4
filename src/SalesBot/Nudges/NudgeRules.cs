using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SalesBot.Data;
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
