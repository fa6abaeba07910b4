using SalesBot.Language.Phrases;

namespace SalesBot.Language.Learning;

/// <summary>Features of a sentence as 64-bit hashes (FNV-1a), so that the model needs no vocabulary.</summary>
internal static class Gram
{
    private const ulong Seed = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Letters of a Latin word that follow each other, its edges among them.</summary>
    private const int Letters = 4;

    public static ulong Of(string kind, ReadOnlySpan<char> what, ulong more = 0) => Join(Hash(kind), Hash(what), more);

    /// <summary>The feature of one word, or of two that follow each other.</summary>
    public static ulong OfWord(ReadOnlySpan<char> word) => Join(1, Hash(word), 0);

    public static ulong OfPair(ReadOnlySpan<char> first, ReadOnlySpan<char> second) => Join(2, Hash(first), Hash(second));

    /// <summary>
    /// Words (a Chinese character is one) alone, in twos, in threes and in twos over a gap of one or two, with an edge before and after; Latin words
    /// also by the letters inside: push, pushed, pushing, repushed share most of theirs, and so does a typo with what was meant.
    /// </summary>
    public static void AddWords(string masked, HashSet<ulong> features)
    {
        var words = Words(masked);
        for (var i = 1; i < words.Count; i++)
        {
            if (i < words.Count - 1) features.Add(Join(1, words[i], 0));
            features.Add(Join(2, words[i - 1], words[i]));
            if (i < 2) continue;
            features.Add(Join(3, Join(words[i - 2], words[i - 1], 0), words[i]));
            if (words.Count > 3) features.Add(Join(4, words[i - 2], words[i]));
            if (i > 2) features.Add(Join(6, words[i - 3], words[i]));
        }

        AddLetters(masked, features);
    }

    private static void AddLetters(string masked, HashSet<ulong> features)
    {
        for (var i = 0; i < masked.Length; i++)
        {
            var start = i;
            while (i < masked.Length && IsLetter(masked[i])) i++;
            if (i == start) continue;
            for (var from = start - 1; from + Letters <= i + 1; from++) features.Add(Join(5, Hash(masked, start, i, from), 0));
        }
    }

    private static List<ulong> Words(string masked)
    {
        var words = new List<ulong>(masked.Length + 2) { Seed };
        for (var i = 0; i < masked.Length;)
        {
            var start = i++;
            if (char.IsWhiteSpace(masked[start])) continue;
            if (char.IsAsciiDigit(masked[start]))
            {
                while (i < masked.Length && char.IsAsciiDigit(masked[i])) i++;
                words.Add(Hash("0"));
                continue;
            }

            while (IsLetter(masked[start]) && i < masked.Length && IsLetter(masked[i])) i++;
            words.Add(Hash(masked.AsSpan(start, i - start)));
        }

        words.Add(Seed);
        return words;
    }

    private static bool IsLetter(char letter) => Script.IsLatin(letter) || letter == '\'';

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Seed;
        foreach (var letter in word) hash = (hash ^ letter) * Prime;
        return hash;
    }

    /// <summary>Of the letters from <paramref name="from"/> on, with an edge for what lies outside the word [start, end).</summary>
    private static ulong Hash(string text, int start, int end, int from)
    {
        var hash = Seed;
        for (var i = from; i < from + Letters; i++) hash = (hash ^ (i < start ? '^' : i == end ? '$' : text[i])) * Prime;
        return hash;
    }

    private static ulong Join(ulong first, ulong second, ulong third) => ((((first * Prime) ^ second) * Prime) ^ third) * Prime;
}
