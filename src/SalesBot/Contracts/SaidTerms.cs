using SalesBot.Conversation;
using SalesBot.Language;

namespace SalesBot.Contracts;

/// <summary>What somebody says of a contract's terms, against those it has (AP-10): all of them, or one clause said anew (“质保改成18个月”).</summary>
internal static class SaidTerms
{
    private static readonly SpokenPatterns Words = new("SalesBot.Contracts.terms-words.txt");

    /// <summary>Without what is to be done with the contract then (“…，再提交一次”).</summary>
    public static string Told(string said) => Words["order"].Replace(said, "");

    /// <summary>The whole terms after it.</summary>
    public static string Of(string? terms, string said)
    {
        var change = Words["change"].Match(said);
        return !change.Success ? said : change.Groups["clause"] is { Success: true } clause ? Clauses.With(terms, clause.Value, change.Groups["said"].Value) : change.Groups["said"].Value;
    }

    /// <summary>The whole terms after what was said along with a submission, where a clause takes the place of the one about the same thing.</summary>
    public static string With(string? terms, string said, Act act) =>
        !act.Pressed && Words["change"].IsMatch(Told(said)) ? Of(terms, Told(said)) : Clauses.Merged(terms, said, act);
}
