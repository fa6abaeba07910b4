using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Language;
using SalesBot.People;
using SalesBot.Words;

namespace SalesBot.Customers.Rules;

/// <summary>The customer rule in plain words, with the buttons that change it for an admin (CU-11, AL-04).</summary>
internal sealed class ShowCustomerRule : Command
{
    public override CommandSpec Spec { get; } = new("customer_rule", Permission.ReadSales) { Changes = false };

    /// <summary>What it lays down, line by line, always in this order.</summary>
    public static IReadOnlyList<Line> Lines(Act act, CustomerRule rule) =>
    [
        .. CustomerFigure.All.Select(f => new Line(f.Id, f.Label, f.Say(rule.Figures[f.Id], rule.Currency), rule.Figures[f.Id].ToString(System.Globalization.CultureInfo.InvariantCulture))),
        new("lead_way", "CustomerRule.leadWay", new Word("LeadWay." + rule.Way), rule.Way.ToString()),
        new("lead_region", "CustomerRule.regions", rule.Regions.Count == 0 ? new Word("CustomerRule.no_regions") : new Word("Format.Plain", rule.Regions.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new Word("CustomerRule.region", r.Key, TeamOf(act, r.Value))).ToList()), string.Join(';', rule.Regions.OrderBy(r => r.Key, StringComparer.Ordinal))),
        new("rates", "CustomerRule.rates", new Word("Format.Plain", rule.Rates.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new Word("CustomerRule.rate", r.Key, new Money(r.Value, rule.Currency))).ToList()), string.Join(';', rule.Rates.OrderBy(r => r.Key, StringComparer.Ordinal))),
    ];

    public override async Task<Reply> RunAsync(Act act, CancellationToken cancellationToken)
    {
        var newest = await Definitions.NewestAsync(act.Db, CustomerRule.Name, cancellationToken);
        var rule = (newest is null ? null : CustomerRule.Read(newest.Content)) ?? CustomerRule.Shipped;
        Word which = newest is null ? new("Flow.shipped") : new("Flow.version", newest.Number, newest.CreatedAt, newest.By is { } by ? by : new Word("Flow.imported"));
        var admin = act.Me.May(Permission.Administer);
        var rows = Lines(act, rule).Select(line => new Row(line.Label, line.Said, admin ? Change(line.Id) : null)).ToList();
        Word title = "Command.customer_rule";
        Button[] buttons = [new Button(new Word("Command.customer_rule_versions"), "customer_rule_versions")];
        return new Reply(new View("list", new { Title = title, Subtitle = which, Rows = rows, Buttons = buttons }, title));
    }

    private static Button? Change(string id) => id switch
    {
        "rates" => null,
        "lead_way" or "lead_region" => new Button(new Word("Command." + id), id),
        _ => new Button(new Word("CustomerRule." + id), "rule_figure", new Slots { ["figure"] = id }),
    };

    private static object TeamOf(Act act, string key) => act.Org.Everybody.Select(p => p.Team).FirstOrDefault(t => t?.Key == key) is { } team ? team : key;

    /// <summary>One thing that is laid down, as it is said and as it is compared.</summary>
    internal sealed record Line(string Id, Word Label, Word Said, string Mark);

    private sealed record Row(Word Main, Word Value, Button? Open);
}

/// <summary>The versions of the rule.</summary>
internal sealed class CustomerRuleVersions() : VersionList(CustomerRule.Name, "restore_customer_rule", "Flow.shipped_note")
{
    public override CommandSpec Spec { get; } = new("customer_rule_versions", Permission.ReadSales) { Changes = false, InHelp = false };
}
