using System.Globalization;
using SalesBot.Approvals.Flows;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>How things are approved in this company, in plain words: each kind with its conditions and steps, and which version holds since when (AP-08). An admin opens one to change it (AL-04).</summary>
internal sealed class ShowFlows : Command
{
    public override CommandSpec Spec { get; } = new("show_flows", Permission.Member) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (book, version) = await FlowBook.LoadAsync(act.Db, cancellationToken);
        var admin = act.Me.May(Permission.Administer);
        var rows = Enum.GetValues<ApprovalKind>().Select(FlowBook.KindOf).SelectMany(kind => (book.Flows.GetValueOrDefault(kind) ?? []).Select((flow, i) => (object)new
        {
            Main = FlowSay.Title(kind, flow),
            Second = new Word("Format.Plain", FlowSay.Steps(act.Org, flow)),
            Open = admin ? new Button("Button.open", "show_flow", new Slots { ["flow"] = string.Create(CultureInfo.InvariantCulture, $"{kind}.{i + 1}") }) : null,
        })).Append(new { Main = new Word("Flow.bulk"), Second = new Word("Flow.bulk_limit", new Money(book.BulkLimit, FlowBook.BulkCurrency)) }).ToList();
        Word which = version is null ? new("Flow.shipped") : new("Flow.version", version.Number, version.CreatedAt, version.By is { } by ? by : new Word("Flow.imported"));
        Button[] buttons = admin ? [new("Command.flow_bulk", "flow_bulk"), new("Command.flow_versions", "flow_versions")] : [new("Command.flow_versions", "flow_versions")];
        return new Reply(new View("list", new { Title = new Word("Flow.title"), Subtitle = which, Rows = rows, Buttons = buttons }, new Word("Approval.text", "Flow.title", which)));
    }
}
