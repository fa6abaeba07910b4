using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Risks;

/// <summary>An act on one open risk: that of the key, the one whose words are said, or that in view. Of several one is chosen.</summary>
/// <param name="asks">A further slot that it requires; null: none.</param>
internal abstract class RiskAct(string id, string? asks) : Command
{
    private const int Offered = 6;

    public override CommandSpec Spec { get; } = new(id, Permission.ReadSales) { MayAsk = asks is null ? [] : [asks], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (key, which) = (act.Slots.Text("risk"), Which(act));
        var seen = act.Db.Risks.Include(r => r.Customer).Include(r => r.Deal).VisibleTo(act.Viewer);
        var found = key is not null ? await seen.Where(r => r.Key == key).ToListAsync(cancellationToken) : await MeantAsync(act, seen, which, cancellationToken);
        if (found.Count != 1)
        {
            return found.Count > 0 ? Choose(act, found) : key is not null ? Act.Say("NotFound.gone") : NoSuch(which);
        }

        var risk = found[0];
        if (!Spec.Changes)
        {
            return new Reply(RiskFacts.Card(act, risk)) { Focus = About(act, risk) };
        }

        if (!RiskFacts.MayChange(act, risk))
        {
            Ledger.Refusal(act.Db, act.Me, Spec.Id, act.Now);
            return Act.Say(new Word("RiskLog.not_yours", act.Org.Find(risk.OwnerId)));
        }

        if (risk.State != RiskState.Open)
        {
            return Act.Say(new Word("RiskLog.closed_already", risk.Content, risk.ClosedAt, risk.ClosingNote ?? ""));
        }

        act.Slots["risk"] = risk.Key;
        return asks is not null && act.Slots.Text(asks) is null && act.Frame.Ref(asks) is null ? Ask(act) : Do(act, risk);
    }

    /// <summary>The words that tell which one is meant; empty for the one in view. What answers a question names none.</summary>
    protected virtual string Which(Act act) => act is { Pressed: false, Said: { } said } && act.Focus.Pending != Spec.Id ? RiskReader.Which(said) : "";

    protected virtual Reply Ask(Act act) => Question.For(act, asks!);

    protected abstract Reply Do(Act act, Risk risk);

    /// <summary>Receipt of a change; who follows it or logged it, and did not do it, is told.</summary>
    protected static Reply Done(Act act, Risk risk, Word told, params IEnumerable<long> others)
    {
        var people = others.Append(risk.OwnerId).Append(risk.ReporterId).Distinct().Select(id => act.Org.Find(id)).OfType<Person>().Where(p => p.Active && p.Id != act.Me.Id);
        return act.Receipt("Receipt.risk_changed", Excerpt.Of(risk.Content, 80), null, new Button("Button.open", "show_risk", new Slots { ["risk"] = risk.Key })) with
        {
            InPlace = act.PressedCard is not null, Focus = About(act, risk), Notices = [.. people.Select(p => new Notice(p, new View(null, null, told)))],
        };
    }

    private static Focus About(Act act, Risk risk) => act.Listing([risk.Key], RiskFacts.Listed) with { Deal = risk.Deal?.Key, Customer = risk.Customer?.Key ?? act.Focus.Customer };

    /// <summary>Open ones of which all the words are part; without words the one in view, else those that are the speaker's to follow.</summary>
    private static async Task<List<Risk>> MeantAsync(Act act, IQueryable<Risk> seen, string which, CancellationToken cancellationToken)
    {
        if (which.Length == 0 && act.Focus is { Listed: RiskFacts.Listed, List: [var only] })
        {
            return await seen.Where(r => r.Key == only).ToListAsync(cancellationToken);
        }

        var me = act.Me.Id;
        var open = await seen.Where(r => r.State == RiskState.Open && (which != "" || r.OwnerId == me || r.ReporterId == me)).OrderByDescending(r => r.Id).Take(500).ToListAsync(cancellationToken);
        var words = which.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. open.Where(r => words.All(word => Names(r, word))).Take(Offered)];
    }

    private static bool Names(Risk risk, string word) => new[] { risk.Content, risk.Customer?.Name, risk.Deal?.Name }.Any(name => name?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    private static Reply NoSuch(string which) => new(new View("text", new
    {
        Title = new Word("Command.list_risks"),
        Paragraphs = new[] { which.Length == 0 ? new Word("RiskLog.none_yours") : new Word("RiskLog.no_such", Excerpt.Of(which)) },
        Buttons = new[] { new Button(RiskFacts.Open, "list_risks") },
    }, which.Length == 0 ? new Word("RiskLog.none_yours") : new Word("RiskLog.no_such", Excerpt.Of(which))));

    private Reply Choose(Act act, IReadOnlyList<Risk> risks)
    {
        var known = Orders.ToData(act.Frame);
        Word text = "Ask.which.risk";
        var buttons = risks.Select(r => new Button(new Word("Format.Plain", Excerpt.Of(r.Content)), Spec.Id, new Slots(known) { ["risk"] = r.Key })).Append(new Button("Button.cancel", "cancel")).ToList();
        return new Reply(new View("text", new { Title = new Word("Command." + Spec.Id), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Listing([.. risks.Select(r => r.Key)], RiskFacts.Listed) };
    }
}
