using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>
/// The customers that somebody may mean who says a name that nobody knows: those who are called alike at the beginning (恒信包装: 恒信建材), and those
/// whose names look or sound much like it. They are offered, never taken.
/// </summary>
internal static class Nearest
{
    private const int Most = 5;

    /// <summary>So much of the longer name must be alike.</summary>
    private const double Enough = 0.6;

    public static IReadOnlyList<string> To(Clause clause, Mark name) => clause.Message.Near.GetOrAdd(CompanyForms.Core(clause.Message.Text.Text[name.Start..name.End]), typed =>
        [.. clause.Index.Alike(typed).Where(record => record.Kind == NamedKind.Customer && clause.Message.MaySee(record))
            .Select(record => (record.Key, Score: record.OtherNames.Prepend(record.Name).Max(other => Alikeness(typed, CompanyForms.Core(Text.NormalText.Of(other).Text)))))
            .Where(pair => pair.Score >= Enough).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Most).Select(pair => pair.Key)]);

    /// <summary>1 for the same name; the same beginning counts as just enough.</summary>
    private static double Alikeness(string a, string b)
    {
        if (a.Length < 2 || b.Length < 2) return 0;
        var written = Share(a, b);
        var alike = Script.IsChinese(a[0]) ? Math.Max(written, Share(Pinyin.Sounds(a), Pinyin.Sounds(b))) : written;
        var opening = Script.IsChinese(a[0]) ? a[..2] == b[..2] : a.Split(' ')[0] is { Length: > 3 } first && b.StartsWith(first + " ", StringComparison.Ordinal);
        return opening ? Math.Max(alike, Enough) : alike;
    }

    private static double Share(string a, string b) => 1 - ((double)EditDistance.Of(a, b) / Math.Max(a.Length, b.Length));
}
