using System.Text.Json.Nodes;

namespace SalesBot.Server.Records;

/// <summary>
/// An entities file is written by hand and leaves out what follows: a contact without an id, approvers as a list of people, an approval's
/// subject as <c>ref</c>, leads beside deals, a deal's status by its stage.
/// </summary>
internal static class EntitiesShortForms
{
    public static void Expand(JsonObject content, string legalRole)
    {
        Contacts(content);
        foreach (var person in Items(content, "people").Where(p => (string?)p["role"] == "finance_legal"))
        {
            person["role"] = legalRole.ToLowerInvariant();
        }

        foreach (var deal in Items(content, "deals"))
        {
            deal["status"] ??= (string?)deal["stage"] is "won" or "lost" ? (string)deal["stage"]! : "open";
        }

        Leads(content);
        Approvals(content);
    }

    private static IEnumerable<JsonObject> Items(JsonObject content, string array) => (content[array] as JsonArray ?? []).OfType<JsonObject>();

    private static void Contacts(JsonObject content)
    {
        foreach (var contact in Items(content, "contacts"))
        {
            contact["id"] ??= $"{contact["customer"]}/{contact["name"]}" is { Length: > 64 } longKey ? longKey[..64] : $"{contact["customer"]}/{contact["name"]}";
        }
    }

    private static void Leads(JsonObject content)
    {
        var deals = content["deals"] as JsonArray;
        foreach (var lead in Items(content, "leads").ToList())
        {
            var deal = (JsonObject)lead.DeepClone();
            deal["stage"] = "lead";
            deal["status"] = "open";
            if (deals is null)
            {
                content["deals"] = deals = [];
            }

            deals.Add(deal);
        }
    }

    private static void Approvals(JsonObject content)
    {
        var contracts = Items(content, "contracts").ToDictionary(c => (string)c["id"]!, StringComparer.Ordinal);
        var approvers = content["approvers"] as JsonArray ?? [];
        foreach (var approval in Items(content, "approvals"))
        {
            if ((string?)approval["ref"] is { } subject)
            {
                approval[contracts.ContainsKey(subject) ? "contract" : "quote"] ??= subject;
                approval["deal"] ??= contracts.GetValueOrDefault(subject)?["deal"]?.DeepClone();
            }

            foreach (var person in (approval["approvers"] as JsonArray ?? []).Select(p => p!.ToString()).ToList())
            {
                approvers.Add(new JsonObject { ["id"] = $"{approval["id"]}/{person}", ["approval"] = approval["id"]!.ToString(), ["person"] = person });
            }

            approval.Remove("approvers");
        }

        content["approvers"] ??= approvers;
    }
}
