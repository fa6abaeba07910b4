namespace SalesBot.Nudges;

/// <summary>All rules, found by scan.</summary>
internal sealed class NudgeRules(IEnumerable<NudgeRule> rules)
{
    public IReadOnlyList<NudgeRule> All { get; } = [.. rules.OrderBy(r => r.Id, StringComparer.Ordinal)];

    public static NudgeRules Discover() =>
        new(typeof(NudgeRule).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(NudgeRule))).Select(t => (NudgeRule)Activator.CreateInstance(t)!));
}
