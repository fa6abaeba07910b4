using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Relations;

/// <summary>The network of a rep (CU-06): each customer with how many people are known there, who decides, when there was contact last, what is missing.</summary>
internal static class Network
{
    public static async Task<Reply> ReplyAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act, narrow: act.Viewer.Only is not null);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var customers = act.Db.Customers.Include(c => c.Contacts).VisibleTo(act.Viewer).Where(c => c.OwnerId != null);
        if (whose.Owners is { } owners)
        {
            customers = customers.Where(c => owners.Contains(c.OwnerId!.Value));
        }

        var paging = Paging.Of(act, await customers.CountAsync(cancellationToken));
        var shown = await paging.Of(customers.OrderBy(c => c.Grade ?? "Z").ThenByDescending(c => c.LastInteractionAt).ThenBy(c => c.Id)).ToListAsync(cancellationToken);
        Word title = new("Network.title", whose.Label);
        var data = new
        {
            Title = title,
            Subtitle = paging.Say(new Word("Network.subtitle")),
            Rows = shown.ConvertAll(Row),
            Empty = new Word("List.no_customers"),
            paging.Prev,
            paging.Next,
            Buttons = new[] { new Button(new Word("Command.dormant_customers"), "dormant_customers", whose.Person is { } person && whose.Named ? new Slots { ["person"] = person.Key } : []) },
        };
        return new Reply(new View("list", data, title)) { InPlace = paging.InPlace, Focus = act.Listing([.. shown.Select(c => c.Key)]) };
    }

    private static object Row(Customer customer)
    {
        var people = customer.Contacts.FindAll(c => c.ErasedAt is null);
        var deciders = people.FindAll(c => c.Role == BuyingRole.Decider);
        var missing = RelationshipMap.Missing(people);
        Word last = customer.LastInteractionAt is { } at ? new("List.last", at) : new("Prep.never");
        return new
        {
            Main = customer.Name,
            Second = new Word("Format.Dot", deciders.Count > 0 ? new Word("Network.decider", deciders.ConvertAll(c => c.Name)) : missing.Count > 0 ? new Word("Relation.missing", missing) : new Word("Relation.complete"), last),
            Value = new Word("Count.people", people.Count),
            Open = new Button("Button.relationship_map", "relationship_map", new Slots { ["customer"] = customer.Key }),
        };
    }
}
