using System.Globalization;
using SalesBot.Approvals.Flows;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>One flow with the buttons that change it, for an admin (AL-04).</summary>
internal sealed class ShowFlow : Command
{
    /// <summary>Steps with buttons, as many as a card shows; the others are changed by sentence.</summary>
    private const int Most = 4;

    public override CommandSpec Spec { get; } = new("show_flow", Permission.Administer) { Changes = false, InHelp = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (book, _) = await FlowBook.LoadAsync(act.Db, cancellationToken);
        var (place, ask) = FlowPlace.Find(act, book, _ => true, step: false);
        if (place is null)
        {
            return ask!;
        }

        var flow = place.Of(book);
        var title = FlowSay.Title(place.Kind, flow);
        var known = new Slots { ["flow"] = string.Create(CultureInfo.InvariantCulture, $"{place.Kind}.{place.Flow + 1}") };
        var buttons = flow.Steps.Take(Most).SelectMany((_, i) => Of(known, i + 1, flow.Steps.Count)).ToList();
        buttons.Add(new Button("Command.add_flow_step", "add_flow_step", known));
        if (flow.When is not null)
        {
            buttons.Add(new Button("Command.flow_threshold", "flow_threshold", known));
        }

        return new Reply(new View("text", new { Title = title, Paragraphs = FlowSay.Steps(act.Org, flow), Buttons = buttons }, new Word("Approval.text", title, FlowSay.Steps(act.Org, flow))));
    }

    private static IEnumerable<Button> Of(Slots known, int step, int steps)
    {
        string[] verbs = steps > 1 ? ["flow_approver", "flow_mode", "flow_hours", "remove_flow_step"] : ["flow_approver", "flow_mode", "flow_hours"];
        return verbs.Select(verb => new Button(steps > 1 ? new Word("Flow.of_step", new Word("Command." + verb), step) : new Word("Command." + verb), verb, new Slots(known) { ["step"] = step.ToString(CultureInfo.InvariantCulture) }));
    }
}
