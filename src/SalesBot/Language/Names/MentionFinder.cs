using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Names;

/// <summary>
/// Which names stand in a message: written out, else by sound, else nearly spelled. Per kind the longest wins, then the surest. A name that the
/// speaker may not know of is not found, but neither is a shorter one inside it: whoever writes 东岭泵业 does not mean 东岭阀门.
/// </summary>
internal static class MentionFinder
{
    /// <summary>What was found, and what only others may know of, without its records.</summary>
    /// <param name="meant">Takes away what only looks like a name; what is left decides whether names are looked for by sound and spelling, too.</param>
    public static (IReadOnlyList<Mention> Found, IReadOnlyList<Mention> Hidden) Find(EntityIndex index, NormalText text, Func<NamedRecord, bool> maySee, Func<List<Mention>, List<Mention>> meant)
    {
        var known = new Dictionary<int, NamedRecord?>();
        var hidden = new List<Mention>();
        var found = Gather(index.Written(text.Text));
        if (!HasSubject(found)) found = Merge(found, Gather(index.Sounding(text.Text)));
        if (!HasSubject(found)) found = Merge(found, Gather(index.Nearly(text.Text)));
        return (found, [.. hidden.Where(name => !found.Exists(mention => mention.Mark.Overlaps(name.Start, name.End)))]);

        List<Mention> Gather(IEnumerable<NameHit> hits)
        {
            // What follows an apostrophe ends a word and begins no name.
            var all = hits.Where(hit => hit.Start == 0 || text[hit.Start - 1] != '\'').Select(hit => (Hit: hit, Record: Visible(hit.Record))).ToList();
            hidden.AddRange(all.Where(pair => pair.Record is null && pair.Hit.Strength > NameStrength.Tail && index.Get(pair.Hit.Record)?.Kind is NamedKind.Customer or NamedKind.Deal)
                .Select(pair => new Mention(pair.Hit.Start, pair.Hit.End, NamedKind.Customer, pair.Hit.Strength, [])));
            return meant(Sort(all.Where(pair => pair.Record is not null && !hidden.Exists(name => Holds(name.Mark, pair.Hit))).Select(pair => (pair.Hit, pair.Record!))));
        }

        NamedRecord? Visible(int number)
        {
            if (!known.TryGetValue(number, out var record)) known[number] = record = index.Get(number) is { } there && maySee(there) ? there : null;
            return record;
        }
    }

    /// <summary>The known names that a strange one sounds or is nearly spelled like as a whole.</summary>
    public static IReadOnlyList<Mention> Alike(EntityIndex index, NormalText text, Mark name, Func<NamedRecord, bool> maySee)
    {
        var sounding = Covering(index.Sounding(text.Text));
        return sounding.Count > 0 ? sounding : Covering(index.Nearly(text.Text));

        List<Mention> Covering(IEnumerable<NameHit> hits) => Sort(hits.Where(hit => hit.Start <= name.Start && name.End <= hit.End).Select(hit => (Hit: hit, Record: index.Get(hit.Record)))
            .Where(pair => pair.Record is { Kind: NamedKind.Customer or NamedKind.Deal } && maySee(pair.Record)).Select(pair => (pair.Hit, pair.Record!)));
    }

    private static bool Holds(Mark name, NameHit hit) => name.Start <= hit.Start && hit.End <= name.End && hit.End - hit.Start < name.End - name.Start;

    private static bool HasSubject(IReadOnlyList<Mention> mentions) =>
        mentions.Any(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal && mention.Strength > NameStrength.Tail);

    private static List<Mention> Merge(List<Mention> first, List<Mention> more) =>
        [.. first.Concat(more.Where(extra => !first.Exists(mention => mention.Kind == extra.Kind && mention.Strength >= extra.Strength && mention.Mark.Overlaps(extra.Start, extra.End))))
            .OrderBy(mention => mention.Start).ThenByDescending(mention => mention.End).ThenBy(mention => mention.Kind)];

    private static List<Mention> Sort(IEnumerable<(NameHit Hit, NamedRecord Record)> hits)
    {
        var mentions = hits.GroupBy(hit => (hit.Hit.Start, hit.Hit.End, hit.Record.Kind))
            .Select(group => Surest(group.Key.Start, group.Key.End, group.Key.Kind, [.. group]))
            .OrderByDescending(mention => mention.Strength > NameStrength.Sound).ThenByDescending(mention => mention.Length).ThenByDescending(mention => mention.Strength).ThenBy(mention => mention.Start);
        var kept = new List<Mention>();
        foreach (var mention in mentions)
        {
            if (!kept.Exists(other => other.Kind == mention.Kind && other.Mark.Overlaps(mention.Start, mention.End))) kept.Add(mention);
        }

        kept.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End != a.End ? b.End.CompareTo(a.End) : a.Kind.CompareTo(b.Kind));
        return kept;
    }

    private static Mention Surest(int start, int end, NamedKind kind, (NameHit Hit, NamedRecord Record)[] entries)
    {
        var best = entries.Max(entry => entry.Hit.Strength);
        return new Mention(start, end, kind, best, [.. entries.Where(entry => entry.Hit.Strength == best).Select(entry => entry.Record).DistinctBy(record => record.Key, StringComparer.Ordinal).OrderBy(record => record.Key, StringComparer.Ordinal)]);
    }
}
