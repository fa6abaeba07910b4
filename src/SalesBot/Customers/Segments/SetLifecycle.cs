using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Segments;

/// <summary>Says where a customer stands in its life, or leaves it to the records again (CU-04).</summary>
internal sealed class SetLifecycle : Command
{
    public override CommandSpec Spec { get; } = new("set_lifecycle", Permission.WriteSales) { Requires = ["customer", "lifecycle"] };

    public override Task<Reply?> OfferAsync(Act act, string slot, CancellationToken cancellationToken) =>
        slot == "lifecycle" ? Task.FromResult<Reply?>(Which(act, new Word("Ask.set_lifecycle.lifecycle"))) : base.OfferAsync(act, slot, cancellationToken);

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        if (await act.CustomerAsync(cancellationToken) is not { } customer)
        {
            return Question.NotFound(act, "customer", act.Slots.Text("customer") ?? "");
        }

        if (CustomerRights.Refuse(act, customer) is { } refused)
        {
            return refused;
        }

        var said = act.Slots.Text("lifecycle")!;
        var name = Enum.TryParse<Lifecycle>(said, out var given) ? given.ToString() : SegmentWords.Find("lifecycle", said);
        if (name is null)
        {
            return Which(act, new Word("Lifecycle.no_such", Excerpt.Of(said)));
        }

        customer.Lifecycle = Enum.TryParse<Lifecycle>(name, out var stage) ? stage : null;
        Word? note = customer.Lifecycle is null ? new Word("Lifecycle.by_records", await LifecycleStage.OfAsync(act, customer, cancellationToken)) : null;
        return act.Receipt("Receipt.lifecycle", customer.Name, note) with { Focus = act.About(customer) };
    }

    private static Reply Which(Act act, Word text)
    {
        var known = Orders.ToData(act.Frame);
        known.Remove("lifecycle");
        var buttons = Enum.GetValues<Lifecycle>().Select(one => new Button(new Word("Lifecycle." + one), "set_lifecycle", new Slots(known) { ["lifecycle"] = one.ToString() }))
            .Append(new Button("Lifecycle.none", "set_lifecycle", new Slots(known) { ["lifecycle"] = "none" })).ToList();
        return new Reply(new View("text", new { Title = new Word("Command.set_lifecycle"), Paragraphs = new[] { text }, Buttons = buttons }, text)) { Focus = act.Asking("lifecycle", known) };
    }
}
