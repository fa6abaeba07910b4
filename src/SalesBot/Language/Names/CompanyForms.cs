using System.Buffers;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Names;

/// <summary>东岭阀门制造有限公司 is also 东岭阀门, 东岭, 阀门, donglingfamen and dlfm; "Pinecrest Dental Supply Inc" is also "Pinecrest Dental Supply", "Pinecrest" and "dental".</summary>
internal static class CompanyForms
{
    /// <summary>市第一人民医院 cannot be cut here.</summary>
    private static readonly SearchValues<char> HouseNumber = NameFiles.Characters("ordinal");

    private static readonly IReadOnlyList<string> Suffixes = NameFiles.WordsOf("suffixes");
    private static readonly IReadOnlyList<string> Places = NameFiles.WordsOf("places");

    public static IEnumerable<NameForm> Of(string name)
    {
        var core = Core(name);
        if (core.Length < 2) yield break;
        if (!string.Equals(core, name, StringComparison.Ordinal)) yield return new NameForm(core, NameStrength.Full);
        foreach (var form in IsMixed(core) ? Mixed(core) : Script.IsChinese(core[0]) ? Chinese(core) : Latin(core)) yield return form;
    }

    /// <summary>Without brackets, legal form and leading place.</summary>
    public static string Core(string name)
    {
        var core = WithoutForm(name);
        var place = Places.FirstOrDefault(place => core.Length - place.Length >= 3 && core.StartsWith(place, StringComparison.Ordinal));
        return place is null ? core : core[place.Length..];
    }

    /// <summary>Without brackets and legal form: who is in another city is another company.</summary>
    public static string WithoutForm(string name)
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

        return core;
    }

    private static bool IsMixed(string core) => core.Any(Script.IsChinese) && core.Any(letter => Script.IsLatin(letter) && char.IsLetter(letter));

    /// <summary>ABB电机 is also ABB; TCL华星光电 is TCL, TCL华星, 华星光电 and 华星.</summary>
    private static IEnumerable<NameForm> Mixed(string core)
    {
        var runs = Runs(core).Where(run => run.Length >= 2 && !Places.Contains(run, StringComparer.Ordinal)).ToList();
        foreach (var run in runs)
        {
            var isTrade = Trades.Find(run) is [var trade, ..] && trade.Start == 0 && trade.End == run.Length;
            yield return new NameForm(run, isTrade ? NameStrength.Tail : NameStrength.Short);
            if (isTrade) continue;
            foreach (var form in Script.IsChinese(run[0]) ? Chinese(run) : Latin(run)) yield return form;
        }

        if (runs is [var first, var next, ..] && core.StartsWith(first + next, StringComparison.Ordinal) && Script.IsChinese(next[0]) && next.Length > 2) yield return new NameForm(first + next[..2], NameStrength.Short);
    }

    /// <summary>Of one script each, without blanks at the ends.</summary>
    private static IEnumerable<string> Runs(string core)
    {
        var start = 0;
        for (var i = 1; i <= core.Length; i++)
        {
            if (i < core.Length && Script.IsChinese(core[i]) == Script.IsChinese(core[i - 1])) continue;
            yield return core[start..i].Trim(' ', '-', '·', '&');
            start = i;
        }
    }

    private static IEnumerable<NameForm> Chinese(string core)
    {
        if (core.Length >= 3 && !HouseNumber.Contains(core[1])) yield return new NameForm(core[..2], NameStrength.Short);
        if (core.Length >= 5) yield return new NameForm(core[..3], NameStrength.Short);
        if (core.Length >= 5) yield return new NameForm(core[..4], NameStrength.Short);
        if (core.Length >= 4) yield return new NameForm(core[2..], NameStrength.Tail);
        if (core.Length >= 6) yield return new NameForm(core[4..], NameStrength.Tail);
        if (Pinyin.Spell(core) is not { } sound) yield break;
        if (sound.Spelled.Length >= 4) yield return new NameForm(sound.Spelled, NameStrength.Sound);
        if (sound.Initials.Length >= 3) yield return new NameForm(sound.Initials, NameStrength.Sound);
        if (core.Length >= 4 && Pinyin.Spell(core[..2]) is { } brand && brand.Spelled.Length >= 4) yield return new NameForm(brand.Spelled, NameStrength.Sound);
    }

    private static IEnumerable<NameForm> Latin(string core)
    {
        var words = core.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2) yield break;
        var start = words[0] is "the" ? 1 : 0;
        for (var count = 1; count < words.Length - start; count++)
        {
            if (words[start + count - 1] is "&" or "and" or "of" or "the") continue;
            var head = string.Join(' ', words[start..(start + count)]);
            if (head.Length >= 3 && !PhraseBook.Standard.IsGlue(head)) yield return new NameForm(head, NameStrength.Short);
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
