using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges.Centre;

/// <summary>No nudge goes to anybody until the end of a day, for a reason that everybody reads (AL-10). What is found meanwhile waits; what people ask for is answered as ever.</summary>
internal sealed class PauseNudges : Command
{
    private const int MostDays = 30;

    public override CommandSpec Spec { get; } = new("pause_nudges", Permission.StopNudges) { Requires = ["reason", "date"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await InForceAsync(act.Db, act.Now, cancellationToken) is { } running)
        {
            return Shown(running);
        }

        if (act.Slots.Date("date") is not { } day || day < act.Today || day > act.Today.AddDays(MostDays))
        {
            return Question.Again(act, "date", new Word("Pause.bad_day", Excerpt.Of(act.Slots.Text("date")), new Word("Count.days", MostDays)));
        }

        if (act.Focus.Pending == Spec.Id && !act.Pressed && act.Slots.Flag("confirm") is null)
        {
            // What was said may have meant something else than the answer.
            return Question.Confirm(act, text: new Word("Pause.sure", day, act.Slots.Text("reason", 400)!));
        }

        var pause = new NudgePause { Key = Keys.New('N'), CreatedAt = act.Now, Until = Zones.Instant(day.AddDays(1), TimeOnly.MinValue, act.Me.TimeZone), Reason = act.Slots.Text("reason", 400)!, ById = act.Me.Id, By = await act.Db.People.FirstAsync(p => p.Id == act.Me.Id, cancellationToken) };
        act.Db.Add(pause);
        return Shown(pause) with { Focus = act.Focus.Settled() };
    }

    /// <summary>The pause that holds then; null where none does.</summary>
    public static Task<NudgePause?> InForceAsync(SalesDb db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.NudgePauses.Include(p => p.By).Where(p => p.CreatedAt <= now && p.Until > now && p.EndedAt == null).OrderByDescending(p => p.Until).FirstOrDefaultAsync(cancellationToken);

    public static Word Say(NudgePause pause) => new("Pause.holds", pause.By, pause.Until, pause.Reason);

    private static Reply Shown(NudgePause pause)
    {
        var text = Say(pause);
        return new Reply(new View("text", new { Title = new Word("Pause.title"), Paragraphs = new[] { text }, Buttons = new[] { new Button("Command.resume_nudges", "resume_nudges") } }, text));
    }
}

/// <summary>Ends the pause before its time.</summary>
internal sealed class ResumeNudges : Command
{
    public override CommandSpec Spec { get; } = new("resume_nudges", Permission.StopNudges) { InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await PauseNudges.InForceAsync(act.Db, act.Now, cancellationToken) is not { } pause)
        {
            return Act.Say("Pause.none");
        }

        pause.EndedAt = act.Now;
        var waiting = await act.Db.Findings.CountAsync(f => f.State == FindingState.Waiting, cancellationToken);
        return Act.Say(new Word("Pause.ended", new Word("Count.nudges", waiting))) with { InPlace = act.PressedCard is not null };
    }
}
