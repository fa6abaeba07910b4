using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Words;

namespace SalesBot.People;

/// <summary>The days of leave that one has noted, and who decides in one's place meanwhile.</summary>
internal sealed class ShowLeave : Command
{
    public override CommandSpec Spec { get; } = new("my_leave", Permission.Member) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var leave = await act.Db.Absences.AsNoTracking().Where(a => a.PersonId == act.Me.Id && a.To >= act.Today).OrderBy(a => a.From).ToListAsync(cancellationToken);
        var delegations = await act.Db.Delegations.AsNoTracking().Where(d => d.FromId == act.Me.Id && d.EndsAt > act.Now).OrderBy(d => d.StartsAt).ToListAsync(cancellationToken);
        List<Word> lines = [.. leave.Select(TakeLeave.Said), .. delegations.Select(d => new Word("Leave.stands_in", act.Org.Find(d.ToId), d.StartsAt, d.EndsAt))];
        if (leave.Count == 0)
        {
            lines.Insert(0, new Word("Leave.none"));
        }

        List<Button> buttons = [new("Command.take_leave", "take_leave")];
        buttons.AddRange(leave.Count == 0 ? [] : [new Button("Leave.call_off", "end_leave", new Language.Slots { ["leave"] = leave[0].Key })]);
        Word title = "Command.my_leave";
        return new Reply(new View("text", new { Title = title, Paragraphs = lines, Buttons = buttons }, new Word("Approval.text", title, lines)));
    }
}
