using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>What was put before somebody to choose from, and whether what they say stays within it.</summary>
internal static class Offers
{
    /// <summary>It offers the likeliest of all, not those that were meant.</summary>
    private const string Likeliest = "attach_document";

    /// <summary>Of several records that were offered one must be chosen: whoever names another one speaks of something else.</summary>
    public static bool Holds(Clause clause, Frame answer)
    {
        var focus = clause.Focus;
        if (focus.Choices.Count == 0 || focus.Pending == Likeliest || focus.Asked is not { } asked) return true;
        if (answer.Ref(asked) is { } key) return focus.Choices.Contains(key, StringComparer.Ordinal);
        if (answer.Clarify.Count > 0) return answer.Clarify.Any(one => focus.Choices.Contains(one, StringComparer.Ordinal));
        return asked != "deal" || answer.Ref("customer") is not { } customer || focus.Choices.Any(choice => clause.Index.Get(choice) is not { Kind: NamedKind.Deal } deal || deal.Customer == customer);
    }

    /// <summary>“打开第二个” at a yes/no, or where one is to be chosen for an act, looks at it; it says yes to nothing.</summary>
    public static bool OpensAnother(Clause clause) =>
        (clause.Focus.Asked == "confirm" || (clause.Focus is { Choices.Count: > 0, Pending: { } pending } && PhraseBook.Standard.Intents.Contains(pending, StringComparer.Ordinal) && !PhraseBook.Standard.Reads.Contains(pending)))
        && clause.Words("opens").Any(word => clause.Marks.IsStart(word.Start));
}
