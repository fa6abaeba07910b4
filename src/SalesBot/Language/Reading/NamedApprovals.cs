using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>Which approvals a clause may be about: by name, by whose contract or quote it is, by who sent it, else the one in focus.</summary>
internal static class NamedApprovals
{
    /// <summary>Pending approvals of what is named here; empty when nothing is named that has one.</summary>
    public static IReadOnlyList<NamedRecord> Named(Clause clause)
    {
        var direct = clause.Named(NamedKind.Approval).SelectMany(mention => mention.Records).ToList();
        if (direct.Count > 0) return direct;
        var owners = clause.Mentions.Where(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal or NamedKind.Contract or NamedKind.Quote && mention.Strength > NameStrength.Tail)
            .SelectMany(mention => mention.Records).Select(record => record.Key).Distinct(StringComparer.Ordinal);
        var found = owners.SelectMany(key => Below(clause, key)).Where(approval => approval.IsOpen && clause.Message.MaySee(approval)).DistinctBy(approval => approval.Key, StringComparer.Ordinal).ToList();
        return Narrow(clause, found);
    }

    /// <summary>All that wait for the speaker.</summary>
    public static IReadOnlyList<NamedRecord> Waiting(Clause clause) =>
        Narrow(clause, [.. clause.Index.Of(clause.Message.Person, NamedKind.Approval).Where(approval => approval.IsOpen && approval.Approvers.Contains(clause.Message.Person, StringComparer.Ordinal) && clause.Message.MaySee(approval)).OrderBy(approval => approval.Key, StringComparer.Ordinal)]);

    private static IEnumerable<NamedRecord> Below(Clause clause, string key) => clause.Index.Of(key, NamedKind.Approval);

    private static IReadOnlyList<NamedRecord> Narrow(Clause clause, List<NamedRecord> found)
    {
        var senders = clause.Named(NamedKind.Person, NameStrength.Short).SelectMany(mention => mention.Records).Select(person => person.Key).ToHashSet(StringComparer.Ordinal);
        found = Prefer(found, approval => approval.Owner is not null && senders.Contains(approval.Owner));
        found = Prefer(found, approval => approval.Approvers.Contains(clause.Message.Person, StringComparer.Ordinal));
        found = Prefer(found, approval => clause.Index.Get(approval.Deal) is { } deal && Narrowing.Describes(clause, deal, null));
        if (clause.Word("kind") is { } kind) found = Prefer(found, approval => string.Equals(approval.About, kind, StringComparison.Ordinal));
        return found;
    }

    private static List<NamedRecord> Prefer(List<NamedRecord> found, Predicate<NamedRecord> better) =>
        found.Count > 1 && found.Exists(better) ? found.FindAll(better) : found;
}
