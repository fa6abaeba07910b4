using System.Globalization;
using SalesBot.Approvals.Flows;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals;

/// <summary>How things are approved in this company, in plain words: each kind with its conditions and steps, and which version holds since when (AP-08).</summary>
internal sealed class ShowFlows : Command
{
    public override CommandSpec Spec { get; } = new("show_flows", Permission.Member) { Changes = false };

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var (book, version) = await FlowBook.LoadAsync(act.Db, cancellationToken);
        var rows = Enum.GetValues<ApprovalKind>().SelectMany(kind => (book.Flows.GetValueOrDefault(FlowBook.KindOf(kind)) ?? []).Select(flow => (object)new
        {
            Main = flow.When is null ? new Word("Flow.always", kind) : new Word("Flow.when", kind, Conditions(flow.When).ToList()),
            Second = new Word("Format.Plain", flow.Steps.Select((step, i) => new Word("Flow.step", i + 1, Say(act.Org, step), new Word("Flow.mode." + step.Mode), new Word("Count.hours", step.Hours), new Word(step.WorkingTime ? "Flow.working" : "Flow.wall"))).ToList()),
        })).Append(new { Main = new Word("Flow.bulk"), Second = new Word("Flow.bulk_limit", new Money(book.BulkLimit, FlowBook.BulkCurrency)) }).ToList();
        Word which = version is null ? new("Flow.shipped") : new("Flow.version", version.Number, version.CreatedAt, version.By is { } by ? by : new Word("Flow.imported"));
        return new Reply(new View("list", new { Title = new Word("Flow.title"), Subtitle = which, Rows = rows }, new Word("Approval.text", "Flow.title", which)));
    }

    private static IEnumerable<Word> Conditions(FlowCondition when)
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

    private static object Say(OrgChart org, string who) => FlowSeats.Parts(who) switch
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
