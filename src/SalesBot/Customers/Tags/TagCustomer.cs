using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Tags;

/// <summary>Files a customer under one or several words (CU-03); a word that others use already keeps their spelling.</summary>
internal sealed class TagCustomer : Command
{
    public override CommandSpec Spec { get; } = new("tag_customer", Permission.WriteSales) { Requires = ["customer", "tag"] };

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
        if (said.Count == 0 || said.FirstOrDefault(tag => tag.Length > TagNames.Longest) is not null)
        {
            return Question.Again(act, "tag", new Word("Tag.bad", Excerpt.Of(said.FirstOrDefault(tag => tag.Length > TagNames.Longest) ?? act.Slots.Text("tag")), TagNames.Longest));
        }

        var has = await act.Db.CustomerTags.Where(t => t.CustomerId == customer.Id).Select(t => t.Name).ToListAsync(cancellationToken);
        var added = said.Where(tag => !has.Exists(one => TagNames.Alike(one) == TagNames.Alike(tag))).ToList();
        if (added.Count == 0)
        {
            return Act.Say(new Word("Tag.has", customer.Name, said)) with { SaysSame = true };
        }

        if (has.Count + added.Count > TagNames.MostOfOne)
        {
            return Act.Say(new Word("Tag.many", customer.Name, TagNames.MostOfOne, has.Count));
        }

        foreach (var tag in added)
        {
            act.Db.Add(new CustomerTag { Key = Keys.New('L'), CreatedAt = act.Now, Customer = customer, Name = await SpellingAsync(act, tag, cancellationToken) });
        }

        return act.Receipt("Receipt.tagged", customer.Name, said.Count > added.Count ? new Word("Tag.had", said.Except(added, StringComparer.Ordinal).ToList()) : null, TagList.Show(added[0])) with
        {
            Focus = act.About(customer),
        };
    }

    private static async Task<string> SpellingAsync(Act act, string tag, CancellationToken cancellationToken)
    {
        var alike = TagNames.Alike(tag);
#pragma warning disable MA0011 // becomes the database's lower(), which takes no culture
        return await act.Db.CustomerTags.Where(t => t.Name.ToLower() == alike).OrderBy(t => t.Id).Select(t => t.Name).FirstOrDefaultAsync(cancellationToken) ?? tag;
#pragma warning restore MA0011
    }
}
