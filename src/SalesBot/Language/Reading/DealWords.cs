using SalesBot.Language.Names;
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
            var longest = NameForms.Of(customer).Where(form => form.Strength >= NameStrength.Short && name.Contains(form.Text, StringComparison.Ordinal)).OrderByDescending(form => form.Text.Length).FirstOrDefault();
            if (longest.Text is not null) name = name.Replace(longest.Text, " ", StringComparison.Ordinal);
        }

        return OwnWords.Of(name);
    }
}
