using System.Globalization;
using System.Text.Json;

namespace SalesBot.Language.Names;

/// <summary>Reads the entities file (LABELS.md, "entities file"). Every member but id and name may be missing, unknown ones are ignored.</summary>
internal static class EntitiesFile
{
    /// <summary>The whole file as an index.</summary>
    /// <exception cref="JsonException">The file is no JSON object.</exception>
    public static EntityIndex Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        var index = new EntityIndex();
        foreach (var record in Records(document.RootElement)) index.Upsert(record);
        return index;
    }

    public static IEnumerable<NamedRecord> Records(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new JsonException("The entities file is no object.");
        var deals = Each(root, "deals").ToDictionary(deal => Text(deal, "id") ?? string.Empty, deal => Text(deal, "customer"), StringComparer.Ordinal);
        var contracts = Each(root, "contracts").Select(contract => Of(NamedKind.Contract, contract, deals)).ToList();
        var quotes = Each(root, "quotes").Select(quote => Of(NamedKind.Quote, quote, deals)).ToList();
        foreach (var team in Each(root, "teams")) yield return Of(NamedKind.Team, team, deals);
        foreach (var person in Each(root, "people")) yield return Of(NamedKind.Person, person, deals) with { Team = Text(person, "team"), Role = Text(person, "role") };
        foreach (var customer in Each(root, "customers"))
        {
            yield return Of(NamedKind.Customer, customer, deals) with { InPool = Text(customer, "owner") is null || Flag(customer, "pool") };
        }

        foreach (var product in Each(root, "products")) yield return Of(NamedKind.Product, product, deals);
        foreach (var contact in Each(root, "contacts")) yield return Contact(contact, deals);
        foreach (var deal in Each(root, "deals")) yield return Of(NamedKind.Deal, deal, deals) with { Stage = Text(deal, "stage") };
        foreach (var contract in contracts) yield return contract;
        foreach (var quote in quotes) yield return quote;
        foreach (var approval in Each(root, "approvals")) yield return Approval(approval, deals, [.. contracts, .. quotes]);
        foreach (var task in Each(root, "tasks")) yield return Of(NamedKind.Task, task, deals);
        foreach (var lead in Each(root, "leads")) yield return Of(NamedKind.Lead, lead, deals);
    }

    private static NamedRecord Of(NamedKind kind, JsonElement element, Dictionary<string, string?> deals)
    {
        var deal = Text(element, "deal");
        var customer = Text(element, "customer") ?? (deal is not null ? deals.GetValueOrDefault(deal) : null);
        return new NamedRecord(kind, Text(element, "id") ?? string.Empty, Text(element, "name") ?? Text(element, "title") ?? string.Empty)
        {
            OtherNames = [.. new[] { Text(element, "legal_name"), Text(element, "en") }.OfType<string>(), .. List(element, "aliases")],
            Customer = customer,
            Deal = deal,
            Owner = Text(element, "owner"),
            Status = Text(element, "status"),
            Amount = Number(element, "amount"),
            Currency = Text(element, "currency"),
            Discount = Number(element, "discount"),
            Date = Date(element, "close_date") ?? Date(element, "due"),
            Role = Text(element, "title"),
        };
    }

    private static NamedRecord Contact(JsonElement element, Dictionary<string, string?> deals)
    {
        var contact = Of(NamedKind.Contact, element, deals);
        return contact.Key.Length > 0 ? contact : contact with { Key = $"contact:{contact.Customer}/{contact.Name}" };
    }

    private static NamedRecord Approval(JsonElement element, Dictionary<string, string?> deals, IReadOnlyList<NamedRecord> papers)
    {
        var subject = Text(element, "ref");
        var paper = papers.FirstOrDefault(paper => string.Equals(paper.Key, subject, StringComparison.Ordinal));
        var approval = Of(NamedKind.Approval, element, deals);
        var deal = approval.Deal ?? paper?.Deal ?? (subject is not null && deals.ContainsKey(subject) ? subject : null);
        return approval with
        {
            About = Text(element, "kind"),
            Subject = subject,
            Deal = deal,
            Customer = approval.Customer ?? paper?.Customer ?? (deal is not null ? deals.GetValueOrDefault(deal) : null),
            Owner = Text(element, "submitter"),
            Approvers = List(element, "approvers"),
            Amount = approval.Amount ?? paper?.Amount,
        };
    }

    private static IEnumerable<JsonElement> Each(JsonElement root, string name) =>
        root.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object) : [];

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
        : null;

    private static IReadOnlyList<string> List(JsonElement element, string name) =>
        element.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array
            ? [.. array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private static decimal? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static DateOnly? Date(JsonElement element, string name) =>
        DateOnly.TryParse(Text(element, name), CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
