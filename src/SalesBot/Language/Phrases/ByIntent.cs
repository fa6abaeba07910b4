using System.Collections.Frozen;
using SalesBot.Language.Verbs;

namespace SalesBot.Language.Phrases;

/// <summary>What the files say of each order. A command that only has buttons may be asked about too (“说明原因”, and then the reason in words): nothing is said of it.</summary>
internal sealed class ByIntent<T>
{
    private readonly FrozenDictionary<string, T> values;
    private readonly T none;

    public ByIntent(IEnumerable<string> intents, Func<string, T> ofIntent, Func<VerbBook.Verb, T> ofVerb, T none)
    {
        // An intent may have a few sayings besides (“/待办”); what is so of it stands in its own file.
        values = intents.Select(file => KeyValuePair.Create(PhraseFiles.Stem(file), ofIntent(file)))
            .Concat(VerbBook.Standard.Verbs.Select(verb => KeyValuePair.Create(verb.Id, ofVerb(verb)))).DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
        this.none = none;
    }

    public IEnumerable<T> Values => values.Values;

    public T this[string intent] => values.GetValueOrDefault(intent, none);

    public bool ContainsKey(string intent) => values.ContainsKey(intent);

    public bool TryGetValue(string intent, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) => values.TryGetValue(intent, out value);
}
