using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Boards;

/// <summary>Makes the channel in which it is said the board of a team that one leads (ST-05 (c)); it is spoken to in the language of that sentence.</summary>
internal sealed class SetBoard : Command
{
    public override CommandSpec Spec { get; } = new("set_board", Permission.ManageTeam) { MayAsk = ["team"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Place is not { IsGroup: true } place)
        {
            return Act.Say("TeamBoard.not_here");
        }

        var (team, bad) = Team(act);
        if (team is null)
        {
            return bad!;
        }

        var language = act.Said?.Any(c => c > '\u2E80') == true ? WordBook.Chinese : act.Said is null ? ReplyRenderer.LanguageOf(act.Me, place.Locale) : WordBook.English;
        var board = new TeamBoard(place.Channel, place.ConversationId, place.UserId, language, act.Me.TimeZone);
        if (TeamBoards.In(act.Definitions).ByTeam.GetValueOrDefault(team.Key) == board)
        {
            return Act.Say(new Word("TeamBoard.same", team)) with { SaysSame = true };
        }

        await TeamBoards.SaveAsync(act, team.Key, board, cancellationToken);
        return Act.Say(new Word("TeamBoard.set", team)) with { Focus = act.Focus.Settled() };
    }

    /// <summary>The team that was named, else one's own: one of which one leads somebody.</summary>
    public static (Team? Team, Reply? Bad) Team(Act act)
    {
        var key = act.Frame.Ref("team") ?? act.Me.Team?.Key;
        if (key is null)
        {
            return (null, Question.For(act, "team"));
        }

        var members = act.Org.Everybody.Where(p => p.Team?.Key == key).ToList();
        if (members.Exists(p => p.Id != act.Me.Id && act.Viewer.Sees(p.Id)))
        {
            return (members[0].Team, null);
        }

        Ledger.Refusal(act.Db, act.Me, act.Frame.Intent, act.Now);
        return (null, Act.Say("TeamBoard.not_yours"));
    }
}

/// <summary>The team has no board from now on; what stands on it stays there.</summary>
internal sealed class ClearBoard : Command
{
    public override CommandSpec Spec { get; } = new("clear_board", Permission.ManageTeam) { MayAsk = ["team"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (team, bad) = SetBoard.Team(act);
        if (team is null)
        {
            return bad!;
        }

        if (!TeamBoards.In(act.Definitions).ByTeam.ContainsKey(team.Key))
        {
            return Act.Say(new Word("TeamBoard.none", team)) with { SaysSame = true };
        }

        await TeamBoards.SaveAsync(act, team.Key, null, cancellationToken);
        return Act.Say(new Word("TeamBoard.cleared", team)) with { Focus = act.Focus.Settled() };
    }
}
