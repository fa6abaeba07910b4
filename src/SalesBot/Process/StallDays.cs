using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Nudges;
using SalesBot.Words;

namespace SalesBot.Process;

/// <summary>After how many days a deal counts as stalled (AL-01, AL-04), for every stage in which deals do; <see cref="StageDays"/> is for one of them.</summary>
internal sealed class StallDays : ProcessEdit
{
    public override CommandSpec Spec { get; } = Editing("stall_days", "value");

    /// <summary>The same order said in another way: as one of the settings, or of the nudge rules.</summary>
    public static async Task<Reply> InsteadAsync(Act act, CancellationToken cancellationToken)
    {
        var slots = new Slots(act.Slots.Where(s => s.Key is "value" or "reason"));
        act = act with { Frame = act.Frame with { Intent = "stall_days", Slots = slots } };
        return act.Slots.Text("value") is null ? Question.For(act, "value") : await new StallDays().RunAsync(act, cancellationToken);
    }

    protected override Task<(SalesProcess? After, Word? Bad)> EditAsync(Act act, SalesProcess before, CancellationToken cancellationToken) =>
        Task.FromResult<(SalesProcess?, Word?)>(StageFigure.Days(act.Slots.Text("value"), act.LocalNow) is { } days and > 0 and <= StallLimit.Most
            ? (StallLimit.With(before, days), null)
            : (null, new Word("StallLimit.bad", Excerpt.Of(act.Slots.Text("value")), StallLimit.Most)));
}
