using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Nudges.Trial;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Nudges.Centre;

/// <summary>A change of the nudge rules by an admin (AL-04), from the next scan on. What is read back holds what it would have done in the past, and would do on the coming days.</summary>
internal abstract class RuleEdit : DefinitionEdit<NudgeBook>
{
    protected override string Name => NudgeBook.Name;

    protected override string Words => "Rule";

    protected override (string Show, string Versions) Looks => ("nudge_rules", "nudge_versions");

    protected override NudgeBook Shipped => NudgeBook.Shipped;

    /// <summary>What holds as it is in the database now, with its version; null is what ships.</summary>
    public static async Task<(NudgeBook Book, Definition? Version)> LaidAsync(SalesDb db, CancellationToken cancellationToken)
    {
        var newest = await Definitions.NewestAsync(db, NudgeBook.Name, cancellationToken);
        return ((newest is null ? null : NudgeFile.Read(newest.Content).Book) ?? NudgeBook.Shipped, newest);
    }

    protected static CommandSpec Changing(string id) => Editing(id) with { MayAsk = ["rule", "value", "reason"] };

    protected override async Task<(NudgeBook Laid, int Version)> InForceAsync(Act act, CancellationToken cancellationToken)
    {
        var (book, version) = await LaidAsync(act.Db, cancellationToken);
        return (book, version?.Number ?? 0);
    }

    protected override string Write(NudgeBook laid) => NudgeFile.Write(laid);

    protected override NudgeBook? Parse(string content) => NudgeFile.Read(content).Book;

    protected override Act Read(Act act) => MeantRules.Read(act, ("rule", "rule"));

    protected override Word? Fault(Act act, NudgeBook after) =>
        NudgeFile.Read((JsonObject)JsonNode.Parse(Write(after))!, act.Org).Faults.Select(fault => new Word("Rule.fault", fault.Text)).FirstOrDefault();

    protected override IReadOnlyList<LaidFact> Differences(Act act, NudgeBook before, NudgeBook after)
    {
        var facts = new List<LaidFact>();
        foreach (var rule in Changed(before, after))
        {
            var (old, now) = (RuleSay.Of(rule, before, act.Process, act.Org), RuleSay.Of(rule, after, act.Process, act.Org));
            var (was, holds) = (old.ToDictionary(f => f.Id, StringComparer.Ordinal), now.ToDictionary(f => f.Id, StringComparer.Ordinal));
            foreach (var id in was.Keys.Union(holds.Keys, StringComparer.Ordinal).Where(id => Bare(id, before[rule.Id]) != Bare(id, after[rule.Id])))
            {
                var label = (was.GetValueOrDefault(id) ?? holds[id]).Label;
                facts.Add(new LaidFact(new Word("Rule.diff", RuleSay.Name(rule.Id), label), new Word("Process.diff.change", was.GetValueOrDefault(id)?.Said ?? new Word("Format.Cleared"), holds.GetValueOrDefault(id)?.Said ?? new Word("Format.Cleared"))));
            }
        }

        return before.Budget == after.Budget ? facts : [.. facts, new LaidFact("Command.nudge_budget", new Word("Process.diff.change", new Word("Count.messages", before.Budget), new Word("Count.messages", after.Budget)))];
    }

    /// <summary>What waits now, and with whom.</summary>
    protected override async Task<object> TouchesAsync(Act act, NudgeBook before, NudgeBook after, CancellationToken cancellationToken)
    {
        var rules = Changed(before, after).Select(r => r.Id).ToList();
        var open = act.Db.Findings.Where(f => f.State != FindingState.Cleared && rules.Contains(f.Rule));
        return new Word("Rule.touched", new Word("Count.nudges", await open.CountAsync(cancellationToken)), new Word("Count.people", await open.Select(f => f.PersonId).Distinct().CountAsync(cancellationToken)));
    }

    protected override Task<IReadOnlyList<LaidFact>> TrialAsync(Act act, NudgeBook before, NudgeBook after, CancellationToken cancellationToken)
    {
        var scan = new Scan(act.Db, act.Org, act.Now, act.Definitions);
        return TrialRun.FactsAsync(scan with { Book = before }, scan with { Book = after }, Changed(before, after), cancellationToken);
    }

    /// <summary>The rules of which the two say otherwise.</summary>
    public static IReadOnlyList<NudgeRule> Changed(NudgeBook before, NudgeBook after) => [.. NudgeRules.Shipped.Where(r => Facts.Any(id => Bare(id, before[r.Id]) != Bare(id, after[r.Id])))];

    private static readonly string[] Facts = ["on", "days", "ladder", "task", "channel", "hours"];

    /// <summary>One fact of the terms, to compare.</summary>
    private static string Bare(string fact, RuleTerms terms) => fact switch
    {
        "on" => $"{terms.On}",
        "days" => $"{terms.Days}|{string.Join('|', terms.Grades.OrderBy(g => g.Key, StringComparer.Ordinal))}",
        "ladder" => string.Join('|', terms.Ladder.Select(s => $"{s.After}:{string.Join(',', s.To)}")),
        "task" => $"{terms.Task}",
        "channel" => $"{terms.Channel}",
        _ => $"{terms.From}-{terms.To}",
    };
}

/// <summary>The versions of the rules.</summary>
internal sealed class RuleVersions() : VersionList(NudgeBook.Name, "restore_nudges", "Flow.shipped_note")
{
    public override CommandSpec Spec { get; } = new("nudge_versions", People.Permission.Member) { Changes = false, InHelp = false };
}

/// <summary>Goes back to an earlier version of the rules, as a new one.</summary>
internal sealed class RestoreRules : RuleEdit
{
    public override CommandSpec Spec { get; } = Editing("restore_nudges", "version");

    protected override Task<(NudgeBook? After, Reply? Bad)> ChangeAsync(Act act, NudgeBook before, CancellationToken cancellationToken) => EarlierAsync(act, cancellationToken);
}
