using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>Nudges about a customer or deal that rest reach the speaker again at once.</summary>
internal sealed class WakeNudges : Command
{
    public override CommandSpec Spec { get; } = new("wake_nudges", Permission.Member) { MayAsk = ["customer"], InHelp = false, Undoable = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await RestNudges.AboutAsync(act, cancellationToken) is not { } about)
        {
            return act.Slots.Text("customer") is { } nobody ? Question.NotFound(act, "customer", nobody) : Question.For(act, "customer");
        }

        var waiting = await Rest.EndAsync(act.Db, act.Me, about.Key, act.Now, cancellationToken);
        return Act.Say(waiting is null ? new Word("Rest.did_not", about.Name) : new Word("Rest.over", about.Name)) with { InPlace = act.PressedCard is not null, Focus = act.Focus.Settled() };
    }
}
