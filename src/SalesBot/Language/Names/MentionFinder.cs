using SalesBot.Language.Text;

namespace SalesBot.Language.Names;

/// <summary>Which names stand in a message: written out, else by sound, else nearly spelled. Per kind the longest wins, then the surest.</summary>
internal static class MentionFinder
{
    public static IReadOnlyList<Mention> Find(EntityIndex index, NormalText text, Func<NamedRecord, bool> maySee)
    {
        var written = Gather(index.Written.Find(text.Text).SelectMany(hit => hit.Entries.Select(entry => (hit.Start, hit.End, entry))), maySee);
        if (!HasSubject(written))
        {
            var sounds = Gather(index.Sounding.Find(Pinyin.Sounds(text.Text)).SelectMany(hit => hit.Entries.Select(entry => (hit.Start, hit.End, entry))), maySee);
            written = Merge(written, sounds);
        }

        if (!HasSubject(written))
        {
            var near = Gather(index.Nearly.Find(text.Text).Select(hit => (hit.Start, hit.End, new NameEntry(hit.Record, NameStrength.Sound))), maySee);
            written = Merge(written, near);
        }

        return written;
    }

    private static bool HasSubject(IReadOnlyList<Mention> mentions) =>
        mentions.Any(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal && mention.Strength > NameStrength.Tail);

    private static List<Mention> Merge(List<Mention> first, List<Mention> more) =>
        [.. first.Concat(more.Where(extra => !first.Exists(mention => mention.Kind == extra.Kind && mention.Strength >= extra.Strength && mention.Mark.Overlaps(extra.Start, extra.End))))
            .OrderBy(mention => mention.Start).ThenByDescending(mention => mention.End).ThenBy(mention => mention.Kind)];

    private static List<Mention> Gather(IEnumerable<(int Start, int End, NameEntry Entry)> hits, Func<NamedRecord, bool> maySee)
    {
        var mentions = hits.Where(hit => maySee(hit.Entry.Record))
            .GroupBy(hit => (hit.Start, hit.End, hit.Entry.Record.Kind))
            .Select(group => Surest(group.Key.Start, group.Key.End, group.Key.Kind, [.. group.Select(hit => hit.Entry)]))
            .OrderByDescending(mention => mention.Strength > NameStrength.Sound).ThenByDescending(mention => mention.Length).ThenByDescending(mention => mention.Strength).ThenBy(mention => mention.Start);
        var kept = new List<Mention>();
        foreach (var mention in mentions)
        {
            if (!kept.Exists(other => other.Kind == mention.Kind && other.Mark.Overlaps(mention.Start, mention.End))) kept.Add(mention);
        }

        kept.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End != a.End ? b.End.CompareTo(a.End) : a.Kind.CompareTo(b.Kind));
        return kept;
    }

    private static Mention Surest(int start, int end, NamedKind kind, NameEntry[] entries)
    {
        var best = entries.Max(entry => entry.Strength);
        return new Mention(start, end, kind, best, [.. entries.Where(entry => entry.Strength == best).Select(entry => entry.Record).DistinctBy(record => record.Key, StringComparer.Ordinal).OrderBy(record => record.Key, StringComparer.Ordinal)]);
    }
}
