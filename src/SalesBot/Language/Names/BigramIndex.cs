using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Names;

/// <summary>
/// Names by the letter pairs in them, for a name with a typo or two. Pairs that too many names share are no evidence and are not followed.
/// Nothing is taken away: whoever reads asks whether the record still has the name.
/// </summary>
internal sealed class BigramIndex
{
    private const int TooCommon = 400;

    private const int ManyAlike = 50;

    private readonly ConcurrentDictionary<int, Sharing> _sharing = new();
    private readonly TextPool _texts = new();
    private readonly Chunks<Name> _names = new();

    /// <summary>The forms come the longest first: a shorter one that stands in it costs no text of its own.</summary>
    public void Add(int record, IEnumerable<string> forms)
    {
        var (longest, place) = (string.Empty, 0);
        foreach (var form in forms)
        {
            if (form.Length < 3) continue;
            var start = longest.IndexOf(form, StringComparison.Ordinal);
            if (start < 0) (longest, place, start) = (form, _texts.Add(form), 0);
            var number = _names.Add(new Name(record, place, (short)start, (short)form.Length));
            for (var i = 0; i + 1 < form.Length; i++)
            {
                var again = form.AsSpan(0, i + 1).IndexOf(form.AsSpan(i, 2));
                if (again < 0) Share(LetterPairs.Of(form[i], form[i + 1]), number);
            }
        }
    }

    /// <summary>Names that stand in the text with one letter wrong, missing, doubled or swapped (two in a long name).</summary>
    public IEnumerable<(NameHit Hit, string Form)> Find(string text)
    {
        var tried = new HashSet<int>();
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (!_sharing.TryGetValue(LetterPairs.Of(text[i], text[i + 1]), out var sharing)) continue;
            var (names, count) = (sharing.Names, sharing.Count);
            for (var n = 0; n < count && n < names.Length; n++)
            {
                if (!tried.Add(names[n])) continue;
                var name = _names[names[n]];
                if (Near(text, i, Form(name)) is { } place) yield return (new NameHit(place.Start, place.End, name.Record, NameStrength.Sound), Form(name).ToString());
            }
        }
    }

    /// <summary>The records that share most pairs with a name, the most first.</summary>
    public IEnumerable<int> Alike(string name)
    {
        var shared = new Dictionary<int, int>();
        for (var i = 0; i + 1 < name.Length; i++)
        {
            if (!_sharing.TryGetValue(LetterPairs.Of(name[i], name[i + 1]), out var sharing)) continue;
            var (names, count) = (sharing.Names, sharing.Count);
            foreach (var number in names.AsSpan(0, Math.Min(count, names.Length)))
            {
                ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(shared, _names[number].Record, out _);
                times++;
            }
        }

        return shared.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(ManyAlike).Select(pair => pair.Key);
    }

    private static (int Start, int End)? Near(string text, int at, ReadOnlySpan<char> form)
    {
        var latin = !Script.IsChinese(form[0]);
        if (form.Length < (latin ? 5 : 4)) return null;
        var allowed = latin ? (form.Length >= 9 ? 2 : 1) : 1;
        for (var start = Math.Max(0, at - form.Length); start <= at; start++)
        {
            if (latin ? !Script.IsEdge(text, start) || !Script.IsLatin(text[start]) : text[start] != form[0] && text[Math.Min(start + 1, text.Length - 1)] != form[1]) continue;
            for (var length = form.Length - allowed; length <= form.Length + allowed; length++)
            {
                if (length < 3 || start + length > text.Length || at + 2 > start + length || !Script.IsEdge(text, start + length) || text[start + length - 1] == ' ') continue;
                if (!latin && length != form.Length) continue;
                if (EditDistance.Within(text.AsSpan(start, length), form, allowed) && Slip.IsOne(text.AsSpan(start, length), form)) return (start, start + length);
            }
        }

        return null;
    }

    private ReadOnlySpan<char> Form(Name name) => _texts[name.Text].Slice(name.Start, name.Length);

    private void Share(int pair, int name)
    {
        var sharing = _sharing.GetOrAdd(pair, _ => new Sharing());
        if (sharing.Count > TooCommon) return;
        if (sharing.Count == TooCommon) sharing.Names = [];
        else if (sharing.Count == sharing.Names.Length) sharing.Names = [.. sharing.Names, .. new int[Math.Max(4, sharing.Count)]];
        if (sharing.Count < TooCommon) sharing.Names[sharing.Count] = name;
        sharing.Count++;
    }

    /// <summary>A form of a record, as a part of a text in the pool.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Name(int Record, int Text, short Start, short Length);

    /// <summary>The names that have one pair of letters, as many as <see cref="Count"/>; none when they are too many.</summary>
    private sealed class Sharing
    {
        public volatile int[] Names = [];
        public volatile int Count;
    }
}
