using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers.Pool;
using SalesBot.Customers.Rules;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Nudges;

/// <summary>CU-11: whoever had a customer that went back to the pool by itself reads so in the morning, and so does their superior, as long as nobody has claimed it.</summary>
internal sealed class GoneToPool : NudgeRule
{
    /// <summary>Days in which it is news, also for who was on leave.</summary>
    private const int News = 14;

    public override string Id => "recycled";

    /// <summary>It is told once, and nothing waits for anybody.</summary>
    public override bool MayRest => false;

    public override RuleTerms Usual { get; } = new() { Channel = NudgeChannel.Digest, Ladder = [new(0, [Recipients.Owner, Recipients.Superior])] };

    public override async Task<IReadOnlyList<Finding>> FindAsync(Scan scan, CancellationToken cancellationToken)
    {
        var rule = CustomerRule.Of(scan.Definitions);
        return [.. (await Gone(scan).Include(c => c.Customer).OrderBy(c => c.Id).ToListAsync(cancellationToken)).SelectMany(c =>
            ForFirst(scan, c.Customer, c.CreatedAt, new Evaluation(LastContact.Of(c.Customer), rule.RecycleDays(c.Customer.Grade)) { Of = c.Customer.Grade }, scan.Org.Find(c.FromId)))];
    }

    public override IQueryable<Finding> Over(Scan scan, IQueryable<Finding> findings)
    {
        var gone = Gone(scan);
        return findings.Where(f => !gone.Any(c => c.CustomerId == f.SubjectId && c.CreatedAt == f.Since));
    }

    public override async Task<Told?> TellAsync(Scan scan, Person person, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var ids = findings.Select(f => f.SubjectId).ToList();
        var gone = (await Gone(scan).Include(c => c.Customer).Where(c => ids.Contains(c.CustomerId)).OrderBy(c => c.Customer.Grade).ThenBy(c => c.Id).ToListAsync(cancellationToken))
            .FindAll(c => findings.Any(f => f.SubjectId == c.CustomerId && f.Since == c.CreatedAt));
        return gone.Count == 0 ? null : new Told(
            new Word("Nudge.recycled.title", gone.Count), gone.ConvertAll(c => Row(scan, c, person)), [.. findings.Where(f => gone.Exists(c => c.CustomerId == f.SubjectId && c.CreatedAt == f.Since))])
        {
            IsNews = true, Buttons = [new Button(new Word("Command.list_pool"), "list_pool")],
        };
    }

    /// <summary>What went lately and is still nobody's.</summary>
    private static IQueryable<OwnerChange> Gone(Scan scan)
    {
        var after = scan.Now.AddDays(-News);
        return scan.Db.OwnerChanges.AsNoTracking().Where(c => c.ById == null && c.Kind == OwnerChangeKind.Recycled && c.CreatedAt >= after && c.Customer.OwnerId == null && c.Customer.MergedIntoId == null);
    }

    private static NudgeRow Row(Scan scan, OwnerChange change, Person reader)
    {
        var customer = change.Customer;
        Word why = new("Nudge.recycled.row", new Word("Count.days", CustomerRule.Of(scan.Definitions).RecycleDays(customer.Grade)));
        return new NudgeRow(
            customer.Name,
            change.FromId != reader.Id && scan.Org.Find(change.FromId) is { } owner ? new Word("Format.Dot", why, new Word("Nudge.recycled.owner", owner)) : why,
            customer.Grade is { } grade ? new Word("Nudge.silent.grade", grade) : (object)"",
            new Button("Button.open", "show_customer", new Slots { ["customer"] = customer.Key }));
    }
}
