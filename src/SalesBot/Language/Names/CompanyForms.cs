using SalesBot.Language.Phrases;

namespace SalesBot.Language.Names;

/// <summary>东岭阀门制造有限公司 is also 东岭阀门, 东岭, 阀门, donglingfamen and dlfm; "Pinecrest Dental Supply Inc" is also "Pinecrest Dental Supply", "Pinecrest" and "dental".</summary>
internal static class CompanyForms
{
    private static readonly IReadOnlyList<string> Suffixes = NameFiles.WordsOf("suffixes");
    private static readonly IReadOnlyList<string> Places = NameFiles.WordsOf("places");

    public static IEnumerable<NameForm> Of(string name)
    {
        var core = Core(name);
        if (core.Length < 2) yield break;
        if (!string.Equals(core, name, StringComparison.Ordinal)) yield return new NameForm(core, NameStrength.Full);
        foreach (var form in Script.IsChinese(core[0]) ? Chinese(core) : Latin(core)) yield return form;
    }

    /// <summary>Without brackets, legal form and leading place.</summary>
    public static string Core(string name)
    {
        var core = WithoutBrackets(name).Trim(' ', ',', '.');
        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var suffix in Suffixes)
            {
                var latin = !Script.IsChinese(suffix[0]) && suffix[0] != '(';
                if (core.Length - suffix.Length < 2 + (latin ? 1 : 0) || !core.EndsWith(suffix, StringComparison.Ordinal)) continue;
                if (latin && core[^(suffix.Length + 1)] != ' ') continue;
                core = core[..^suffix.Length].TrimEnd(' ', ',', '&');
                cut = true;
                break;
            }
        }

        var place = Places.FirstOrDefault(place => core.Length - place.Length >= 3 && core.StartsWith(place, StringComparison.Ordinal));
        return place is null ? core : core[place.Length..];
    }

    private static IEnumerable<NameForm> Chinese(string core)
    {
        if (core.Length >= 3 && PhraseBook.Standard.IsLiteral(core[..2]) is false) yield return new NameForm(core[..2], NameStrength.Short);
        if (core.Length >= 5) yield return new NameForm(core[..3], NameStrength.Short);
        if (core.Length >= 5) yield return new NameForm(core[..4], NameStrength.Short);
        if (core.Length >= 4) yield return new NameForm(core[2..], NameStrength.Tail);
        if (core.Length >= 6) yield return new NameForm(core[4..], NameStrength.Tail);
        if (Pinyin.Spell(core) is not { } sound) yield break;
        if (sound.Spelled.Length >= 4) yield return new NameForm(sound.Spelled, NameStrength.Sound);
        if (sound.Initials.Length >= 3) yield return new NameForm(sound.Initials, NameStrength.Sound);
        if (core.Length >= 4 && Pinyin.Spell(core[..2]) is { } brand && brand.Spelled.Length >= 5) yield return new NameForm(brand.Spelled, NameStrength.Sound);
    }

    private static IEnumerable<NameForm> Latin(string core)
    {
        var words = core.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) yield break;
        var start = words[0] is "the" ? 1 : 0;
        for (var count = 1; count < words.Length - start; count++)
        {
            var head = string.Join(' ', words[start..(start + count)]);
            if (count > 1 || (head.Length >= 3 && !PhraseBook.Standard.IsLiteral(head))) yield return new NameForm(head, NameStrength.Short);
        }

        if (words.Length >= 3) yield return new NameForm(string.Concat(words.Select(word => word[0])), NameStrength.Sound);
        foreach (var word in words[(start + 1)..].Where(word => word.Length >= 4)) yield return new NameForm(word, NameStrength.Tail);
    }

    private static string WithoutBrackets(string name)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        var close = name.IndexOf(')', StringComparison.Ordinal);
        return open > 0 && close > open ? name[..open] + name[(close + 1)..] : name;
    }
}
