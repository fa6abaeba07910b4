using SalesBot.Language.Phrases;

namespace SalesBot.Language.Names;

/// <summary>周国平 is also 国平, 周总, 老周; "Dana Ruiz" is also "Dana" and, less surely, "Ruiz".</summary>
internal static class PersonForms
{
    private static readonly IReadOnlyList<string> Familiar = NameFiles.WordsOf("familiar");
    private static readonly IReadOnlyList<string> Titles = NameFiles.WordsOf("titles");
    private static readonly IReadOnlyList<string> LongSurnames = NameFiles.WordsOf("surnames2");

    public static IEnumerable<NameForm> Of(string name)
    {
        if (Script.IsChinese(name[0])) return name.Length is 2 or 3 or 4 ? Chinese(name) : [];
        return Latin(name);
    }

    /// <summary>It begins as a Chinese person's name does, or ends as one is addressed (洪经理).</summary>
    public static bool IsName(string piece) =>
        Titles.Any(title => piece.Length > title.Length && piece.EndsWith(title, StringComparison.Ordinal))
        || (!Titles.Contains(piece, StringComparer.Ordinal) && NameFiles.WordsOf("surnames").Concat(LongSurnames).Any(surname => piece.StartsWith(surname, StringComparison.Ordinal)));

    /// <summary>A surname and a title, or a familiar word and a surname, and nothing else: 高总监, 老徐.</summary>
    public static bool IsTitled(string piece) =>
        Titles.Any(title => piece.EndsWith(title, StringComparison.Ordinal) && IsSurname(piece[..^title.Length])) || Familiar.Any(word => piece.StartsWith(word, StringComparison.Ordinal) && IsSurname(piece[word.Length..]));

    private static bool IsSurname(string piece) => NameFiles.WordsOf("surnames").Concat(LongSurnames).Contains(piece, StringComparer.Ordinal);

    private static IEnumerable<NameForm> Chinese(string name)
    {
        // 小满 is a pet name already: no 小姐 comes of it.
        if (Familiar.Any(word => name.StartsWith(word, StringComparison.Ordinal))) yield break;
        var surname = LongSurnames.Any(two => name.Length > 2 && name.StartsWith(two, StringComparison.Ordinal)) ? name[..2] : name[..1];
        if (Titles.Any(title => name.EndsWith(title, StringComparison.Ordinal))) yield break;
        if (name.Length - surname.Length >= 2) yield return new NameForm(name[surname.Length..], NameStrength.Short);
        foreach (var title in Titles) yield return new NameForm(surname + title, NameStrength.Short);
        foreach (var word in Familiar) yield return new NameForm(word + surname, NameStrength.Short);
        if (Pinyin.Spell(name) is { } sound && sound.Spelled.Length >= 5) yield return new NameForm(sound.Spelled, NameStrength.Sound);
    }

    private static IEnumerable<NameForm> Latin(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) yield break;
        if (words[0].Length >= 2 && !PhraseBook.Standard.IsLiteral(words[0])) yield return new NameForm(words[0], NameStrength.Short);
        if (words[^1].Length >= 3 && !PhraseBook.Standard.IsLiteral(words[^1])) yield return new NameForm(words[^1], NameStrength.Tail);
        yield return new NameForm(words[^1] + " " + words[0], NameStrength.Short);
    }
}
