using SalesBot.Conversation;
using SalesBot.Deals;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Leads;

/// <summary>Whether there is money for a lead, and whether we speak with who decides (CU-08): without both it does not leave the first stage but by a manager's override.</summary>
internal sealed class QualifyLead : Command
{
    public override CommandSpec Spec { get; } = new("qualify_lead", Permission.WriteSales) { Requires = ["deal"] };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.DealAsync(cancellationToken) is not { } lead)
        {
            return Question.NotFound(act, "deal", act.Slots.Text("deal") ?? "");
        }

        if (await act.ClosedAsync(lead, cancellationToken) is { } closed)
        {
            return closed;
        }

        var (budget, authority) = (Said(act, "budget"), Said(act, "authority"));
        if (budget is null && authority is null)
        {
            return Ask(act, lead);
        }

        (lead.Budget, lead.Authority) = (budget ?? lead.Budget, authority ?? lead.Authority);
        var both = lead is { Budget: Confirmation.Yes, Authority: Confirmation.Yes };
        Word note = both ? new("Lead.qualified") : new("Lead.lacks", Missing(lead).Select(Gaps.Wanted).ToList());
        return act.Receipt(lead, "Receipt.qualified", note, both ? [] : Buttons(lead)) with { InPlace = act.PressedCard is not null };
    }

    /// <summary>What is not confirmed, by the names of the process file.</summary>
    public static IEnumerable<string> Missing(Deal lead)
    {
        if (lead.Budget != Confirmation.Yes) yield return "budget";
        if (lead.Authority != Confirmation.Yes) yield return "authority";
    }

    private static Confirmation? Said(Act act, string what) =>
        Enum.TryParse<Confirmation>(act.Slots.Text(what), ignoreCase: true, out var given) ? given
            : act.Pressed || act.Said is not { } said || Customers.SegmentWords.Find("qualify", said) is not { } word || !word.StartsWith(what, StringComparison.Ordinal) ? null
            : word.EndsWith("No", StringComparison.Ordinal) ? Confirmation.No : Confirmation.Yes;

    private static Reply Ask(Act act, Deal lead)
    {
        Word text = new("Lead.ask_qualified", lead.Name);
        return new Reply(new View("text", new { Title = new Word("Command.qualify_lead"), Paragraphs = new[] { text }, Buttons = Buttons(lead).Concat([Of(lead, "budget", "No"), Of(lead, "authority", "No")]).ToList() }, text)) { Focus = act.About(lead) };
    }

    private static Button[] Buttons(Deal lead) => [.. Missing(lead).Select(what => Of(lead, what, "Yes"))];

    private static Button Of(Deal lead, string what, string value) => new($"Button.{what}.{value}", "qualify_lead", new Slots { ["deal"] = lead.Key, [what] = value });
}
