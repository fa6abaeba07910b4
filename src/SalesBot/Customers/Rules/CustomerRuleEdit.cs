using System.Text.Json.Nodes;
using SalesBot.Conversation;
using SalesBot.Data;
using SalesBot.Words;

namespace SalesBot.Customers.Rules;

/// <summary>A change of the customer rule by an admin (CU-11, complaint 12): it holds from the next look on.</summary>
internal abstract class CustomerRuleEdit : DefinitionEdit<CustomerRule>
{
    protected override string Name => CustomerRule.Name;

    protected override string Words => "CustomerRule";

    protected override (string Show, string Versions) Looks => ("customer_rule", "customer_rule_versions");

    protected override CustomerRule Shipped => CustomerRule.Shipped;

    protected override async Task<(CustomerRule Laid, int Version)> InForceAsync(Act act, CancellationToken cancellationToken)
    {
        var newest = await Definitions.NewestAsync(act.Db, Name, cancellationToken);
        return ((newest is null ? null : Parse(newest.Content)) ?? Shipped, newest?.Number ?? 0);
    }

    protected override string Write(CustomerRule laid) => CustomerFile.Write(laid);

    protected override CustomerRule? Parse(string content) => CustomerRule.Read(content);

    protected override Task<(CustomerRule? After, Reply? Bad)> ChangeAsync(Act act, CustomerRule before, CancellationToken cancellationToken) => Task.FromResult(Edit(act, before));

    /// <summary>The rule as it would be, or what to ask.</summary>
    protected virtual (CustomerRule? After, Reply? Bad) Edit(Act act, CustomerRule before) => (before, null);

    protected override Word? Fault(Act act, CustomerRule after) =>
        CustomerFile.Read(JsonNode.Parse(Write(after))!.AsObject()).Faults.Select(fault => new Word("CustomerRule.fault", fault.Text)).FirstOrDefault();

    protected override IReadOnlyList<LaidFact> Differences(Act act, CustomerRule before, CustomerRule after) =>
        [.. ShowCustomerRule.Lines(act, before).Zip(ShowCustomerRule.Lines(act, after)).Where(pair => pair.First.Mark != pair.Second.Mark).Select(pair => new LaidFact(pair.First.Label, new Word("Process.diff.change", pair.First.Said, pair.Second.Said)))];

    protected override Task<object> TouchesAsync(Act act, CustomerRule before, CustomerRule after, CancellationToken cancellationToken) => Task.FromResult<object>(new Word("CustomerRule.touched"));
}
