using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

internal sealed class CustomerArea : Area
{
    public override IQueryable<Choice> Choices(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Customers.VisibleTo(viewer).Where(c => keys.Contains(c.Key))
            .Select(c => new Choice("customer", c.Key, c.Name, new Word("Choice.Customer", c.LegalName ?? c.Industry ?? "", c.Owner)));

    public override object? NameOf(Record record) => (record as Customer)?.Name;

    public override async Task<(Act Act, Reply? Ask)> FindAsync(CommandSpec spec, Act act, CancellationToken cancellationToken)
    {
        // Where a deal is required, that decides; where a new customer may be named, nobody need be there yet.
        if (spec.Requires.Contains("deal", StringComparer.Ordinal) || !spec.Requires.Contains("customer", StringComparer.Ordinal) || spec.MayName.Contains("customer", StringComparer.Ordinal))
        {
            return (act, null);
        }

        var named = act.Slots.Text("customer") ?? act.Slots.Text("customer_text");
        return (act, named is not null && await act.CustomerAsync(cancellationToken) is null ? Question.NotFound(act, "customer", named) : null);
    }
}
