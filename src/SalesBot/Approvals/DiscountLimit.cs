using SalesBot.Approvals.Flows;
using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>“我能打几折”, "what's the discount limit for me": who has to say yes to a quote of the asker, by how deep its discount is, as the flows have it.</summary>
internal sealed class DiscountLimit : Command
{
    public override CommandSpec Spec { get; } = new("discount_limit", Permission.Member) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (book, _) = await FlowBook.LoadAsync(act.Db, cancellationToken);
        var kind = FlowBook.KindOf(ApprovalKind.Quote);
        var flows = book.Flows.GetValueOrDefault(kind) ?? [];
        var asked = act.Slots.Number("discount") is { } factor && Discounts.IsSound(factor) ? factor : (decimal?)null;
        var least = book.For(ApprovalKind.Quote, new FlowCase(0, FlowBook.BulkCurrency, asked is { } off ? (1 - off) * 100 : 0, null, TermsDeviate: false));
        Word title = asked is { } share ? new("Limit.asked", Discounts.Say(share), Who(act, least)) : new("Limit.any", Who(act, least));
        var rows = flows.Select(flow => (object)new { Main = FlowSay.Title(kind, flow), Second = new Word("Limit.goes_to", Who(act, flow)) }).ToList();
        var data = new { Title = title, Subtitle = new Word("Limit.none_alone"), Rows = rows, Buttons = new[] { new Button(new Word("Command.show_flows"), "show_flows") } };
        return new Reply(new View("list", data, title));
    }

    /// <summary>Those of each step, in their order, as they are found for the asker.</summary>
    private static List<object> Who(Act act, Flow flow) => [.. FlowSeats.Spread(act.Org, flow, act.Me).SelectMany(step => FlowSeats.Find(act.Org, step, act.Me)).DistinctBy(p => p.Id)];
}
