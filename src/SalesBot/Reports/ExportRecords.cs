using System.Collections.Frozen;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Reports.Export;
using SalesBot.Words;

namespace SalesBot.Reports;

/// <summary>Records as a file: answers with a link of one's own, good for an hour. Excel, unless CSV was asked for.</summary>
internal sealed class ExportRecords : Command
{
    private static readonly FrozenDictionary<string, string> Lists = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["query_deals"] = "deals", ["stalled_deals"] = "deals", ["list_tasks"] = "tasks", ["list_approvals"] = "approvals", ["list_payments"] = "payments", ["pipeline"] = "pipeline", ["silent_customers"] = "customers",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>About what an empty table and a cell of it weigh in bytes: the file is written when it is fetched.</summary>
    private const int Weight = 6000, CellWeight = 10;

    public override CommandSpec Spec { get; } = new("export", Permission.Member) { MayAsk = ["what"], Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        act = OfTheList(act);
        if (What(act) is not { } what)
        {
            return Offer(act, "Ask.export.what") with { Focus = act.Asking("what", Orders.ToData(act.Frame)) };
        }

        act = act with { Frame = act.Frame with { Slots = new Slots(act.Slots) { ["what"] = what } } };
        if (ExportKind.Find(what) is not { } kind)
        {
            return Offer(act, "Export.other");
        }

        if (!act.Me.May(kind.Needs))
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say(new Word("Refused.role", kind.Title, act.Me.Role));
        }

        var (table, bad) = await kind.ReadAsync(act, cancellationToken);
        if (table is null)
        {
            return Act.Say(bad!);
        }

        var count = await table.CountAsync(cancellationToken);
        return count == 0 ? Act.Say(table.Said.Count == 0 ? new Word("Export.nothing", kind.Title) : new Word("Export.nothing_of", kind.Title, table.Said)) : Ready(act, kind, table, count);
    }

    /// <summary>Only deals are won, lost or at a stage.</summary>
    private static string? What(Act act) => act.Slots.Text("what") ?? (act.Slots.ContainsKey("stage") || act.Slots.Text("status") is "won" or "lost" ? "deals" : null);

    /// <summary>"Put that into an Excel" right after a list means what was listed.</summary>
    private static Act OfTheList(Act act)
    {
        if (What(act) is not null || act.Focus is not { Looked: true, LookIntent: { } look } || !Lists.TryGetValue(look, out var what)) return act;
        var frame = Orders.Join(act.Frame, act.Focus.LookSlots is { } shown ? new Slots(shown.Where(slot => slot.Key != "page")) : null);
        return act with { Frame = frame with { Slots = new Slots(frame.Slots) { ["what"] = what } } };
    }

    private static Reply Ready(Act act, ExportKind kind, ExportTable table, int count)
    {
        var prepared = PreparedExport.Of(act, Orders.ToData(act.Frame));
        act.Db.PreparedExports.Add(prepared);
        var asked = act.Slots.Text("format");
        Word rows = new("Export.rows", count, new Word("Export.format." + (asked == "csv" ? "csv" : "xlsx")));
        Word[] lines = asked is null or "csv" or "xlsx" ? [rows] : [rows, "Export.instead"];
        Link link = new(prepared.Path);
        var data = new
        {
            Title = new Word("Export.title", kind.Title),
            Subtitle = table.Said.Count == 0 ? null : new Word("Deals.customer", table.Said),
            Paragraphs = lines,
            Until = new Word("Export.until", prepared.ExpiresAt),
            Download = new { Title = new Word("Button.download"), Url = link },
        };
        var about = (table.Said.Count == 0 ? lines : [new Word("Deals.customer", table.Said), .. lines]).Append(new Word("Offer.until", prepared.ExpiresAt)).Aggregate((first, next) => new Word("Format.Paragraphs", first, next));
        return new Reply(new View("download", data, new Word("Export.ready", kind.Title, rows, link))
        {
            File = new FileOffer(kind.FileName(act.Today, asked), Weight + ((long)count * table.Titles.Count * CellWeight), prepared.Offer, about),
        });
    }

    /// <summary>A button for each kind that this person may have.</summary>
    private Reply Offer(Act act, Word question)
    {
        var known = Orders.ToData(act.Frame);
        var buttons = ExportKind.All.Where(k => act.Me.May(k.Needs)).Select(k => new Button(k.Title, "export", new Slots(known) { ["what"] = k.Name })).ToList();
        return new Reply(new View("text", new { Title = new Word("Command." + Spec.Id), Paragraphs = new[] { question }, Buttons = buttons }, question));
    }
}
