using System.Collections.Concurrent;

namespace SalesBot.Language.Names;

/// <summary>The few words that many records share (stages, states, currencies, titles), numbered from 1; 0 is none. One writer at a time.</summary>
internal sealed class WordList
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, string> _words = new();

    public string? this[int number] => number == 0 ? null : _words[number];

    public int NumberOf(string? word)
    {
        if (word is null) return 0;
        if (_numbers.TryGetValue(word, out var number)) return number;
        number = _numbers.Count + 1;
        _words[number] = word;
        _numbers[word] = number;
        return number;
    }
}
