using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Tags;

/// <summary>Takes tags from a customer (CU-03).</summary>
internal sealed class UntagCustomer : Command
{
    public override CommandSpec Spec { get; } = new("untag_customer", Permission.WriteSales) { Requires = ["customer", "tag"] };

    /// <summary>Those that it has, each a button.</summary>
    public override async Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken)
    {
        if (slot != "tag" || act.Frame.Ref("customer") is not { } key)
        {
            return null;
        }

        var known = Orders.ToData(act.Frame);
        var tags = await act.Db.CustomerTags.Where(t => act.Db.Customers.VisibleTo(act.Viewer).Any(c => c.Key == key && c.Id == t.CustomerId)).OrderBy(t => t.Name).Select(t => t.Name).ToListAsync(cancellationToken);
        Word text = tags.Count == 0 ? new("Tag.has_none") : new("Ask.untag_customer.tag");
        var buttons = tags.ConvertAll(tag => new Button(new Word("Format.Plain", tag), "untag_customer", new Slots(known) { ["tag"] = tag }));
        return new Reply(new View("text", new { Title = new Word("Command.untag_customer"), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = tags.Count == 0 ? act.Focus.Settled() : act.Asking("tag", known) };
    }

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        if (CustomerRights.Refuse(act, customer) is { } refused)
        {
            return refused;
        }

        var said = TagNames.Split(act.Slots.Text("tag")!);
        if (said.Count == 0)
        {
            act.Slots.Remove("tag");
            return await OfferAsync(act, "tag", cancellationToken) ?? Question.For(act, "tag");
        }

        var has = await act.Db.CustomerTags.Where(t => t.CustomerId == customer.Id).ToListAsync(cancellationToken);
        var gone = has.Where(tag => said.Any(one => TagNames.Alike(one) == TagNames.Alike(tag.Name))).ToList();
        if (gone.Count == 0)
        {
            return Act.Say(new Word("Tag.has_not", customer.Name, said));
        }

        act.Db.RemoveRange(gone);
        return act.Receipt("Receipt.untagged", customer.Name, new Word("Format.Plain", gone.ConvertAll(tag => tag.Name))) with { Focus = act.About(customer) };
    }
}
