using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>One message, one or several orders. It is split only where each part is a clear order of its own.</summary>
internal static class OrderSplit
{
    private const double Clear = 6;

    /// <summary>Of rules and model together; and by so much more than anything else.</summary>
    private const double Enough = 7;
    private const double Clearly = 4;

    /// <summary>Orders in one message: a pasted text is no list of orders.</summary>
    private const int Most = 12;

    /// <summary>Chinese characters.</summary>
    private const int Afterword = 3;

    public static IReadOnlyList<Frame> Of(Clause whole)
    {
        if (Enumeration.Of(whole) is { Count: > 1 } listed) return [.. listed.Select(part => Choice.Frame(part.Part, part.Intent, SubjectFinder.Find(part.Part)))];
        var parts = Split(whole);
        if (parts.Count < 2) return [One(whole)];
        var frames = new List<Frame>();
        var message = whole.Message;
        foreach (var part in parts)
        {
            var frame = One(OfItsOwn(whole, part.From, part.To) ?? new Clause(message, part.From, part.To));
            frames.Add(frame);
            message = message with { Focus = After(message.Focus, frame) };
        }

        return frames;
    }

    /// <summary>A later order that calls its deal by the deal's own part of the name is not about the one before.</summary>
    private static Clause? OfItsOwn(Clause whole, int from, int to)
    {
        var alone = new Clause(whole.Message with { Focus = whole.Focus with { Deal = null, Customer = null } }, from, to);
        return from > whole.From && !alone.Has(Feature.Customer) && !alone.Has(Feature.Deal) && SubjectFinder.FromHint(alone)?.Deal is not null ? alone : null;
    }

    private static Frame One(Clause clause)
    {
        var subject = SubjectFinder.Find(clause);
        var intent = Choice.Of(clause, clause.Ranked, subject);
        var next = clause.Ranked.FirstOrDefault(other => other.Intent != intent.Intent) ?? Choice.Unknown;
        var frame = Choice.Frame(clause, intent, subject, next.Score);
        var other = frame.Confidence < Frame.Sure && !PhraseBook.Standard.Bare.Contains(next.Intent) ? Choice.Frame(clause, next, subject) : null;
        return frame with { Instead = other };
    }

    /// <summary>Breath groups, joined while a group is no clear order of its own, or only goes on with the one before.</summary>
    private static IReadOnlyList<Clause> Split(Clause whole)
    {
        var parts = new List<(Clause Clause, string? Intent)>();
        foreach (var (start, end) in Pieces(whole))
        {
            var clause = new Clause(whole.Message, start, end);
            var intent = ClearOrder(clause);
            if (parts is [.., var (first, before)] && (intent is null || IsAfterword(clause) || parts.Count == Most || !Apart.Is(first, before, clause, intent))) parts[^1] = (new Clause(whole.Message, first.From, end), before ?? intent);
            else parts.Add((clause, intent));
        }

        return [.. parts.Select(part => part.Clause)];
    }

    /// <summary>Breath groups, and what begins with a word like "and" or "then" inside one.</summary>
    private static IEnumerable<(int Start, int End)> Pieces(Clause whole)
    {
        var connectors = whole.Words("connector").Where(word => !whole.Values.Any(value => value.Mark.Overlaps(word.Start, word.End))).ToList();
        foreach (var (start, end) in Segments.Of(whole.Message.Text.Text, whole.From, whole.To))
        {
            var from = start;
            foreach (var word in connectors.Where(word => word.Start > start && word.End < end))
            {
                yield return (from, word.Start);
                from = word.Start;
            }

            yield return (from, end);
        }
    }

    /// <summary>What the words order by themselves, if that is clear; a bare name only says what the rest is about.</summary>
    private static string? ClearOrder(Clause clause)
    {
        // A name and nothing else belongs to what follows in the line, or to the dashes below it.
        if ((clause.Has(Feature.BareCustomer) || clause.Has(Feature.BareDeal)) && clause.Message.Text.Text.AsSpan(clause.To) is { Length: > 0 } below && (below[0] != '\n' || below.TrimStart().StartsWith("-", StringComparison.Ordinal))) return null;
        var best = clause.Ranked[0];
        if (best.Score < Enough || best.Score - clause.Ranked[1].Score < Clearly) best = clause.ByRules is [var rule, ..] && rule.Score >= Clear ? rule : Choice.Unknown;
        if (best.Intent == "help" || PhraseBook.Standard.Aside.Contains(best.Intent)) return null;
        return Stance.Of(clause, best) == Attitude.Meant ? best.Intent : null;
    }

    /// <summary>“今天盖章，成交”, “可以，通过”: a word or two that only confirm the breath before.</summary>
    private static bool IsAfterword(Clause clause) =>
        clause.Span.Trim() is { Length: <= Afterword } words && !words.ContainsAnyExceptInRange('\u3400', '\u9FFF') && clause.Mentions.Count == 0 && clause.Values.Count == 0 && !clause.Has(Feature.Ordinal) && clause.Words("next_word").Count == 0;

    private static Focus After(Focus focus, Frame frame) =>
        focus with { Deal = frame.Ref("deal") ?? (frame.Ref("customer") is null ? focus.Deal : null), Customer = frame.Ref("customer") ?? focus.Customer };
}
