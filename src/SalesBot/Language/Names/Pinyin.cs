using System.Collections.Frozen;

namespace SalesBot.Language.Names;

/// <summary>
/// How Chinese characters sound, without tones. <see cref="Sounds"/> turns each character into one private-use letter for its syllable, so
/// that homophones become equal and positions stay; <see cref="Spell"/> writes the syllables out. Speech input confuses -n and -ng,
/// zh and z, and so on, so such syllables share a letter.
/// </summary>
internal static class Pinyin
{
    private const char First = '\uE000';
    private static readonly FrozenDictionary<char, string> Syllables = Load();
    private static readonly FrozenDictionary<string, char> Letters = Syllables.Values.Select(Blur).Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal).Select((sound, i) => (sound, letter: (char)(First + i))).ToFrozenDictionary(pair => pair.sound, pair => pair.letter, StringComparer.Ordinal);

    private static readonly FrozenDictionary<char, char> LetterOf = Syllables.ToFrozenDictionary(pair => pair.Key, pair => Letters[Blur(pair.Value)]);

    public static string Sounds(string text) =>
        string.Create(text.Length, text, (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = LetterOf.GetValueOrDefault(from[i], from[i]);
        });

    /// <summary>"dong ling fa men" as one word and its initials, or null where a character has no known sound.</summary>
    public static (string Spelled, string Initials)? Spell(string text)
    {
        var spelled = new System.Text.StringBuilder();
        var initials = new System.Text.StringBuilder();
        foreach (var letter in text)
        {
            if (Syllables.TryGetValue(letter, out var syllable)) (_, _) = (spelled.Append(syllable), initials.Append(syllable[0]));
            else if (letter < 128 && char.IsLetterOrDigit(letter)) (_, _) = (spelled.Append(letter), initials.Append(letter));
            else return null;
        }

        return (spelled.ToString(), initials.ToString());
    }

    private static string Blur(string syllable)
    {
        var sound = syllable.Length > 3 && syllable.EndsWith("ng", StringComparison.Ordinal) && syllable[^3] is 'i' or 'e' ? syllable[..^1] : syllable;
        return sound.Length > 1 && sound[1] == 'h' && sound[0] is 'z' or 'c' or 's' ? sound[0] + sound[2..] : sound;
    }

    private static FrozenDictionary<char, string> Load()
    {
        var found = new Dictionary<char, string>();
        foreach (var line in NameFiles.Lines("pinyin"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            foreach (var letter in line.AsSpan(space + 1)) found[letter] = line[..space];
        }

        return found.ToFrozenDictionary();
    }
}
