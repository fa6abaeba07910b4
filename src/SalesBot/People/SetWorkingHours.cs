using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>“我9点到18点上班”, "my working hours are 9 to 6": one's own hours, which nudges wait for. Days of the week are the company's.</summary>
internal sealed class SetWorkingHours : Command
{
    public override CommandSpec Spec { get; } = new("set_hours", Permission.Member) { InHelp = false };

    public override Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (SpokenHours.In(act.Slots.Text("value") ?? act.Said) is not { } hours)
        {
            return Task.FromResult(Act.Say(new Word("Settings.bad_hours")));
        }

        var slots = new Slots { ["setting"] = "working_hours", ["value"] = hours };
        return new ChangeSettings().RunAsync(act with { Frame = act.Frame with { Intent = "settings", Slots = slots } }, cancellationToken);
    }
}
