using Microsoft.EntityFrameworkCore;
using SalesBot.Contracts;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Conversation;

/// <summary>Between an order and its command: may they, is it clear, is it complete, is it meant. Only then it runs.</summary>
internal sealed class CommandRunner(CommandTable commands)
{
    public Command Find(Frame order) => commands.Find(order.Intent) ?? commands.Find("unknown")!;

    public async Task<Reply> RunAsync(Command command, Act act, CancellationToken cancellationToken)
    {
        var spec = command.Spec;
        act = await WithDealOfContractAsync(spec, act, cancellationToken);
        if (act.Frame.NoSuchDay is { } day)
        {
            return Question.Again(act, DayOf(spec, act), new Word("Bad.no_such_day", Excerpt.Of(day)));
        }

        if (act.Frame.Clarify.Count > 0)
        {
            return await Question.WhichAsync(act, act.Frame.Clarify, cancellationToken);
        }

        if (spec.Requires.Contains("deal", StringComparer.Ordinal) && await DealOfCustomerAsync(act, cancellationToken) is { } outcome)
        {
            if (outcome.Ask is { } ask)
            {
                return ask;
            }

            act = outcome.Act!;
        }

        if (await UnknownNameAsync(spec, act, cancellationToken) is { } notFound)
        {
            return notFound;
        }

        var missing = spec.Requires.Where(slot => act.Frame.Ref(slot) is null && act.Slots.Text(slot) is null).ToList();
        if (missing.Count > 0)
        {
            return missing.Count > 2 ? Question.Form(act, spec, missing) : await command.OfferAsync(act, missing[0], cancellationToken) ?? Question.For(act, missing[0]);
        }

        if (spec.Changes && !act.Pressed && act.Frame.Confidence < Frame.Sure && act.Slots.Flag("confirm") is null)
        {
            return Question.Confirm(act);
        }

        if (act.Slots.Flag("confirm") == false)
        {
            return Question.Dropped();
        }

        var reply = await command.RunAsync(act, cancellationToken);
        MustNotWrite(spec, act);
        return TooLong.Refuse(act.Db) ?? reply;
    }

    /// <summary>Of a command that says it changes nothing, what it reads is not watched: a change would be lost without a word.</summary>
    private static void MustNotWrite(CommandSpec spec, Act act)
    {
        if (!spec.Changes && act.Db.ChangeTracker.Entries<Record>().Any(e => e.State != EntityState.Unchanged))
        {
            throw new InvalidOperationException($"The command {spec.Id} writes, but declares Changes = false.");
        }
    }

    /// <summary>The slot that the day of an order fills; with a next step, the day of that.</summary>
    private static string DayOf(CommandSpec spec, Act act) =>
        spec.Requires.FirstOrDefault(slot => slot.EndsWith("date", StringComparison.Ordinal)) ?? (act.Slots.Text("next_step") is null ? "date" : "next_date");

    /// <summary>A contract that was named says which deal is meant, also of several that would have to be chosen from; there only one that is not done yet.</summary>
    private static async Task<Act> WithDealOfContractAsync(CommandSpec spec, Act act, CancellationToken cancellationToken)
    {
        if (!spec.Requires.Contains("deal", StringComparer.Ordinal) || (act.Frame.Ref("deal") is not null && act.Frame.Clarify.Count == 0) || act.Frame.Ref("contract") is not { } contract)
        {
            return act;
        }

        var open = act.Frame.Clarify;
        var named = act.Db.Contracts.VisibleTo(act.Viewer).Where(c => c.Key == contract && c.Deal != null);
        if (open.Count > 0)
        {
            named = named.Where(c => c.Status != ContractStatus.Approved && c.Status != ContractStatus.Signed && open.Contains(c.Deal!.Key));
        }

        if (await named.Select(c => c.Deal!.Key).FirstOrDefaultAsync(cancellationToken) is not { } deal)
        {
            return act;
        }

        var sure = act.With("deal", deal);
        return sure with { Frame = sure.Frame with { Clarify = [] } };
    }

    /// <summary>Where a deal is needed and a customer was named: the only open one is meant, of several one must be chosen.</summary>
    private static async Task<(Act? Act, Reply? Ask)?> DealOfCustomerAsync(Act act, CancellationToken cancellationToken)
    {
        if (act.Frame.Ref("deal") is not null || act.Frame.Ref("customer") is not { } customer)
        {
            return null;
        }

        var open = await act.Db.Deals.VisibleTo(act.Viewer).Where(d => d.Customer!.Key == customer && d.Status == DealStatus.Open)
            .OrderByDescending(d => d.LastActivityAt).Select(d => d.Key).Take(10).ToListAsync(cancellationToken);
        return open.Count switch
        {
            0 => null,
            1 => (act.With("deal", open[0]), null),
            _ => (null, await Question.WhichAsync(act, open, cancellationToken)),
        };
    }

    /// <summary>A record that is required, was named, and is not there (or may not be seen, which sounds the same).</summary>
    private static async Task<Reply?> UnknownNameAsync(CommandSpec spec, Act act, CancellationToken cancellationToken)
    {
        if (spec.Requires.Contains("deal", StringComparer.Ordinal))
        {
            var named = act.Slots.Text("deal") ?? act.Slots.Text("deal_text") ?? act.Slots.Text("customer") ?? act.Slots.Text("customer_text");
            return named is not null && await act.DealAsync(cancellationToken) is null ? Question.NotFound(act, "deal", named) : null;
        }

        if (spec.Requires.Contains("customer", StringComparer.Ordinal) && !spec.MayName.Contains("customer", StringComparer.Ordinal))
        {
            var named = act.Slots.Text("customer") ?? act.Slots.Text("customer_text");
            return named is not null && await act.CustomerAsync(cancellationToken) is null ? Question.NotFound(act, "customer", named) : null;
        }

        return null;
    }
}
