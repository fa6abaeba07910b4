using System.Globalization;
using SalesBot.Conversation;
using SalesBot.Language;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>The cards of a payment plan in the making: the form where it was not said whole, and the plan read back before it is saved.</summary>
internal static class PlanForm
{
    /// <summary>Fields that are there even if nothing is known.</summary>
    private const int Least = 3;

    /// <summary>A row for each part that is known, and one more while they do not make up the whole; where only their number is said, as many as that.</summary>
    /// <param name="note">What is missing or wrong.</param>
    public static Reply Ask(Act act, Contract contract, PaymentPlan plan, Word note)
    {
        var wanted = plan.Parts.Count == 0 ? Instalments.Said(act.Said) ?? Least : plan.IsWhole(contract.Amount) ? plan.Parts.Count : Math.Max(plan.Parts.Count + 1, Least);
        var rows = Enumerable.Range(1, Math.Min(wanted, PaymentPlan.Most)).Select(i => Row(i, i <= plan.Parts.Count ? plan.Parts[i - 1] : null)).ToList();
        Word title = new("Plan.title", contract.Title, new Money(contract.Amount, contract.Currency));
        var data = new { Title = title, Note = note, Rows = rows, Submit = new Button("Button.submit", "set_payment_plan", new Slots { ["contract"] = contract.Key }, "positive"), Cancel = new Button("Button.cancel", "cancel") };
        return new Reply(new View("payment-plan", data, note))
        {
            Focus = act.About(contract) with { Pending = "set_payment_plan", Asked = "plan", Filled = new Slots { ["contract"] = contract.Key } },
        };
    }

    /// <summary>Part by part in money and days, with what stood there before.</summary>
    public static Reply ReadBack(Act act, Contract contract, PaymentPlan plan)
    {
        Word text = new("Plan.confirm", contract.Title);
        var facts = plan.Lines(contract).Select((line, i) => new Line(new Word("Plan.part", i + 1), line)).ToList();
        if (contract.Payments.Count > 0)
        {
            facts.Add(new("Plan.before", new Word("Format.Plain", PaymentPlan.Saved(contract).Lines(contract))));
        }

        var filled = new Slots { ["contract"] = contract.Key, ["plan"] = plan.ToString(), [StaleYes.Base] = BaseOf(contract) };
        var data = new { Question = text, Facts = facts, Yes = new Button("Button.yes", "set_payment_plan", new Slots(filled) { ["confirm"] = "true" }, "positive"), Others = new[] { new Button("Button.change_plan", "set_payment_plan", new Slots(filled) { ["page"] = "1" }) }, No = new Button("Button.cancel", "cancel") };
        return new Reply(new View("confirm", data, text)) { Focus = act.About(contract) with { Pending = "set_payment_plan", Asked = "confirm", Filled = filled } };
    }

    /// <summary>What a plan is read back against: the contract's amount, and the plan that stands.</summary>
    public static string BaseOf(Contract contract) => string.Create(CultureInfo.InvariantCulture, $"{contract.Amount:0.####}|{PaymentPlan.Saved(contract)}");

    /// <summary>A yes to a plan that was read back against another one: both, and who laid down the newer; nothing is saved.</summary>
    public static async Task<Reply> OvertakenAsync(Act act, Contract contract, PaymentPlan plan, CancellationToken cancellationToken)
    {
        var again = new Slots { ["contract"] = contract.Key, ["plan"] = plan.ToString() };
        var newer = await StaleYes.ByAsync(act, [.. contract.Payments.Select(p => p.Key), contract.Key], cancellationToken);
        var now = contract.Payments.Count == 0 ? new Word("Plan.none") : new Word("Format.Plain", PaymentPlan.Saved(contract).Lines(contract));
        Button[] buttons = [new Button("Button.read_again", "set_payment_plan", again), new Button("Command.show_contract", "show_contract", new Slots { ["contract"] = contract.Key })];
        return StaleYes.Reply(contract.Title, [new StaleYes.Row("Card.PaymentPlan", new Word("Format.Plain", plan.Lines(contract)), now, newer)], buttons) with { Focus = act.About(contract) };
    }

    private static object Row(int number, PlanPart? part) => new
    {
        Part = "part" + number.ToString(CultureInfo.InvariantCulture),
        Day = "day" + number.ToString(CultureInfo.InvariantCulture),
        Label = new Word("Plan.part", number),
        Share = part is null ? "" : part.IsRest ? new Word("Plan.rest") : (object)part.Share,
        On = part?.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
    };

    private sealed record Line(Word Label, object Value);
}
