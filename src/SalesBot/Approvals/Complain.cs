using Microsoft.EntityFrameworkCore;
using SalesBot.Approvals.Flows;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>Notes a complaint, of a customer or of one's own, about how something is approved (AP-05); the report on approval times counts them.</summary>
internal sealed class Complain : Command
{
    public override CommandSpec Spec { get; } = new("complain", Permission.Member) { MayAsk = ["content"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var said = act.Slots.Text("content") is null ? new Slots { ["content"] = act.Said ?? "" } : act.Slots;
        if (said.Text("content", Complaint.LongestText)?.Trim() is not { Length: > 0 } text)
        {
            return Question.For(act, "content");
        }

        var (kind, key) = (FlowWords.Lists.In("kind", text), act.Frame.Ref("customer"));
        var about = Enum.GetValues<ApprovalKind>().Where(one => FlowBook.KindOf(one) == kind).Select(one => (ApprovalKind?)one).FirstOrDefault();
        var customer = key is null ? null : await act.Db.Customers.VisibleTo(act.Viewer).FirstOrDefaultAsync(c => c.Key == key, cancellationToken);
        act.Db.Complaints.Add(new Complaint { Key = Keys.New('B'), CreatedAt = act.Now, ById = act.Me.Id, About = about, CustomerId = customer?.Id, Text = text });
        return act.Receipt("Receipt.complaint", customer?.Name, new Word("Complaint.counted"));
    }
}
