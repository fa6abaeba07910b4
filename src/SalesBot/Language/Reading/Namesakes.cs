using SalesBot.Language.Names;

namespace SalesBot.Language.Reading;

/// <summary>A name that both a colleague and somebody at a customer have means the latter only where that customer is spoken of: “转给周经理”.</summary>
internal static class Namesakes
{
    public static IReadOnlyList<Mention> Apart(IReadOnlyList<Mention> mentions, Focus focus, EntityIndex index) =>
        [.. mentions.Where(mention => mention.Kind != NamedKind.Contact || !IsColleague(mention, mentions) || mention.Records.Any(contact => IsSpokenOf(contact, mentions, focus, index)))];

    private static bool IsColleague(Mention contact, IReadOnlyList<Mention> mentions) =>
        mentions.Any(mention => mention.Kind == NamedKind.Person && mention.Strength >= contact.Strength && mention.Start == contact.Start && mention.End == contact.End);

    private static bool IsSpokenOf(NamedRecord contact, IReadOnlyList<Mention> mentions, Focus focus, EntityIndex index)
    {
        var named = mentions.Where(mention => mention is { Kind: NamedKind.Customer or NamedKind.Deal, Strength: > NameStrength.Tail }).SelectMany(mention => mention.Records).Select(record => record.Customer ?? record.Key).ToList();
        return named.Count > 0 ? named.Contains(contact.Customer, StringComparer.Ordinal) : contact.Customer is { } customer && (customer == focus.Customer || customer == index.Get(focus.Deal)?.Customer);
    }
}
