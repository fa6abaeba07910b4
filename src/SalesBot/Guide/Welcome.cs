using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Tasks;
using SalesBot.Words;

namespace SalesBot.Guide;

/// <summary>
/// Greets whoever opens the conversation (ON-01): the first time with three things worth trying that fit the role, later with what waits.
/// </summary>
internal sealed class Welcome : Command
{
    private const int Most = 3;

    /// <summary>The desk (ST-14): to-dos, the pool of customers, how one stands.</summary>
    private static readonly Button[] Desk = [new("Button.my_list", "list_tasks"), new("Button.pool", "claim_customer"), new("Button.results", "target_progress")];

    public override CommandSpec Spec { get; } = new("welcome", Permission.Member) { Changes = false, InHelp = false, Accompanies = true };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var seen = act.Me.Key + "/welcomed";
        var first = await act.Db.Settings.FindAsync([seen], cancellationToken) is null;
        if (first)
        {
            act.Db.Settings.Add(new Setting { Name = seen, Value = act.Now.ToString("O") });
        }

        var waits = await WaitingAsync(act, cancellationToken);
        Word title = first ? new Word("Welcome.first", act.Me) : new Word("Welcome.again", act.Me);
        List<Word> lines = first ? [new Word("Welcome.role", act.Me.Role), .. waits, "Welcome.help"] : waits.Count > 0 ? [.. waits] : ["Welcome.nothing_waits"];
        var buttons = first ? Tries.For(act.Me).ToList() : [new Button("Button.my_list", "list_tasks"), .. Tries.For(act.Me).Where(b => b.Verb != "list_tasks").Take(1)];
        buttons.AddRange(Desk.Where(b => CommandWords.Table.Find(b.Verb) is { } command && act.Me.May(command.Spec.Needs) && buttons.TrueForAll(other => other.Verb != b.Verb)));
        buttons.Add(new Button("Command.help", "help"));
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = buttons }, title));
    }

    /// <summary>To-dos that are due, the first of them by name, and decisions that wait for this person.</summary>
    private static async Task<List<Word>> WaitingAsync(Act act, CancellationToken cancellationToken)
    {
        var today = act.Today;
        var due = act.Db.Todos.Where(t => t.OwnerId == act.Me.Id && t.DoneAt == null && t.DueOn <= today);
        var count = await due.CountAsync(cancellationToken);
        var named = await due.OrderBy(t => t.DueOn).ThenBy(t => t.DueAt).ThenBy(t => t.Id).Take(Most).ToListAsync(cancellationToken);
        var approvals = await Seating.PutBefore(act, act.Db.Approvals).CountAsync(a => a.Status == ApprovalStatus.Pending, cancellationToken);
        var lines = new List<Word>();
        if (count > 0)
        {
            lines.Add(new Word("Welcome.todos", count, named.Select(t => t.Called()).ToList()));
        }

        if (approvals > 0)
        {
            lines.Add(new Word("Welcome.approvals", approvals));
        }

        return lines;
    }
}
