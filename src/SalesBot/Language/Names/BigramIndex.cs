using System.Collections.Concurrent;
using System.Collections.Immutable;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Names;

/// <summary>Names by the letter pairs in them, for a name with a typo or two. Pairs that too many names share are no evidence and are not followed.</summary>
internal sealed class BigramIndex
{
    private const int TooCommon = 400;

    private readonly ConcurrentDictionary<int, ImmutableArray<(string Form, NamedRecord Record)>> _postings = new();

    public void Add(string form, NamedRecord record)
    {
        if (form.Length < 3) return;
        foreach (var pair in Pairs(form))
        {
            _postings.AddOrUpdate(pair, _ => [(form, record)], (_, old) => old.Length > TooCommon ? old : old.Add((form, record)));
        }
    }

    public void Remove(string form, string key)
    {
        foreach (var pair in Pairs(form))
        {
            if (_postings.TryGetValue(pair, out var old))
            {
                _postings[pair] = old.RemoveAll(entry => string.Equals(entry.Record.Key, key, StringComparison.Ordinal) && string.Equals(entry.Form, form, StringComparison.Ordinal));
            }
        }
    }

    /// <summary>Names that stand in the text with one letter wrong, missing, doubled or swapped (two in a long name).</summary>
    public IEnumerable<(int Start, int End, NamedRecord Record)> Find(string text)
    {
        var seen = new HashSet<(string, string)>();
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (!_postings.TryGetValue(Pair(text, i), out var postings) || postings.Length > TooCommon) continue;
            foreach (var (form, record) in postings)
            {
                if (!seen.Add((form, record.Key))) continue;
                if (Near(text, i, form) is { } place) yield return (place.Start, place.End, record);
            }
        }
    }

    private static (int Start, int End)? Near(string text, int at, string form)
    {
        var latin = !Script.IsChinese(form[0]);
        if (latin && form.Length < 5) return null;
        var allowed = latin ? (form.Length >= 9 ? 2 : 1) : 1;
        for (var start = Math.Max(0, at - form.Length); start <= at; start++)
        {
            if (latin ? !Script.IsEdge(text, start) || !Script.IsLatin(text[start]) : text[start] != form[0] && text[Math.Min(start + 1, text.Length - 1)] != form[1]) continue;
            for (var length = form.Length - allowed; length <= form.Length + allowed; length++)
            {
                if (length < 3 || start + length > text.Length || at + 2 > start + length || !Script.IsEdge(text, start + length)) continue;
                if (!latin && length != form.Length) continue;
                if (EditDistance.Within(text.AsSpan(start, length), form, allowed)) return (start, start + length);
            }
        }

        return null;
    }

    private static IEnumerable<int> Pairs(string form) => Enumerable.Range(0, form.Length - 1).Select(i => Pair(form, i)).Distinct();

    private static int Pair(string text, int at) => (text[at] << 16) | text[at + 1];
}
