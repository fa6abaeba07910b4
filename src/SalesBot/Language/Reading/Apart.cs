using SalesBot.Language.Names;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>Whether what follows in a message is another order, or goes on with the one before.</summary>
internal static class Apart
{
    private static readonly PhraseBook Book = PhraseBook.Standard;

    private static readonly int LogOrder = Book.KeyOf("[log_order]"), Connector = Book.KeyOf("[connector]"), Kind = Book.KeyOf("[kind]"), AlsoWord = Book.KeyOf("[also_word]");

    private const double Outright = 6;

    public static bool IsNoted(string intent) => PhraseBook.Standard.Noted.Contains(intent);

    /// <summary>The clause begins another order.</summary>
    /// <param name="first">All that was said since the last order began.</param>
    /// <param name="before">What it orders; null while that is not clear.</param>
    /// <param name="intent">What the clause orders by itself.</param>
    public static bool Is(Clause first, string? before, Clause clause, string intent)
    {
        var (opened, elsewhere) = (Opens(clause), Elsewhere(first, clause));
        if (before is null) return opened && elsewhere;
        if (before == intent) return Book.Noted.Contains(intent) ? elsewhere && NamesCustomer(clause) : Again(first, clause, intent);
        if (Book.Noted.Contains(before) && !SaidOutright(clause, intent)) return false;
        if (clause.Has(Feature.OrdinalWord) && clause.Focus.List.Count > 1) return true;
        if (before == "complete_task" && intent is "win_deal" or "lose_deal") return elsewhere;
        if ((!elsewhere && IsValueOf(before, intent)) || IsForWhatFollows(first, before, intent)) return false;
        if (IsUpdate(intent) && (clause.Values.Count == 0 || (!elsewhere && before.StartsWith("create_", StringComparison.Ordinal)))) return false;
        if (!opened && IsWayOf(before, clause, intent)) return false;
        if (clause.Has(AlsoWord) && !Book.Noted.Contains(intent) && Book.NeedsOf(intent) != Book.NeedsOf(before)) return true;
        if (IsLook(before, clause, intent)) return true;
        if (intent == "log_followup") return opened && clause.Marks.Of(LogOrder).Any(word => clause.Marks.IsStart(word.Start));
        if (intent == "set_next_step" && before == "log_followup") return false;
        if (intent == "add_task" && !Book.Noted.Contains(before)) return true;
        if (elsewhere && !Book.Noted.Contains(before) && !Book.Noted.Contains(intent) && !Book.Reads.Contains(intent)) return true;
        if (Book.NeedsOf(before) == "approval" && Book.NeedsOf(intent) == "approval") return NamesApproval(first) && NamesApproval(clause) && !IsOnlyTo(clause);
        return opened || !(Book.Wordy.Contains(before) || Book.Reads.Contains(before) || Book.Reads.Contains(intent));
    }

    /// <summary>Some phrase orders it, so that it is not only likely: “they asked for a visit on Friday” is part of a report.</summary>
    private static bool SaidOutright(Clause clause, string intent) => clause.ByRules is [var best, ..] && best.Intent == intent && best.Score >= Outright;

    /// <summary>The same act on a record of its own; or a further to-do, each with its day.</summary>
    private static bool Again(Clause first, Clause clause, string intent) =>
        intent == "complete_task" && TaskMatch.Find(clause) is { Count: > 0 } ticked ? TaskMatch.Find(first) is { Count: > 0 } others && !ticked.Intersect(others).Any()
        : clause.Has(Feature.Customer) || clause.Has(Feature.Deal)
            ? first.Has(Feature.Future) || first.Mentions.Any(mention => mention.Kind is not (NamedKind.Task or NamedKind.Person or NamedKind.Team or NamedKind.Product))
            : intent == "add_task" ? first.Has(Feature.Future) && clause.Has(Feature.Future) : IsHintedElsewhere(first, clause);

    /// <summary>"Vision to proposal, kiln to negotiation": each called by its own part of the name.</summary>
    private static bool IsHintedElsewhere(Clause first, Clause clause) =>
        clause.Has(Feature.Hint) && SubjectFinder.FromHint(clause)?.Deal is { } hinted && SubjectFinder.Find(first).Deal is { } other && other.Key != hinted.Key;

    /// <summary>What would be an update by itself is a value of the order before: “won, final amount 1.58m”.</summary>
    private static bool IsValueOf(string before, string intent) =>
        IsUpdate(intent) && Book.ReadersOf(before).Contains(intent["update_".Length..], StringComparer.Ordinal);

    /// <summary>“给个92折，报价送审”, “挂思源名下，给他们建个单”: the discount is the quote's, the owner the new deal's.</summary>
    public static bool IsForWhatFollows(Clause first, string? before, string intent) =>
        (before == "update_amount" && intent == "submit_quote" && TakesOff(first)) || (before == "assign_customer" && intent.StartsWith("create_", StringComparison.Ordinal) && !first.Has(Feature.Customer));

    private static bool TakesOff(Clause clause) => clause.Has(Feature.Discount) || clause.ValuesOf(ValueKind.Delta, ValueKind.Percent).Any(value => value.Kind == ValueKind.Percent || value is { OfPercent: true, Number: < 0 });

    /// <summary>“合同批了，看全公司漏斗”: after an order without words of its own, something is to be shown.</summary>
    private static bool IsLook(string before, Clause clause, string intent) =>
        Book.Reads.Contains(intent) && !Book.Reads.Contains(before) && !Book.Noted.Contains(before) && !Book.Wordy.Contains(before) && SaidOutright(clause, intent) && clause.Words("list_verb").Concat(clause.Words("open_verb")).Any(word => clause.Marks.IsStart(word.Start));

    /// <summary>"in order from my side, release", “报价送Joyce approve”: how a decision is worded, and to whom a paper goes, is no order about customers or absences.</summary>
    private static bool IsWayOf(string before, Clause clause, string intent) =>
        (Book.NeedsOf(before) == "approval" || before.StartsWith("submit_", StringComparison.Ordinal))
        && (intent == "delegate_approval" || (Book.NeedsOf(intent) == "customer" && Subjects(clause).Count == 0));

    /// <summary>"They want 5% off, fine, change the deal": what it becomes was said before.</summary>
    private static bool IsUpdate(string intent) => intent.StartsWith("update_", StringComparison.Ordinal);

    /// <summary>Not only by a word that some deal's name has, too.</summary>
    private static bool NamesCustomer(Clause clause) => clause.Mentions.Any(mention => mention.Kind is NamedKind.Customer or NamedKind.Deal && mention.Strength > NameStrength.Tail);

    private static bool NamesApproval(Clause clause) => clause.Mentions.Count > 0 || clause.Has(Feature.OrdinalWord) || clause.Has(Kind);

    /// <summary>“折扣太狠，退给子晴重算”: to whom it goes back names no other one.</summary>
    private static bool IsOnlyTo(Clause clause) => !clause.Has(Feature.OrdinalWord) && !clause.Has(Kind) && !clause.Claims.Any(claim => claim.Kind is ClaimKind.Name or ClaimKind.Sender or ClaimKind.Words);

    /// <summary>It begins with a word like "then", or after a full stop.</summary>
    private static bool Opens(Clause clause) =>
        clause.Marks.Of(Connector).Any(mark => clause.Marks.IsStart(mark.Start)) || (clause.From > 0 && clause.Message.Text[clause.From - 1] is '.' or '!' or '?' or ';' or '\n' or '\u3002');

    /// <summary>Both name a customer, deal or approval, and none that the other names too: one order may not write to the other's.</summary>
    private static bool Elsewhere(Clause before, Clause clause)
    {
        if (NamedApprovals.Named(before, byFigures: true) is { Count: > 0 } decided && NamedApprovals.Named(clause, byFigures: true) is { Count: > 0 } others) return !decided.Intersect(others).Any();
        var (first, second) = (Subjects(before), Subjects(clause));
        return first.Count > 0 && second.Count > 0 && !first.Overlaps(second);
    }

    private static HashSet<string> Subjects(Clause clause) =>
        [.. clause.Mentions.Where(m => m.Kind is NamedKind.Customer or NamedKind.Deal).SelectMany(m => m.Records).Select(r => r.Kind == NamedKind.Deal ? r.Customer ?? r.Key : r.Key)];
}
