using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Process;
using SalesBot.Words;

namespace SalesBot.Leads;

/// <summary>
/// What became of the leads that came in over a period (CU-10): went on to a further stage ÷ all, lost in the first stage ÷ all, the rest is still open; the same of the period before, and by
/// source. A lead is every deal that began in the first stage.
/// </summary>
internal sealed class LeadRates : Command
{
    private const int Days = 90;
    private const int MostSources = 6;

    public override CommandSpec Spec { get; } = new("lead_rates", Permission.ReadReports) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (whose, bad) = Whose.Of(act);
        if (whose is null)
        {
            return Act.Say(bad!);
        }

        var (now, before) = (await ReadAsync(act, whose, act.Now.AddDays(-Days), act.Now.AddMinutes(1), cancellationToken), await ReadAsync(act, whose, act.Now.AddDays(-2 * Days), act.Now.AddDays(-Days), cancellationToken));
        List<object> rows =
        [
            new { Main = new Word("LeadRates.conversion"), Second = new Word("LeadRates.formula_conversion", Went(now), now.Count), Value = Share(now, Went(now)) },
            new { Main = new Word("LeadRates.loss"), Second = new Word("LeadRates.formula_loss", Lost(now), now.Count), Value = Share(now, Lost(now)) },
            new { Main = new Word("LeadRates.open"), Second = (Word?)null, Value = new Word("Format.Plain", now.Count - Went(now) - Lost(now)) },
            new { Main = new Word("LeadRates.before"), Second = new Word("LeadRates.both", Share(before, Went(before)), Share(before, Lost(before))), Value = new Word("Format.Plain", before.Count) },
            .. now.GroupBy(l => l.Source ?? "-", StringComparer.Ordinal).OrderByDescending(g => g.Count()).Take(MostSources).Select(g => new
            {
                Main = g.Key == "-" ? new Word("LeadRates.no_source") : new Word("LeadRates.source", g.Key), Second = new Word("LeadRates.both", Share([.. g], Went(g)), Share([.. g], Lost(g))), Value = new Word("Format.Plain", g.Count()),
            }),
        ];
        Word title = new("LeadRates.title", whose.Label, Days);
        return new Reply(new View("list", new { Title = title, Subtitle = new Word("LeadRates.count", now.Count), Rows = rows }, new Word("Approval.text", title, new Word("LeadRates.both", Share(now, Went(now)), Share(now, Lost(now))))));
    }

    private static async Task<List<Lead>> ReadAsync(Act act, Whose whose, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (db, first, lost) = (act.Db, act.Process.First, SalesProcess.Lost);
        return await whose.Of(db.Deals.VisibleTo(act.Viewer)).Where(d => d.CreatedAt >= from && d.CreatedAt < to && (d.Stage == first || db.StageChanges.Any(c => c.DealId == d.Id && c.From == first)))
            .Select(d => new Lead(d.Source, db.StageChanges.Any(c => c.DealId == d.Id && c.From == first && c.To != lost), d.Stage == lost)).ToListAsync(cancellationToken);
    }

    private static int Went(IEnumerable<Lead> leads) => leads.Count(l => l.WentOn);

    private static int Lost(IEnumerable<Lead> leads) => leads.Count(l => !l.WentOn && l.IsLost);

    private static Word Share(IReadOnlyCollection<Lead> all, int part) => all.Count == 0 ? new("Promise.no_rate") : new("Format.Plain", part / (double)all.Count);

    internal sealed record Lead(string? Source, bool WentOn, bool IsLost);
}
