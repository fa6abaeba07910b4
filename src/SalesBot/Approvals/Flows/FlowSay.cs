using System.Globalization;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals.Flows;

/// <summary>Flows in plain words.</summary>
internal static class FlowSay
{
    /// <summary>Of which kind, and under which conditions.</summary>
    public static Word Title(string kind, Flow flow) => flow.When is null ? new Word("Flow.always", Kind(kind)) : new Word("Flow.when", Kind(kind), Conditions(flow.When).ToList());

    public static object Kind(string kind) => Enum.GetValues<ApprovalKind>().Where(one => FlowBook.KindOf(one) == kind).Select(one => (object)one).FirstOrDefault() ?? kind;

    public static IReadOnlyList<Word> Steps(OrgChart org, Flow flow) => [.. flow.Steps.Select((step, i) => Step(org, step, i))];

    /// <summary>Who decides it, how many of them, until when.</summary>
    /// <param name="place">From 0.</param>
    public static Word Step(OrgChart org, FlowStep step, int place) =>
        new("Flow.step", place + 1, Say(org, step), new Word("Flow.mode." + step.Mode), new Word("Count.hours", step.Hours), new Word(step.WorkingTime ? "Flow.working" : "Flow.wall"));

    public static IEnumerable<Word> Conditions(FlowCondition when)
    {
        object Sum(decimal amount) => when.Currency is { } currency ? new Money(amount, currency) : amount;
        if (when.AmountAtLeast is { } least)
        {
            yield return new Word("Flow.at_least", Sum(least));
        }

        if (when.AmountBelow is { } below)
        {
            yield return new Word("Flow.below", Sum(below));
        }

        if (when.DiscountDeeperThan is { } percent)
        {
            yield return new Word("Flow.discount", percent);
        }

        if (when.TermsContain is { } words)
        {
            yield return new Word("Flow.terms", words);
        }

        if (when.TermsDeviate is { } deviate)
        {
            yield return deviate ? "Flow.deviate" : "Flow.usual";
        }
    }

    /// <summary>Who is meant, with their names where they are the same for everybody.</summary>
    private static object Say(OrgChart org, FlowStep step) => step.Who.Count == 0 ? new Word("Flow.who.admin") : step.Who.Select(who => Say(org, who)).ToList();

    public static object Say(OrgChart org, string who) => FlowSeats.Parts(who) switch
    {
        ("person", { } key) => org.Find(key) is { } person ? person : new Word("Flow.who.gone", key),
        ("role", { } name) when FlowSeats.RoleOf(name) is { } role => new Word("Flow.who.role", role),
        ("head", { } name) when FlowSeats.RoleOf(name) is { } role => FlowSeats.Head(org, role) is { } head ? new Word(role == Role.Director ? "Flow.who.one" : "Flow.who.head", role, head) : new Word("Flow.who.role", role),
        ("above", { } name) when FlowSeats.RoleOf(name) is { } role => new Word("Flow.who.above", role),
        ("chain", { } upTo) => FlowSeats.RoleOf(upTo) is { } role ? new Word("Flow.who.chain_to", role) : new Word("Flow.who.chain", int.Parse(upTo, CultureInfo.InvariantCulture)),
        ("superior", { } level) => new Word("Flow.who.superior_of", int.Parse(level, CultureInfo.InvariantCulture)),
        ("superior", null) => new Word("Flow.who.superior"),
        _ => new Word("Flow.who.department_head"),
    };
}
