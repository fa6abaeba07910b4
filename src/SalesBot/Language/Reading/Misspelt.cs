using System.Collections.Frozen;
using SalesBot.Language.Learning;
using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// "aprove", "propsal", "rejcet": a Latin word that no phrase and no example has, and exactly one word of the phrase book is a letter away from it with the
/// same first letter. It counts as that word. Names are found apart and hide it.
/// </summary>
internal static class Misspelt
{
    private const int Shortest = 5;

    /// <summary>Words of the phrase book by themselves and by what is left when a letter drops out, as a word a letter away shares one of these.</summary>
    private static readonly Lazy<FrozenDictionary<string, int[]>> ByRest = new(() => PhraseBook.Standard.Words
        .Where(word => word.Text.Length >= Shortest && word.Text.All(char.IsAsciiLetter)).SelectMany(word => Rests(word.Text).Select(rest => (rest, word.Literal)))
        .GroupBy(pair => pair.rest, pair => pair.Literal, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray(), StringComparer.Ordinal));

    public static IEnumerable<LiteralHit> Find(string text, IReadOnlyList<LiteralHit> hits)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
            if (at - start < Shortest || !Script.IsEdge(text, start) || !Script.IsEdge(text, at) || hits.Any(hit => hit.Start < at && start < hit.End)) continue;
            var word = text[start..at];
            if (!IntentModel.Standard.Knows(Gram.OfWord(word)) && Meant(word) is { } literal) yield return new LiteralHit(literal, start, at);
        }
    }

    private static int? Meant(string word)
    {
        var near = Rests(word).SelectMany(rest => ByRest.Value.GetValueOrDefault(rest) ?? []).Distinct()
            .Where(literal => PhraseBook.Standard.TextOf(literal) is var known && known[0] == word[0] && EditDistance.Within(word, known, 1)).ToList();
        return near is [var one] ? one : null;
    }

    private static IEnumerable<string> Rests(string word) => Enumerable.Range(0, word.Length).Select(at => word.Remove(at, 1)).Append(word);
}
