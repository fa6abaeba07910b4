using SalesBot.Data;

namespace SalesBot.Nudges;

/// <summary>All that the company lays down about its nudges (AL-04), the newest <see cref="Definition"/> of <see cref="Name"/>: a rule that it does not name is as the service ships it.</summary>
/// <param name="Rules">By the rule's id.</param>
/// <param name="Budget">Messages that one person gets a day at most; what is left goes into the next digest (complaint 29).</param>
internal sealed record NudgeBook(IReadOnlyDictionary<string, RuleTerms> Rules, int Budget)
{
    public const string Name = "nudges";

    /// <summary>The number of its version; 0 for the one that ships with the service.</summary>
    public int Version { get; init; }

    public static NudgeBook Shipped { get; } = new(NudgeRules.Shipped.ToDictionary(r => r.Id, r => r.Usual, StringComparer.Ordinal), 6);

    public RuleTerms this[string rule] => Rules.TryGetValue(rule, out var terms) ? terms : new RuleTerms();

    /// <summary>The one in force; the shipped one where what was laid down cannot be read.</summary>
    public static NudgeBook In(Definitions definitions) => definitions.Read(Name, laid => laid is null ? Shipped : (NudgeFile.Read(laid.Content).Book ?? Shipped) with { Version = laid.Number });

    public NudgeBook With(string rule, RuleTerms terms) => this with { Rules = Rules.Where(r => r.Key != rule).Append(KeyValuePair.Create(rule, terms)).ToDictionary(StringComparer.Ordinal) };
}
