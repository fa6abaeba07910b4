using System.Collections.Concurrent;
using System.Numerics;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Names;

/// <summary>
/// Written forms → numbers of records, found in running text. For each pair of first letters it knows which lengths occur, so a place in a message
/// costs a few hash look-ups whatever the number of names. Reading takes no lock; writers are serialised by <see cref="EntityIndex"/>.
/// </summary>
internal sealed class NameTable
{
    /// <summary>A form that more records than this share says nothing (科技, group).</summary>
    private const int TooCommon = 60;

    private const int Longest = 63;

    /// <summary>Letters of a name that people put an s to without an apostrophe ("callums target").</summary>
    private const int Owner = 5;

    /// <summary>Stands in place of all that share a form.</summary>
    private const int Common = -1;

    private const int StrengthBits = 3;

    private readonly Postings _entries = new();
    private readonly ConcurrentDictionary<int, ulong> _lengths = new();

    public void Add(string form, int record, NameStrength strength)
    {
        if (form.Length is < 2 or > Longest) return;
        var (hash, sharing) = (TextHash.Of(form), 0);
        foreach (var entry in _entries.Of(hash))
        {
            if (entry == Common) return;
            sharing++;
        }

        if (sharing == TooCommon) _entries.Remove(hash);
        _entries.Add(hash, sharing == TooCommon ? Common : (record << StrengthBits) | (int)strength);
        var (pair, length) = (LetterPairs.Of(form[0], form[1]), 1UL << form.Length);
        if (!_lengths.TryGetValue(pair, out var mask) || (mask & length) == 0) _lengths[pair] = mask | length;
    }

    public void Remove(string form, int record, NameStrength strength) => _entries.Remove(TextHash.Of(form), (record << StrengthBits) | (int)strength);

    public List<NameHit> Find(string text)
    {
        var hits = new List<NameHit>();
        for (var start = 0; start + 1 < text.Length; start++)
        {
            if (!_lengths.TryGetValue(LetterPairs.Of(text[start], text[start + 1]), out var mask) || !Script.IsEdge(text, start)) continue;
            var hash = TextHash.Empty;
            var last = Math.Min(text.Length, start + BitOperations.Log2(mask));
            for (var end = start + 1; end <= last; end++)
            {
                hash = TextHash.Add(hash, text[end - 1]);
                if ((mask & (1UL << (end - start))) == 0) continue;
                if (Script.IsEdge(text, end)) Take(hits, start, end, hash);
                else if (end - start >= Owner && text[end] == 's' && char.IsAsciiLetter(text[end - 1]) && Script.IsEdge(text, end + 1)) Take(hits, start, end + 1, hash);
            }
        }

        return hits;
    }

    private void Take(List<NameHit> hits, int start, int end, ulong hash)
    {
        foreach (var entry in _entries.Of(hash))
        {
            if (entry != Common) hits.Add(new NameHit(start, end, entry >> StrengthBits, (NameStrength)(entry & ((1 << StrengthBits) - 1))));
        }
    }
}
