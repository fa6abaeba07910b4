using System.Text.Json;
using SalesBot.Conversation;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Approvals.Flows;

/// <summary>In what two books of flows differ, in plain words.</summary>
internal static class FlowDifference
{
    public static IReadOnlyList<LaidFact> Of(OrgChart org, FlowBook before, FlowBook after)
    {
        var facts = before.Flows.Keys.Union(after.Flows.Keys, StringComparer.Ordinal).Where(kind => IsOther(before, after, kind)).SelectMany(kind => Of(org, kind, Without(In(before, kind), In(after, kind)), Without(In(after, kind), In(before, kind)))).ToList();
        if (before.BulkLimit != after.BulkLimit)
        {
            facts.Add(new LaidFact("Flow.bulk", Change(new Money(before.BulkLimit, FlowBook.BulkCurrency), new Money(after.BulkLimit, FlowBook.BulkCurrency))));
        }

        return facts;
    }

    /// <summary>What is approved so goes another way than before.</summary>
    public static bool IsOther(FlowBook before, FlowBook after, string kind) => Bare(before, kind) != Bare(after, kind);

    private static string Bare(FlowBook book, string kind) => new FlowBook(new Dictionary<string, IReadOnlyList<Flow>>(StringComparer.Ordinal) { [kind] = In(book, kind) }).ToJson();

    /// <summary>Those that the other book does not have just so: one that was put in before the others changes none of them. All, where only their order is another.</summary>
    private static IReadOnlyList<Flow> Without(IReadOnlyList<Flow> flows, IReadOnlyList<Flow> others)
    {
        var same = others.Select(flow => JsonSerializer.Serialize(flow)).ToHashSet(StringComparer.Ordinal);
        var own = flows.Where(flow => !same.Contains(JsonSerializer.Serialize(flow))).ToList();
        return own.Count == 0 && flows.Count == others.Count ? flows : own;
    }

    private static IReadOnlyList<Flow> In(FlowBook book, string kind) => book.Flows.GetValueOrDefault(kind) ?? [];

    private static IEnumerable<LaidFact> Of(OrgChart org, string kind, IReadOnlyList<Flow> before, IReadOnlyList<Flow> after)
    {
        for (var i = 0; i < Math.Max(before.Count, after.Count); i++)
        {
            var (old, now) = (i < before.Count ? before[i] : null, i < after.Count ? after[i] : null);
            if (old is null || now is null)
            {
                yield return new LaidFact(FlowSay.Title(kind, (old ?? now)!), now is null ? new Word("Flow.gone") : new Word("Format.Plain", FlowSay.Steps(org, now)));
                continue;
            }

            if (old.When is { } was && now.When is { } holds && JsonSerializer.Serialize(was) != JsonSerializer.Serialize(holds))
            {
                yield return new LaidFact(new Word("Flow.diff.when", FlowSay.Kind(kind)), Change(FlowSay.Conditions(was).ToList(), FlowSay.Conditions(holds).ToList()));
            }

            foreach (var fact in Steps(org, FlowSay.Title(kind, now), FlowSay.Steps(org, old), FlowSay.Steps(org, now), old, now))
            {
                yield return fact;
            }
        }
    }

    /// <summary>Step by step where there are as many as before, else the whole way.</summary>
    private static IEnumerable<LaidFact> Steps(OrgChart org, Word title, IReadOnlyList<Word> said, IReadOnlyList<Word> saidNow, Flow old, Flow now) =>
        old.Steps.Count != now.Steps.Count
            ? [new LaidFact(title, Change(new Word("Format.Plain", said), new Word("Format.Plain", saidNow)))]
            : old.Steps.Zip(now.Steps).Select((pair, i) => (pair.First, pair.Second, Place: i)).Where(pair => !IsSame(pair.First, pair.Second)).Select(pair => new LaidFact(title, Change(FlowSay.Step(org, pair.First, pair.Place), FlowSay.Step(org, pair.Second, pair.Place))));

    private static bool IsSame(FlowStep one, FlowStep other) => (one.Mode, one.Hours, one.WorkingTime) == (other.Mode, other.Hours, other.WorkingTime) && one.Who.SequenceEqual(other.Who, StringComparer.Ordinal);

    private static Word Change(object before, object after) => new("Process.diff.change", before, after);
}
