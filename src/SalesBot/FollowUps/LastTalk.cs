using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.FollowUps;

/// <summary>When a customer, or somebody there, was spoken with last, by whom, how, and what was said; the talks before it stand below.</summary>
internal sealed class LastTalk : Command
{
    private const int Most = 4;

    public override CommandSpec Spec { get; } = new("last_talk", Permission.ReadSales) { MayAsk = ["customer"], Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken) =>
        await act.CustomerAsync(cancellationToken) is { } customer ? await OfAsync(act, customer, cancellationToken)
        : act.Slots.Text("customer") is { } unknown ? Question.NotFound(act, "customer", unknown) : Question.For(act, "customer");

    /// <summary>The last talk that fits what was asked, and those before it.</summary>
    public static async Task<Reply> OfAsync(Act act, Customer customer, CancellationToken cancellationToken)
    {
        var all = act.Db.FollowUps.AsNoTracking().WithCustomer().VisibleTo(act.Viewer).Include(f => f.Author).Include(f => f.Contact).Where(f => f.CustomerId == customer.Id || f.Deal!.CustomerId == customer.Id);
        var contact = customer.Contacts.Find(c => c.Key == act.Frame.Ref("person") && c.ErasedAt is null);
        var colleague = act.Org.Find(act.Frame.Ref("person"));
        var methods = TalkWords.Methods(act);
        var fitting = methods is null ? all : all.Where(f => methods.Contains(f.Method));
        if (contact is not null) fitting = fitting.Where(f => f.ContactId == contact.Id || f.With == contact.Name);
        if (colleague is not null) fitting = fitting.Where(f => f.AuthorId == colleague.Id);
        var talks = await fitting.OrderByDescending(f => f.HappenedAt).Take(Most).ToListAsync(cancellationToken);
        object with = contact is null ? (object)customer.Name : new Word("Format.Dot", contact.Name, customer.Name);
        Word? missed = null;
        if (talks.Count == 0 && (contact ?? (object?)colleague ?? methods) is not null)
        {
            // Nothing of what was asked for: that is said, and what there is besides stands below.
            missed = new Word("Talk.not_so", contact?.Name ?? (object?)colleague ?? customer.Name);
            talks = await all.OrderByDescending(f => f.HappenedAt).Take(1).ToListAsync(cancellationToken);
        }

        // Of what was brought in from elsewhere only the day may be known.
        var none = (contact ?? (object?)colleague ?? methods) is null && customer.LastInteractionAt is not null ? CustomerFacts.Answer(customer, "history") : null;
        return Show(act, customer, missed ?? (talks.Count == 0 ? none ?? new Word("Talk.none", with) : new Word("Talk.last", with, talks[0].HappenedAt)), talks);
    }

    private static Reply Show(Act act, Customer customer, Word title, List<FollowUp> talks)
    {
        Slots about = new() { ["customer"] = customer.Key };
        Button[] log = act.Me.May(Permission.FollowUp) ? [new Button("Button.log_followup", "log_followup", about)] : [];
        var data = new
        {
            Title = title,
            Rows = talks.ConvertAll(f => new { Main = f.Content, Second = TalkWords.Head(f) }),
            Buttons = new[] { new Button("Contact.open_customer", "show_customer", about) }.Concat(log).ToList(),
        };
        Word text = talks.Count == 0 ? title : new("Approval.text", title, talks[0].Content);
        return new Reply(new View("list", data, text)) { Focus = act.About(customer) };
    }
}
