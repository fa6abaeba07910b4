using System.Text.Json.Nodes;
using SalesBot.Server.Records;

namespace SalesBot.Tests.Import;

/// <summary>An entities file leaves out what follows from the rest (data/LABELS.md).</summary>
public class EntitiesFileImportTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 11, 10, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Managers_lead_their_team_and_the_director_leads_them()
    {
        var content = Expanded();
        Assert.Equal("P2", Of(content, "people", "P3", "manager"));
        Assert.Equal("P1", Of(content, "people", "P2", "manager"));
        Assert.Null(Of(content, "people", "P1", "manager"));
    }

    [Fact]
    public void Finance_and_legal_together_decide_and_keep_the_book()
    {
        var content = Expanded();
        Assert.Equal("Finance", Of(content, "people", "P4", "role"));
        Assert.Equal("Finance", Of(content, "people", "P5", "role"));
        Assert.Equal("CustomerSuccess", Of(content, "people", "P6", "role"));
    }

    [Fact]
    public void What_is_pending_was_submitted_now()
    {
        var content = Expanded();
        Assert.Equal(Now.ToString("O"), Of(content, "approvals", "A1", "submitted_at"));
        Assert.Equal("InApproval", Of(content, "quotes", "Q1", "status"));
    }

    [Fact]
    public void A_lead_of_nobody_waits_in_the_pool()
    {
        var content = Expanded();
        Assert.Equal("L1", content["customers"]!.AsArray().Single()!["id"]!.ToString());
        Assert.Empty(content["deals"]!.AsArray());
    }

    private static JsonObject Expanded()
    {
        var content = JsonNode.Parse("""
            {"people": [
                {"id": "P1", "name": "Ann", "role": "director"}, {"id": "P2", "name": "Ben", "role": "manager", "team": "T1"}, {"id": "P3", "name": "Cleo", "role": "rep", "team": "T1"},
                {"id": "P4", "name": "Dan", "role": "finance_legal"}, {"id": "P5", "name": "Eve", "role": "finance_legal"}, {"id": "P6", "name": "Flo", "role": "cs"}],
             "customers": [], "deals": [], "leads": [{"id": "L1", "name": "Oak Mill", "owner": null}],
             "quotes": [{"id": "Q1", "deal": "D1", "status": "pending"}],
             "approvals": [{"id": "A1", "kind": "quote", "ref": "Q1", "submitter": "P3", "approvers": ["P2", "P4"], "status": "pending"}]}
            """)!.AsObject();
        EntitiesShortForms.Expand(content, Now);
        return content;
    }

    private static string? Of(JsonObject content, string array, string id, string member) => content[array]!.AsArray().Single(item => (string?)item!["id"] == id)![member]?.ToString();
}
