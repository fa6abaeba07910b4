using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

internal sealed class CustomerArea : Area
{
    public override IQueryable<Choice> Choices(SalesDb db, Viewer viewer, IReadOnlyList<string> keys) =>
        db.Customers.VisibleTo(viewer).Where(c => keys.Contains(c.Key))
            .Select(c => new Choice("customer", c.Key, c.Name, new Word("Choice.Customer", c.LegalName ?? c.Industry ?? c.Name, (object?)c.Owner ?? new Word("Customer.pool"))));

    public override async Task<IReadOnlyList<(string Field, string Value)>> TracesAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Frame.Ref("deal") is not null || act.Frame.Ref("customer") is not { } key) return [];
        var ids = await act.Db.Customers.VisibleTo(act.Viewer).Where(c => c.Key == key).Select(c => c.Id).ToListAsync(cancellationToken);
        return [(nameof(Record.Key), key), .. ids.Select(id => (nameof(Contact.CustomerId), id.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
    }

    public override object? NameOf(Record record) => (record as Customer)?.Name ?? (record as Contact)?.Name;

    /// <summary>A name that nobody knows is asked about, whatever the order is, unless the order makes the customer.</summary>
    public override async Task<(Act Act, Reply? Ask)> FindAsync(CommandSpec spec, Act act, CancellationToken cancellationToken)
    {
        if (spec.MayName.Contains("customer", StringComparer.Ordinal) || act.Frame.Ref("deal") is not null)
        {
            return (act, null);
        }

        if (!spec.Changes && act.Focus.Filled?.Text("customer_text") is { } recorded && act.Slots.Text("customer") == recorded)
        {
            // Asked of the one that is just being recorded: that is not there yet, and the form goes on.
            return (act, Question.NotFound(act, "customer", recorded));
        }

        if (act.Frame.Ref("customer") is null)
        {
            // A list that is narrowed by a form may search for a part of the name.
            return (act, act.Slots.Text("customer") is { } unknown && (spec.Changes || !act.Pressed) ? await UnknownCustomer.AskAsync(act, spec, unknown, cancellationToken) : null);
        }

        var required = spec.Requires.Contains("customer", StringComparer.Ordinal);
        return (act, required && await act.CustomerAsync(cancellationToken) is null ? Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "") : null);
    }
}
