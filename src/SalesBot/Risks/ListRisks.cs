using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Risks;

/// <summary>The register of risks (AL-10): open ones, the worst first and of those the oldest; of somebody, of a customer, or all that the asker sees.</summary>
internal sealed class ListRisks : Command
{
    public override CommandSpec Spec { get; } = new("list_risks", Permission.ReadSales) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var customer = await act.CustomerAsync(cancellationToken);
        var open = act.Db.Risks.AsNoTracking().VisibleTo(act.Viewer).Where(r => r.State == RiskState.Open);
        if (customer is not null)
        {
            open = open.Where(r => r.CustomerId == customer.Id || r.Deal!.CustomerId == customer.Id);
        }
        else if (whose is { Named: true, Owners: { } owners })
        {
            open = open.Where(r => owners.Contains(r.OwnerId));
        }

        var count = await open.CountAsync(cancellationToken);
        var paging = Paging.Of(act, count);
        var worst = open.Include(r => r.Customer).Include(r => r.Deal).OrderBy(r => r.Level == RiskLevel.High ? 0 : r.Level == RiskLevel.Medium ? 1 : r.Level == RiskLevel.Low ? 2 : 3);
        var shown = await paging.Of(worst.ThenBy(r => r.CreatedAt).ThenBy(r => r.Id)).ToListAsync(cancellationToken);
        Word title = customer is not null ? new("RiskLog.title_of", customer.Name, count) : whose is { Named: true, Owners: not null } ? new("RiskLog.title_of", whose.Label, count) : new("RiskLog.title", count);
        var data = new
        {
            Title = title,
            Subtitle = paging.Last > 1 ? paging.Say(title) : null,
            Rows = shown.ConvertAll(r => Row(act, r)),
            Empty = new Word("RiskLog.none"),
            paging.Prev,
            paging.Next,
            Buttons = new[] { new Button("Command.log_risk", "log_risk"), new Button("Command.deals_at_risk", "deals_at_risk") },
        };
        return new Reply(new View("list", data, title)) { InPlace = paging.InPlace, Focus = act.Listing([.. shown.Select(r => r.Key)], RiskFacts.Listed) };
    }

    private static object Row(Act act, Risk risk)
    {
        Word line = new("RiskLog.row", act.Org.Find(risk.OwnerId), new Word("Count.days", Math.Max(0, (int)(act.Now - risk.CreatedAt).TotalDays)), risk.ReviewOn is { } day ? new Word(day < act.Today ? "RiskLog.review_late" : "RiskLog.review", day) : new Word("RiskLog.no_review"));
        return new
        {
            Main = new Word("Format.Plain", Excerpt.Of(risk.Content, 80)),
            Second = RiskFacts.About(risk) is { } about ? new Word("Format.Dot", about, line) : line,
            Value = risk.Level is { } level ? level : (object)new Word("RiskLog.unjudged"),
            Open = new Button("Button.open", "show_risk", new Slots { ["risk"] = risk.Key }),
        };
    }
}
