using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Deals;

/// <summary>
/// A deal or a customer is to be deleted: nothing is, as figures of the past would change with it. What is offered instead: to take back its entry while that can be undone, to lose the deal, to merge
/// or release the customer.
/// </summary>
internal sealed class DeleteRecord : Command
{
    public override CommandSpec Spec { get; } = new("delete_record", Permission.WriteSales) { MayAsk = ["customer"], InHelp = false, Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Frame.Ref("deal") is not null && await act.DealAsync(cancellationToken) is { } deal && !IsOnlyInView(act, deal))
        {
            var isMine = deal.OwnerId == act.Me.Id;
            var undo = isMine ? await EntryAsync(act, deal.Key, cancellationToken) : null;
            Button[] lose = isMine && deal.Status == DealStatus.Open ? [new Button("Command.lose_deal", "lose_deal", new Slots { ["deal"] = deal.Key })] : [];
            return Instead(deal.Name, undo, "Delete.deal", lose) with { Focus = act.Focus.Settled() with { Deal = deal.Key, Customer = deal.Customer?.Key } };
        }

        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return act.Slots.Text("customer") is { } nobody ? Question.NotFound(act, "customer", nobody) : Question.For(act, "customer");
        }

        var entry = act.MayChange(customer) ? await EntryAsync(act, customer.Key, cancellationToken) : null;
        Button[] release = act.MayChange(customer) && customer.OwnerId is not null ? [new Button("Command.release_customer", "release_customer", new Slots { ["customer"] = customer.Key })] : [];
        return Instead(customer.Name, entry, "Delete.customer", release) with { Focus = act.Focus.Settled() with { Customer = customer.Key, Deal = null } };
    }

    /// <summary>The customer was named, and the deal only spoken of before.</summary>
    private static bool IsOnlyInView(Act act, Deal deal)
    {
        var own = deal.Customer is { } customer ? deal.Name.Replace(customer.Name, "", StringComparison.OrdinalIgnoreCase).Trim() : deal.Name;
        return act.Said is { } said && act.Focus.Deal == deal.Key && act.Frame.Ref("customer") is not null && !act.Frame.Leans && !said.Contains(own.Length > 0 ? own : deal.Name, StringComparison.OrdinalIgnoreCase);
    }

    private static Reply Instead(string name, AuditEntry? entered, Word why, Button[] others)
    {
        Word first = entered is null ? new Word("Delete.none", name) : new Word("Delete.entered", name, entered.At);
        Button[] undo = entered is null ? [] : [new Button("Delete.undo", "undo", new Slots { ["entry"] = entered.Key })];
        return new Reply(new View("text", new { Title = new Word("Format.Plain", name), Paragraphs = new[] { first, why }, Buttons = undo.Concat(others).ToList() }, new Word("Format.Paragraphs", first, why)));
    }

    /// <summary>The speaker's own entry of it, while it can be taken back.</summary>
    private static async Task<AuditEntry?> EntryAsync(Act act, string key, CancellationToken cancellationToken)
    {
        var entries = await act.Db.Audit.Where(a => a.PersonId == act.Me.Id && !a.Refused && a.UndoneAt == null && a.UndoUntil > act.Now && a.Changes.Contains(key)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        return entries.Find(entry => ChangeLog.FromJson(entry.Changes).Any(change => change.Key == key && change.Kind == ChangeKind.Added));
    }
}
