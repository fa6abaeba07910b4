using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>“凌云合同我周四给意见”, "let me think about it": whoever decides says when they will. Nothing is decided; what still waits is said, and a to-do for that day is offered.</summary>
internal sealed class DecideLater : Command
{
    public override CommandSpec Spec { get; } = new("decide_later", Permission.Member) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is { } customer && act.Frame.Ref("approval_id") is null)
        {
            return Act.Say(new Word("DecideLater.none_of", customer.Name), "Suggest.approvals");
        }

        var key = act.Frame.Ref("approval_id");
        var waiting = await Seating.PutBefore(act, act.Db.Approvals.AsNoTracking().VisibleTo(act.Viewer)).Where(a => a.Status == ApprovalStatus.Pending && (key == null || a.Key == key)).OrderBy(a => a.DueAt).ToListAsync(cancellationToken);
        if (key is null || waiting is not [var approval])
        {
            return Act.Say(new Word("DecideLater.several", new Word("Approvals.count", waiting.Count)), "Suggest.approvals");
        }

        var facts = await ApprovalFacts.LoadAsync(act.Db, act.Org, await act.Db.Approvals.FirstAsync(a => a.Id == approval.Id, cancellationToken), act.Now, cancellationToken);
        Word text = new("DecideLater.one", facts.Name, facts.Ball.DueAt, facts.Ball.Left(act.Now));
        List<Button> buttons = [new("Button.show_approval", "show_approval", new Slots { ["approval_id"] = approval.Key })];
        if (act.Slots.Date("date") is { } day && day >= act.Today)
        {
            buttons.Add(new Button(new Word("DecideLater.todo", day), "add_task", ToDo(facts, day)));
        }

        return new Reply(new View("text", new { Title = (Word?)null, Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Focus with { Approval = approval.Key } };
    }

    private static Slots ToDo(ApprovalFacts facts, DateOnly day)
    {
        var slots = new Slots { ["content"] = facts.Name, ["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        if (facts.Approval.Deal?.Key is { } deal) slots["deal"] = deal;
        return slots;
    }
}
