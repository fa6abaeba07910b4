using System.Globalization;
using SalesBot.Conversation;
using SalesBot.Language.Filling;
using SalesBot.Words;

namespace SalesBot.Contracts;

/// <summary>A contract's payment plan before it is saved: read from what was said or filled in, checked, and reckoned in the contract's currency (AP-08).</summary>
internal sealed record PaymentPlan(IReadOnlyList<PlanPart> Parts)
{
    /// <summary>Parts at most, and fields of the form.</summary>
    public const int Most = 6;

    private const string Signing = "sign";

    /// <summary>Of the slot <c>plan</c> and of the form's fields <c>part1</c>, <c>day1</c> …, which win; what in a field is no part is told by its number.</summary>
    public static (PaymentPlan Plan, int? Bad) Of(Act act, Contract contract)
    {
        var parts = new List<PlanPart>();
        for (var i = 1; i <= Most && act.Slots.Keys.Any(slot => slot.StartsWith("part", StringComparison.Ordinal)); i++)
        {
            if (act.Slots.Text("part" + i) is { } said)
            {
                if (PlanPart.Read(said, act.Slots.Date("day" + i)) is not { } part)
                {
                    return (new PaymentPlan(parts), i);
                }

                parts.Add(part);
            }
        }

        return (parts.Count > 0 ? new PaymentPlan(parts) : Said(act.Slots.Text("plan"), contract.SignedOn ?? act.Today), null);
    }

    /// <summary>The parts that the contract's terms speak of, the first at signing and the others without a day; null where they speak of none.</summary>
    public static PaymentPlan? OfTerms(Contract contract) =>
        SharesOfTerms.Of(contract.Terms) is { } shares ? new PaymentPlan([.. shares.Select((share, i) => new PlanPart(share, null, i == 0 ? contract.SignedOn : null))]) : null;

    /// <summary>As it stands saved.</summary>
    public static PaymentPlan Saved(Contract contract) => new([.. contract.Payments.OrderBy(p => p.DueOn).ThenBy(p => p.Id).Select(p => new PlanPart(null, p.Amount, p.DueOn))]);

    public override string ToString() => string.Join(';', Parts);

    /// <summary>Each part in the contract's currency: shares to the cent, "the rest" and the cents that shares leave on the last.</summary>
    public IReadOnlyList<decimal> Amounts(decimal whole)
    {
        var amounts = Parts.Select(part => part.Sum ?? decimal.Round(whole * (part.Percent ?? 0) / 100, 2, MidpointRounding.AwayFromZero)).ToList();
        var adds = Parts.Any(part => part.IsRest) || Parts.Sum(part => part.Percent) == 100;
        if (adds && amounts.Count > 0)
        {
            amounts[^1] += whole - amounts.Sum();
        }

        return amounts;
    }

    /// <summary>Its parts make up this sum, "the rest" included.</summary>
    public bool IsWhole(decimal whole) => Parts.Count > 0 && Amounts(whole).Sum() == whole;

    /// <summary>What is wrong with it as a plan for the contract; null for one that can be saved once each part has its day.</summary>
    public Word? Fault(Contract contract)
    {
        var rests = Parts.Count(part => part.IsRest);
        if (Parts.Count > Most || rests > 1 || (rests == 1 && !Parts[^1].IsRest))
        {
            return Parts.Count > Most ? new Word("Plan.too_many", Most) : new Word("Plan.rest_last");
        }

        var amounts = Amounts(contract.Amount);
        var (sum, whole) = (new Money(amounts.Sum(), contract.Currency), new Money(contract.Amount, contract.Currency));
        var late = Parts.Zip(Parts.Skip(1)).TakeWhile(pair => pair.First.Day is not { } day || pair.Second.Day is not { } next || day <= next).Count() + 1;
        return amounts switch
        {
            _ when sum.Amount < contract.Paid => new Word("Plan.below_paid", new Money(contract.Paid, contract.Currency), sum),
            _ when sum.Amount != whole.Amount || amounts.Any(amount => amount <= 0) => new Word("Plan.sum", sum, whole),
            _ when late < Parts.Count => new Word("Plan.order", late + 1),
            _ when Parts.Select(part => part.Day).FirstOrDefault(day => day < contract.SignedOn) is { } early => new Word("Plan.before_signing", early, contract.SignedOn),
            _ => null,
        };
    }

    /// <summary>A line for each part as people read it.</summary>
    public IReadOnlyList<Word> Lines(Contract contract) =>
        [.. Amounts(contract.Amount).Zip(Parts, (amount, part) => new Word("Plan.line", Worth(contract, amount), part.Day is { } day ? day : new Word("Format.Unknown")))];

    private static Word Worth(Contract contract, decimal amount) => contract.Amount == 0
        ? new Word("Format.Plain", new Money(amount, contract.Currency))
        : new Word("Plan.worth", new Money(amount, contract.Currency), (double)(amount / contract.Amount));

    private static PaymentPlan Said(string? slot, DateOnly signed)
    {
        var parts = new List<PlanPart>();
        foreach (var (share, day) in (slot ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(text => text.Split('@')).Where(pair => pair.Length == 2).Select(pair => (pair[0], pair[1])))
        {
            var on = day == Signing ? signed : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : (DateOnly?)null;
            if (PlanPart.Read(share, on) is { } part)
            {
                parts.Add(part);
            }
        }

        return new PaymentPlan(parts);
    }
}
