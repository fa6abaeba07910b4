using Microsoft.EntityFrameworkCore;
using SalesBot.Conversation;
using SalesBot.Customers;
using SalesBot.Data;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Risks;

/// <summary>Puts a risk into the register (AL-10), with as much of plan, level, owner and review day as was said; whoever is to follow it is told.</summary>
internal sealed class LogRisk : Command
{
    public override CommandSpec Spec { get; } = new("log_risk", Permission.ReadSales) { Requires = ["content"], InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var said = act.Slots.Text("content")!;
        var spoken = RiskReader.Read(said, act.Org, act.LocalNow);
        if (spoken.Content.Length == 0)
        {
            return Question.Again(act, "content", Question.Ask(Spec.Id, "content"));
        }

        if (spoken.ReviewOn < act.Today)
        {
            return Act.Say(new Word("Bad.past_day", spoken.ReviewOn));
        }

        var deal = await act.DealAsync(cancellationToken);
        var risk = new Risk
        {
            Key = Keys.New('X'), CreatedAt = act.Now, Content = spoken.Content, Plan = spoken.Plan, OwnerId = spoken.OwnerId ?? act.Me.Id, ReporterId = act.Me.Id,
            Deal = deal, Customer = deal?.Customer ?? await act.CustomerAsync(cancellationToken) ?? await NamedAsync(act, said, cancellationToken), Level = spoken.Level ?? RiskReader.OrderedLevel(act.Said ?? ""), ReviewOn = spoken.ReviewOn,
        };
        act.Db.Add(risk);
        var owner = act.Org.Find(risk.OwnerId)!;
        Button[] buttons = [new("Button.open", "show_risk", new Slots { ["risk"] = risk.Key }), new(RiskFacts.Open, "list_risks")];
        return act.Receipt("Receipt.risk", RiskFacts.About(risk), Missing(risk), buttons) with
        {
            Focus = act.Listing([risk.Key], RiskFacts.Listed),
            Notices = owner.Id == act.Me.Id ? [] : [new Notice(owner, new View("text", new { Title = new Word("Command.list_risks"), Paragraphs = new[] { Told(act, risk) }, Buttons = new[] { buttons[0] } }, Told(act, risk)))],
        };
    }

    /// <summary>The one customer whose name stands in the words.</summary>
    private static async Task<Customer?> NamedAsync(Act act, string said, CancellationToken cancellationToken) =>
        await act.Db.Customers.VisibleTo(act.Viewer).Where(c => said.Contains(c.Name)).OrderBy(c => c.Id).Take(2).ToListAsync(cancellationToken) is [var only] ? only : null;

    private static Word Told(Act act, Risk risk) => new("RiskLog.told", act.Me, risk.Content);

    /// <summary>What makes it more than a line in a list, where it has none of it yet.</summary>
    private static Word? Missing(Risk risk) => risk.Plan is null ? new Word("RiskLog.wants_plan") : risk.ReviewOn is null ? new Word("RiskLog.wants_review") : null;
}
