using System.Globalization;
using System.Text.RegularExpressions;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals.Flows;

/// <summary>What is wrong with flows that somebody wants to lay down, each with its place in the file (<c>quote[2].steps[1].who</c>, counted from 1).</summary>
internal static partial class FlowFaults
{
    public const int LongestHours = 24 * 60;

    public static IEnumerable<(string Place, Word Text)> Of(FlowBook book, OrgChart org)
    {
        if (book.BulkLimit < 0)
        {
            yield return ("bulkLimit", "Flow.bad_limit");
        }

        var kinds = Enum.GetValues<ApprovalKind>().Select(FlowBook.KindOf).ToList();
        foreach (var (kind, flows) in book.Flows)
        {
            if (!kinds.Contains(kind, StringComparer.Ordinal))
            {
                yield return (kind, new Word("Flow.bad_kind", kind, kinds));
            }

            // A null stands wherever it was written, whatever the types say.
            if (flows is null)
            {
                yield return (kind, "Flow.shape.list");
            }

            foreach (var fault in (flows ?? []).SelectMany((flow, i) => Of(flow, string.Create(CultureInfo.InvariantCulture, $"{kind}[{i + 1}]"), i == flows!.Count - 1, org)))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<(string Place, Word Text)> Of(Flow? flow, string place, bool last, OrgChart org)
    {
        if (flow?.Steps is not { Count: > 0 })
        {
            yield return (place + ".steps", "Flow.bad_steps");
            yield break;
        }

        if (flow.When is null && !last)
        {
            yield return (place, "Flow.bad_order");
        }

        if (flow.When?.TermsContain is { } words && (words.Count == 0 || words.Any(string.IsNullOrWhiteSpace)))
        {
            yield return (place + ".when.termsContain", "Flow.shape.list");
        }

        if (flow.When?.Currency is { } currency && !Currency().IsMatch(currency))
        {
            yield return (place + ".when.currency", "Flow.shape.currency");
        }

        if (flow.When is { DiscountDeeperThan: < 0 or >= 100 } or { AmountAtLeast: < 0 } or { AmountBelow: <= 0 } || flow.When is { AmountAtLeast: { } least, AmountBelow: { } below } && least >= below)
        {
            yield return (place + ".when", "Flow.bad_bound");
        }

        foreach (var (step, i) in flow.Steps.Select((step, i) => (step, i)))
        {
            var here = string.Create(CultureInfo.InvariantCulture, $"{place}.steps[{i + 1}]");
            if (step is null)
            {
                yield return (here, "Flow.bad_shape");
                continue;
            }

            if (!Enum.IsDefined(step.Mode))
            {
                yield return (here + ".mode", "Flow.shape.mode");
            }

            if (step.Hours is < 1 or > LongestHours)
            {
                yield return (here + ".hours", new Word("Flow.bad_hours", LongestHours));
            }

            foreach (var who in (step.Who ?? []).Select(who => who ?? "").Where(who => !IsSound(who, step, org)).DefaultIfEmpty(step.Who is { Count: > 0 } ? null : ""))
            {
                if (who is not null)
                {
                    yield return (here + ".who", who.Length == 0 ? "Flow.shape.list" : new Word("Flow.bad_who", who));
                }
            }
        }
    }

    [GeneratedRegex("^[A-Z]{3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Currency();

    /// <summary>A chain stands alone, as it becomes steps of its own; a person has to be there, and be allowed to decide.</summary>
    private static bool IsSound(string who, FlowStep step, OrgChart org) => FlowSeats.IsSound(who) && FlowSeats.Parts(who) switch
    {
        ("person", { } key) => org.Find(key).May(Permission.Decide),
        ("chain", _) => step.Who.Count == 1,
        _ => true,
    };
}
