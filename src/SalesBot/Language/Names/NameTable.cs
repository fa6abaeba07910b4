using System.Collections.Concurrent;
using System.Collections.Immutable;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Names;

/// <summary>
/// Written forms → records, found in running text. For each pair of first letters it knows which lengths occur, so a place in a message costs
/// a few hash look-ups whatever the number of names. Reading takes no lock; writers are serialised by <see cref="EntityIndex"/>.
/// </summary>
internal sealed class NameTable
{
    /// <summary>A form that more records than this share says nothing (科技, group).</summary>
    private const int TooCommon = 60;

    private const int Longest = 63;

    private readonly ConcurrentDictionary<string, ImmutableArray<NameEntry>> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, ulong> _lengths = new();

    public void Add(string form, NameEntry entry)
    {
        if (form.Length is < 2 or > Longest) return;
        _entries.AddOrUpdate(form, _ => [entry], (_, old) => old.Length > TooCommon ? old : old.Add(entry));
        _lengths.AddOrUpdate(Pair(form[0], form[1]), _ => 1UL << form.Length, (_, mask) => mask | (1UL << form.Length));
    }

    public void Remove(string form, string key)
    {
        if (!_entries.TryGetValue(form, out var old)) return;
        var rest = old.RemoveAll(entry => string.Equals(entry.Record.Key, key, StringComparison.Ordinal));
        if (rest.IsEmpty) _entries.TryRemove(form, out _);
        else _entries[form] = rest;
    }

    public IEnumerable<(int Start, int End, ImmutableArray<NameEntry> Entries)> Find(string text)
    {
        var table = _entries.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start + 1 < text.Length; start++)
        {
            if (!_lengths.TryGetValue(Pair(text[start], text[start + 1]), out var mask) || !Script.IsEdge(text, start)) continue;
            for (var length = 2; length <= Longest && start + length <= text.Length; length++)
            {
                if ((mask & (1UL << length)) == 0 || !Script.IsEdge(text, start + length)) continue;
                if (table.TryGetValue(text.AsSpan(start, length), out var entries) && entries.Length <= TooCommon) yield return (start, start + length, entries);
            }
        }
    }

    private static int Pair(char first, char second) => (first << 16) | second;
}
