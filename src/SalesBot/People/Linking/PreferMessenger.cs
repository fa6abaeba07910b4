using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.People.Linking;

/// <summary>
/// “提醒都发到飞书”, "reach me on Slack first": where one wants to be told first of what the bot says unasked. What that messenger does not take goes out on the next (AL-11). A messenger
/// in which one never spoke with the bot cannot be chosen: there is nowhere to send to.
/// </summary>
internal sealed class PreferMessenger : Command
{
    public override CommandSpec Spec { get; } = new("prefer_messenger", Permission.Member) { Requires = ["messenger"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var said = act.Slots.Text("messenger");
        if (MessengerName.In(said) is not { } channel)
        {
            return Act.Say(new Word("Messenger.unknown", said));
        }

        var mine = await MyMessengers.ChannelsAsync(act, cancellationToken);
        if (channel != MessengerName.Last && !mine.Contains(channel, StringComparer.Ordinal))
        {
            return Act.Say(new Word("Messenger.not_there", MessengerName.Of(channel), mine.Select(MessengerName.Of).ToList()));
        }

        var me = await act.Db.People.FirstAsync(p => p.Id == act.Me.Id, cancellationToken);
        me.Messenger = channel == MessengerName.Last ? null : channel;
        return act.Receipt("Receipt.settings", note: mine.Count > 1 ? new Word("Messenger.else") : null);
    }
}
