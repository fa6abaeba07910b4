using System.Globalization;
using System.Text.Json.Nodes;
using SalesBot.Approvals;
using SalesBot.Contracts;
using SalesBot.People;

namespace SalesBot.Server.Records;

/// <summary>
/// An entities file is written by hand and leaves out what follows: a contact without an id, approvers as a list of people, an approval's
/// subject as <c>ref</c>, leads beside deals, a deal's status by its stage, who leads whom by team and role. It also has words of its own: a role for finance and legal
/// together, a quote that is pending, a lead of nobody.
/// </summary>
internal static class EntitiesShortForms
{

    /// <summary>Puts everything as an export would write it.</summary>
    /// <param name="now">When what is pending counts as submitted: its clock starts with the import.</param>
    public static void Expand(JsonObject content, DateTimeOffset now)
    {
        Contacts(content);
        Superiors(content);
        Roles(content);
        States(content);
        foreach (var deal in Items(content, "deals"))
        {
            deal["status"] ??= (string?)deal["stage"] is "won" or "lost" ? (string)deal["stage"]! : "open";
        }

        Leads(content);
        Approvals(content, now);
    }

    private static IEnumerable<JsonObject> Items(JsonObject content, string array) => (content[array] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>Whoever manages a team leads its members, whoever directs leads everybody else who sells.</summary>
    private static void Superiors(JsonObject content)
    {
        var people = Items(content, "people").ToList();
        if (people.Exists(p => p.ContainsKey("manager")))
        {
            return;
        }

        var director = people.Find(p => (string?)p["role"] == "director");
        foreach (var person in people.Where(p => p != director && (string?)p["role"] is "rep" or "manager"))
        {
            var lead = people.Find(p => p != person && (string?)p["role"] == "manager" && (string?)person["role"] == "rep" && (string?)p["team"] == (string?)person["team"] && p["team"] is not null);
            person["manager"] = (lead ?? director)?["id"]?.DeepClone();
        }
    }

    private static void States(JsonObject content)
    {
        foreach (var refused in Items(content, "quotes").Concat(Items(content, "contracts")).Concat(Items(content, "approvals")).Where(p => (string?)p["status"] == "rejected"))
        {
            refused["status"] = nameof(ContractStatus.Refused);
        }

        foreach (var waiting in Items(content, "quotes").Concat(Items(content, "contracts")).Where(p => (string?)p["status"] == "pending"))
        {
            waiting["status"] = nameof(ContractStatus.InApproval);
        }
    }

    /// <summary>Finance and legal together decide what is put before them and keep the book of payments: finance does both.</summary>
    private static void Roles(JsonObject content)
    {
        foreach (var person in Items(content, "people"))
        {
            person["role"] = (string?)person["role"] switch
            {
                "finance_legal" => nameof(Role.Finance),
                "cs" => nameof(Role.CustomerSuccess),
                var role => role,
            };
        }
    }

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
            if (lead["owner"] is null)
            {
                // A deal has an owner; a firm that nobody follows waits in the pool.
                (content["customers"] as JsonArray)?.Add(lead.DeepClone());
                continue;
            }

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

    private static void Approvals(JsonObject content, DateTimeOffset now)
    {
        var contracts = Items(content, "contracts").ToDictionary(c => (string)c["id"]!, StringComparer.Ordinal);
        var approvers = content["approvers"] as JsonArray ?? [];
        foreach (var approval in Items(content, "approvals"))
        {
            approval["submitted_at"] ??= now.ToString("O", CultureInfo.InvariantCulture);
            approval["due_at"] ??= (now + ApprovalClock.Period).ToString("O", CultureInfo.InvariantCulture);
            if ((string?)approval["ref"] is { } subject)
            {
                approval[contracts.ContainsKey(subject) ? "contract" : "quote"] ??= subject;
                approval["deal"] ??= (contracts.GetValueOrDefault(subject) ?? Items(content, "quotes").FirstOrDefault(quote => (string?)quote["id"] == subject))?["deal"]?.DeepClone();
            }

            foreach (var person in (approval["approvers"] as JsonArray ?? []).Select(p => p!.ToString()).ToList())
            {
                approvers.Add(new JsonObject { ["id"] = $"{approval["id"]}/{person}", ["approval"] = approval["id"]!.ToString(), ["person"] = person, ["added_at"] = approval["submitted_at"]!.DeepClone() });
            }

            approval.Remove("approvers");
        }

        content["approvers"] ??= approvers;
    }
}
