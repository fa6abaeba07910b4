using System.Text.Json;
using SalesBot.Cards.Linting;

namespace SalesBot.Cards;

/// <summary>
/// A strict check of cards, since messengers drop what they do not understand without a word: known types with known properties only,
/// what is required is there, enum words exist, ids are unique, version 1.5, later elements have a fallback, and the size stays below
/// what is accepted (80 KB, PROTOCOLS.md A.7).
/// </summary>
internal static class CardLint
{
    private const int MostBytes = 80 * 1024;

    /// <summary>Checks a card as it would be sent.</summary>
    public static IReadOnlyList<CardFinding> Check(JsonElement card) => Check(card, isTemplate: false);

    /// <summary>Checks what can be told before there is data: a string with <c>${</c> in it fits everywhere.</summary>
    public static IReadOnlyList<CardFinding> CheckTemplate(JsonElement template) => Check(template, isTemplate: true);

    private static List<CardFinding> Check(JsonElement card, bool isTemplate)
    {
        var walk = new CardWalk(isTemplate);
        walk.Card(card);
        if (!isTemplate && System.Text.Encoding.UTF8.GetByteCount(card.GetRawText()) > MostBytes)
            walk.Findings.Add(new CardFinding("$", "larger than 80 KB"));
        return walk.Findings;
    }
}
