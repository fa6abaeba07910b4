using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Merging;
using SalesBot.Customers.Rules;
using SalesBot.Customers.Segments;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers;

/// <summary>Notes which customer sent another one to us (CU-13).</summary>
internal sealed class SetReferrer : Command
{
    public override CommandSpec Spec { get; } = new("set_referrer", Permission.WriteSales) { MayAsk = ["customer"], MayName = ["customer"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var said = act.Said is { } words && !act.Pressed ? CustomerWords.Patterns["referred"].Match(words) : Match.Empty;
        var (came, sent) = (act.Frame.Ref("customer"), act.Slots.Text("into"));
        if (said.Success)
        {
            (came, sent) = (said.Groups["came"].Value.Trim(), said.Groups["sent"].Value.Trim());
        }

        if (came is null || sent is null)
        {
            return Question.For(act, "customer");
        }

        var (one, other) = (await MergePair.FindAsync(act, came, cancellationToken), await MergePair.FindAsync(act, sent, cancellationToken));
        if (one is not [var customer] || other is not [var referrer] || customer.Id == referrer.Id)
        {
            return Act.Say(new Word("NotFound.customer", Excerpt.Of(one is [_] ? sent : came)));
        }

        if (CustomerRights.Refuse(act, customer) is { } refused)
        {
            return refused;
        }

        customer.ReferredById = referrer.Id;
        return act.Receipt("Receipt.referred", customer.Name, new Word("Referral.by", referrer.Name)) with { Focus = act.About(customer) };
    }

}

/// <summary>Which customers sent us others, and what those bought (CU-13).</summary>
internal sealed class ListReferrals : Command
{
    public override CommandSpec Spec { get; } = new("list_referrals", Permission.ReadSales) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var rule = CustomerRule.Of(act.Definitions);
        var values = await CustomerValue.AllAsync(act.Db, rule, act.Now, cancellationToken);
        var came = await act.Db.Customers.VisibleTo(act.Viewer).Where(c => c.ReferredById != null).Select(c => new { c.Id, c.Name, By = c.ReferredBy!.Name, c.ReferredBy.Key }).ToListAsync(cancellationToken);
        var groups = came.GroupBy(c => c.Key, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var paging = Paging.Of(act, groups.Count);
        Word title = new("Referral.title", came.Count);
        var data = new
        {
            Title = title,
            Rows = groups.Skip(paging.Skip).Take(paging.Size).Select(g => new
            {
                Main = g.First().By, Second = new Word("Format.Plain", g.Select(c => c.Name).ToList()), Value = new Money(g.Sum(c => values.GetValueOrDefault(c.Id)?.Sum ?? 0), rule.Currency),
                Open = new Button("Button.open", "show_customer", new Slots { ["customer"] = g.Key }),
            }).ToList(),
            Empty = new Word("Referral.none"),
            paging.Prev,
            paging.Next,
        };
        return new Reply(new View("list", data, title)) { InPlace = paging.InPlace };
    }
}
