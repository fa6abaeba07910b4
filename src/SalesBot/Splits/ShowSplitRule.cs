using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Splits;

/// <summary>The rule on split deals in plain words (GV-05), with the buttons that change it for an admin (AL-04).</summary>
internal sealed class ShowSplitRule : Command
{
    public override CommandSpec Spec { get; } = new("split_rule", Permission.Decide) { Changes = false, InHelp = false };

    /// <summary>The figures of the rule, in the order in which they are read.</summary>
    public static IReadOnlyList<Figure> Figures(SplitRule rule) =>
    [
        new("days", "SplitRule.days", new Word("Format.days", rule.Days), rule.Days),
        new("similarity", "SplitRule.similarity", new Word("Process.share", (int)Math.Round(rule.Similarity * 100)), (decimal)rule.Similarity),
        .. rule.Limits.OrderBy(limit => limit.Key, StringComparer.Ordinal).Select(limit => new Figure(limit.Key, new Word("SplitRule.limit_of", limit.Key), new Money(limit.Value, limit.Key), limit.Value)),
        new("framework_days", "SplitRule.framework_days", new Word("Format.days", rule.FrameworkDays), rule.FrameworkDays),
    ];

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var newest = await Definitions.NewestAsync(act.Db, SplitRule.Name, cancellationToken);
        var rule = (newest is null ? null : SplitRule.Read(newest.Content)) ?? SplitRule.Usual;
        Word which = newest is null ? new("Flow.shipped") : new("Flow.version", newest.Number, newest.CreatedAt, newest.By is { } by ? by : new Word("Flow.imported"));
        List<Button> buttons = act.Me.May(Permission.Administer) ? [For("split_days"), For("split_similarity"), .. rule.Limits.Keys.Order(StringComparer.Ordinal).Select(Limit), For("framework_days")] : [];
        buttons.Add(For("split_versions"));
        var lines = Figures(rule).Select(figure => new Word("Approval.text", figure.Label, figure.Said)).Prepend(which).ToList();
        Word title = "Command.split_rule";
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = buttons }, new Word("Approval.text", title, lines)));
    }

    private static Button For(string verb) => new(new Word("Command." + verb), verb);

    private static Button Limit(string currency) => new(new Word("SplitRule.limit_of", currency), "split_limit", new Slots { ["currency"] = currency });

    /// <summary>One figure, as it is said and as a number to compare.</summary>
    internal sealed record Figure(string Id, Word Label, object Said, decimal Number);
}

/// <summary>The versions of the rule.</summary>
internal sealed class SplitVersions() : VersionList(SplitRule.Name, "restore_split_rule", "Flow.shipped_note")
{
    public override CommandSpec Spec { get; } = new("split_versions", Permission.Decide) { Changes = false, InHelp = false };
}
