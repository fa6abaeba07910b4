using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Promises;

/// <summary>The ledger of promises of a customer or a rep, both ways or of the side that is asked about: what is open, the first due first, with how many were kept on each side (idea 3).</summary>
internal sealed class PromiseList : Command
{
    public override CommandSpec Spec { get; } = new("list_promises", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var customer = await act.CustomerAsync(cancellationToken);
        var (whose, bad) = Whose.Of(act, narrow: customer is null && act.Viewer.Only is not null);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var all = act.Db.Promises.VisibleTo(act.Viewer);
        if (customer is not null)
        {
            all = all.Where(p => p.CustomerId == customer.Id);
        }
        else if (whose.Owners is { } owners)
        {
            all = all.Where(p => owners.Contains(p.PersonId));
        }

        var (side, today) = (Asked(act), act.Today);
        var open = all.Where(p => p.State == PromiseState.Open && (side == null || p.Side == side));
        var asksLate = IsLate(act);
        // Where none is late, what is open is shown all the same.
        var late = asksLate && await open.AnyAsync(p => p.DueOn < today, cancellationToken);
        open = late ? open.Where(p => p.DueOn < today) : open;
        var paging = Paging.Of(act, await open.CountAsync(cancellationToken));
        var shown = await paging.Of(open.Include(p => p.Customer).OrderBy(p => p.DueOn == null).ThenBy(p => p.DueOn).ThenBy(p => p.Id)).ToListAsync(cancellationToken);
        Word title = late ? new("Promise.late_title", customer is null ? whose.Label : customer.Name, await open.CountAsync(cancellationToken)) : new(side is null ? "Promise.title" : (customer is null ? "Promise.title." : "Promise.of.") + side, customer is null ? whose.Label : customer.Name, await open.CountAsync(cancellationToken));
        Word kept = new("Promise.rates", await KeptRate.SayAsync(all, PromiseSide.Ours, act.Today, cancellationToken), await KeptRate.SayAsync(all, PromiseSide.Theirs, act.Today, cancellationToken));
        var data = new
        {
            Title = title,
            Subtitle = asksLate && !late ? new Word("Promise.none_late") : paging.Say(kept),
            Rows = shown.ConvertAll(p => Row(act, p)),
            Empty = new Word("Promise.none"),
            paging.Prev,
            paging.Next,
            Buttons = side == PromiseSide.Theirs ? [new Button("Button.owed_money", "list_payments", customer is null ? [] : new Slots { ["customer"] = customer.Key })] : Array.Empty<Button>(),
        };
        return new Reply(new View("list", data, new Word("Approval.text", title, kept))) { InPlace = paging.InPlace, Focus = act.Listing([.. shown.Select(p => p.Key)], PromiseAct.Listed) is var focus && customer is null ? focus : focus with { Customer = customer.Key } };
    }

    /// <summary>The side that the words ask about (“他们还欠我们什么”), or that the page before showed.</summary>
    private static PromiseSide? Asked(Act act)
    {
        if (act.Said is { } said && SegmentWords.Find("owes", said) is { } side)
        {
            act.Slots["side"] = side;
        }

        return Enum.TryParse<PromiseSide>(act.Slots.Text("side"), out var asked) ? asked : null;
    }

    /// <summary>Those alone whose day is past, or that the page before showed.</summary>
    private static bool IsLate(Act act)
    {
        if (act.Said is { } said && SegmentWords.Find("due", said) is { } due)
        {
            act.Slots["due"] = due;
        }

        return act.Slots.Text("due") == "late";
    }

    private static object Row(Act act, Promise promise) => new
    {
        Main = new Word("Promise.line", promise.Side, promise.Content),
        Second = new Word("Format.Dot", promise.Customer.Name, act.Org.Find(promise.PersonId)),
        Value = Due(promise, act.Today),
        Open = new Button("Button.open", "show_promise", new Slots { ["promise"] = promise.Key }),
    };

    /// <summary>Until when, and whether that is past.</summary>
    public static Word Due(Promise promise, DateOnly today) => promise.DueOn is not { } day ? new("Promise.no_day") : new(day < today ? "Promise.late" : "Format.Plain", day);
}
