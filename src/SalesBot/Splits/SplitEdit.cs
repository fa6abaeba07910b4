using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Splits;

/// <summary>A change of the rule on split deals by an admin (GV-05, AL-04): from the next change of a deal, and the next daily look, on.</summary>
internal abstract class SplitEdit : DefinitionEdit<SplitRule>
{
    protected override string Name => SplitRule.Name;

    protected override string Words => "SplitRule";

    protected override (string Show, string Versions) Looks => ("split_rule", "split_versions");

    protected override SplitRule Shipped => SplitRule.Usual;

    protected override async Task<(SplitRule Laid, int Version)> InForceAsync(Act act, CancellationToken cancellationToken)
    {
        var newest = await Definitions.NewestAsync(act.Db, Name, cancellationToken);
        return ((newest is null ? null : Parse(newest.Content)) ?? Shipped, newest?.Number ?? 0);
    }

    protected override string Write(SplitRule laid) => SplitFile.Write(laid);

    protected override SplitRule? Parse(string content) => SplitRule.Read(content);

    protected sealed override async Task<(SplitRule? After, Reply? Bad)> ChangeAsync(Act act, SplitRule before, CancellationToken cancellationToken) =>
        Spec.Requires.Contains("version", StringComparer.Ordinal) ? await EarlierAsync(act, cancellationToken) : Edit(act, before);

    /// <summary>The rule as it would be, or what to ask.</summary>
    protected virtual (SplitRule? After, Reply? Bad) Edit(Act act, SplitRule before) => (before, null);

    /// <summary>The rule with the first number that was said, or the question for one.</summary>
    protected static (SplitRule? After, Reply? Bad) WithNumber(Act act, Func<int, SplitRule> put) =>
        StageFigure.Said(act.Slots.Text("value")) is { } number ? (put(number), null) : (null, Question.Again(act, "value", new Word("SplitRule.no_number", Excerpt.Of(act.Slots.Text("value")))));

    protected override Word? Fault(Act act, SplitRule after) =>
        SplitFile.Read(System.Text.Json.Nodes.JsonNode.Parse(Write(after))!.AsObject()).Faults.Select(fault => new Word("SplitRule.fault", fault.Text)).FirstOrDefault();

    protected override IReadOnlyList<LaidFact> Differences(Act act, SplitRule before, SplitRule after)
    {
        var (old, now) = (ShowSplitRule.Figures(before), ShowSplitRule.Figures(after));
        return [.. old.Concat(now).DistinctBy(f => f.Id, StringComparer.Ordinal).Select(f => (f.Label, Was: old.FirstOrDefault(o => o.Id == f.Id), Now: now.FirstOrDefault(n => n.Id == f.Id))).Where(f => f.Was?.Number != f.Now?.Number)
            .Select(f => new LaidFact(f.Label, new Word("Process.diff.change", f.Was?.Said ?? new Word("Format.Cleared"), f.Now?.Said ?? new Word("Format.Cleared"))))];
    }

    protected override async Task<object> TouchesAsync(Act act, SplitRule before, SplitRule after, CancellationToken cancellationToken)
    {
        var open = await act.Db.Approvals.CountAsync(a => a.Kind == ApprovalKind.SplitReview && a.Status == ApprovalStatus.Pending, cancellationToken);
        return new Word(open == 0 ? "Flow.touched_none" : "SplitRule.touched", open);
    }
}
