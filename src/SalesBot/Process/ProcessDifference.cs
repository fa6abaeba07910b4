using SalesBot.Deals;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>One thing in which two versions of a process differ, in plain words.</summary>
/// <param name="Stage">Whose deals it touches.</param>
internal sealed record ProcessDifference(string? Stage, Word Label, Word Said)
{
    public static IReadOnlyList<ProcessDifference> Of(SalesProcess before, SalesProcess after)
    {
        var all = new List<ProcessDifference>();
        all.AddRange(before.Stages.Where(s => after.Find(s.Id) is null).Select(s => new ProcessDifference(s.Id, "Process.diff.removed", Name(s))));
        all.AddRange(after.Stages.Where(s => before.Find(s.Id) is null).Select(s => new ProcessDifference(s.Id, "Process.diff.added", Name(s))));
        foreach (var (old, now) in before.Stages.Join(after.Stages, s => s.Id, s => s.Id, (old, now) => (old, now), StringComparer.Ordinal))
        {
            all.AddRange(Of(old, now));
        }

        string[] Order(SalesProcess one, SalesProcess other) => [.. one.Stages.Where(s => other.Find(s.Id) is not null).Select(s => s.Id)];
        if (!Order(before, after).SequenceEqual(Order(after, before), StringComparer.Ordinal))
        {
            all.Add(new ProcessDifference(null, "Process.diff.order", new Word("Format.Plain", after.Stages.Select(Name).ToList())));
        }

        return all;
    }

    private static IEnumerable<ProcessDifference> Of(Stage old, Stage now)
    {
        ProcessDifference Line(string label, object? before, object? after) => new(now.Id, new Word("Process.diff." + label, Name(old)), new Word("Process.diff.change", before ?? new Word("Format.Cleared"), after ?? new Word("Format.Cleared")));
        if (old.Name != now.Name)
        {
            yield return Line("name", Name(old), Name(now));
        }

        if (old.Probability != now.Probability)
        {
            yield return Line("probability", new Word("Process.share", old.Probability), new Word("Process.share", now.Probability));
        }

        if (old.StallDays != now.StallDays)
        {
            yield return Line("stall_days", Days(old), Days(now));
        }

        foreach (var (label, first, then) in new[] { ("needs", old.Needs, now.Needs), ("advises", old.Advises, now.Advises) })
        {
            if (!first.SequenceEqual(then, StringComparer.Ordinal))
            {
                yield return Line(label, Wants(first), Wants(then));
            }
        }

        if (old.Responsible != now.Responsible)
        {
            yield return Line("responsible", old.Responsible, now.Responsible);
        }

        if (old.Review != now.Review)
        {
            yield return Line("review", old.Review, now.Review);
        }

        if (old.ReorderDays != now.ReorderDays)
        {
            yield return Line("reorder", Days(old.ReorderDays), Days(now.ReorderDays));
        }

        foreach (var (label, first, then) in new[] { ("key_actions", old.KeyActions, now.KeyActions), ("standard", old.Standard, now.Standard), ("output", old.Output, now.Output) })
        {
            if (first != then)
            {
                // In the language that it was changed in, whoever reads it.
                yield return first?.Zh == then?.Zh ? Line(label, first?.En, then?.En) : Line(label, first?.Zh, then?.Zh);
            }
        }
    }

    private static Word? Days(int? days) => days is { } number and > 0 ? new Word("Format.days", number) : null;

    /// <summary>A stage as its own version calls it.</summary>
    public static Word Name(Stage stage) => new("Format.Plain", stage.Name is { } name ? name : new StageName(stage.Id, Ours: true));

    private static Word Days(Stage stage) => stage.StallDays == 0 ? new("Process.never_stalls") : new("Format.days", stage.StallDays);

    private static Word? Wants(IReadOnlyList<string> wants) => wants.Count == 0 ? null : new Word("Format.Plain", wants.Select(Gaps.Wanted).ToList());
}
