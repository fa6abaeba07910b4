using SalesBot.Language.Phrases;
using SalesBot.Language.Reading;

namespace SalesBot.Language.Learning;

/// <summary>
/// A sentence as the model sees it: its words with names and values masked, what was shown just before, and what the phrase rules make of it.
/// The rules are witnesses here: how far each is to be trusted is learnt from the examples.
/// </summary>
/// <param name="Rules">Best first.</param>
/// <param name="Context">One of <see cref="Contexts"/>, or empty.</param>
internal sealed record Wording(string Masked, string Context, Marks Marks, IReadOnlyList<ScoredIntent> Rules)
{
    /// <summary>Tags that an example line may begin with: <c>@list open {ordinal}</c>. A deal or customer in focus tells nothing, as one nearly always is.</summary>
    public static readonly string[] Contexts = ["alert", "approval", "list", "last", "deal", "customer"];

    private const double Weak = 3;
    private const int LongText = 40;

    public static Wording Of(Clause clause) => new(Mask.Of(clause), ContextOf(clause.Focus), clause.Marks, clause.ByRules);

    /// <summary>Reads one line of an example file.</summary>
    /// <exception cref="FormatException">A brace that names no kind.</exception>
    public static Wording Parse(string line)
    {
        var context = string.Empty;
        while (line.StartsWith('@') && Contexts.FirstOrDefault(tag => line.StartsWith($"@{tag} ", StringComparison.Ordinal)) is { } tag)
        {
            (context, line) = (tag, line[(tag.Length + 2)..]);
        }

        var masked = Mask.Of(line);
        var marks = MarksOf(masked, context);
        return new Wording(masked, context is "deal" or "customer" ? string.Empty : context, marks, IntentScorer.ByRules(marks));
    }

    public HashSet<ulong> Features()
    {
        var features = new HashSet<ulong>(8 * Masked.Length);
        Gram.AddWords(Masked, features);
        foreach (var key in Marks.Keys)
        {
            if (PhraseBook.Standard.ClassOf(key) is { } name) features.Add(Gram.Of("class", name));
        }

        foreach (var rule in Rules.TakeWhile(rule => rule.Score >= Weak)) features.Add(Gram.Of("rule", rule.Intent, (ulong)Math.Min(Weak, rule.Score / Weak)));
        if (Rules.Count > 0 && Rules[0].Score >= Weak) features.Add(Gram.Of("first", Rules[0].Intent));
        if (Context.Length > 0) features.Add(Gram.Of("context", Context));
        return features;
    }

    private static string ContextOf(Focus focus) =>
        focus.Alert is not null ? "alert" : focus.Approval is not null ? "approval" : focus.List.Count > 0 ? "list" : string.Empty;

    /// <summary>What a clause with these words would be marked with, as far as it can be said without records.</summary>
    private static Marks MarksOf(string masked, string context)
    {
        var marks = new Marks(masked, 0, masked.Length);
        foreach (var hit in HitFilter.Keep(PhraseBook.Standard, masked, [.. PhraseBook.Standard.Find(masked)], []))
        {
            foreach (var (key, value) in PhraseBook.Standard.LabelsOf(hit.Literal)) marks.Add(key, new Mark(hit.Start, hit.End, value));
        }

        for (var i = 0; i < masked.Length; i++)
        {
            if (Mask.KindOf(masked[i]) is { } kind) marks.Add(Feature.Key($"{{{kind}}}"), new Mark(i, i + 1));
        }

        foreach (var mark in marks.Of(Feature.OrdinalWord).ToList()) marks.Add(Feature.Ordinal, mark);
        if (context.Length > 0) marks.Add(Feature.Key($"{{ctx.{context}}}"), default);
        if (context == "last") marks.Add(Feature.Last, default);
        if (Questions.Asks(masked, marks)) marks.Add(Feature.Question, default);
        if (masked.Length > LongText) marks.Add(Feature.Long, default);
        return marks;
    }
}
