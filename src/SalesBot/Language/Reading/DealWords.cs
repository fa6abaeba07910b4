using SalesBot.Language.Names;
using SalesBot.Language.Phrases;
using SalesBot.Language.Text;

namespace SalesBot.Language.Reading;

/// <summary>What a deal's name says beyond its customer's: 凌云电缆能耗 → 能耗; "Harbor Freight tracking" of Harbor Freight Lines → tracking.</summary>
internal static class DealWords
{
    public static IEnumerable<string> Of(NamedRecord deal, NamedRecord? customer)
    {
        var name = NormalText.Of(deal.Name).Text;
        if (customer is not null)
        {
            var longest = NameForms.Of(customer).Where(form => form.Strength >= NameStrength.Short && name.Contains(form.Text, StringComparison.Ordinal)).MaxBy(form => form.Text.Length);
            if (longest.Text is not null) name = name.Replace(longest.Text, " ", StringComparison.Ordinal);
        }

        return Split(name).Where(word => word.Length >= 2 && !PhraseBook.Standard.IsGlue(word) && !char.IsDigit(word[0]));
    }

    /// <summary>Runs of Chinese and of Latin letters, apart.</summary>
    private static IEnumerable<string> Split(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]) || (i > start && Script.IsChinese(name[i]) != Script.IsChinese(name[i - 1]));
            if (!ends) continue;
            if (i > start) yield return name[start..i];
            start = i < name.Length && char.IsLetterOrDigit(name[i]) ? i : i + 1;
        }
    }
}
