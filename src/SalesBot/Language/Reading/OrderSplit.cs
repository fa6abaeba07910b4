using System.Collections.Frozen;
using SalesBot.Language.Filling;
using SalesBot.Language.Phrases;

namespace SalesBot.Language.Reading;

/// <summary>One message, one or several orders. It is split only where each part is a clear order of its own.</summary>
internal static class OrderSplit
{
    private const double Clear = 6;

    private static readonly FrozenSet<string> Greedy = new[]
    {
        "log_followup", "add_task", "set_next_step", "create_deal", "create_lead", "create_customer", "reject", "return_for_changes", "lose_deal", "feedback", "log_service_ticket", "delegate_approval",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<Frame> Of(Clause whole, IReadOnlyList<ScoredIntent> ranked)
    {
        var parts = Split(whole);
        if (parts.Count < 2) return [One(whole, ranked)];
        var frames = new List<Frame>();
        var message = whole.Message;
        foreach (var (from, to) in parts)
        {
            var clause = new Clause(message, from, to);
            var frame = One(clause, IntentScorer.Score(clause));
            frames.Add(frame);
            message = message with { Focus = After(message.Focus, frame) };
        }

        return frames;
    }

    private static Frame One(Clause clause, IReadOnlyList<ScoredIntent> ranked)
    {
        var subject = SubjectFinder.Find(clause);
        var intent = Choice.Of(clause, ranked, subject);
        var runnerUp = ranked.FirstOrDefault(other => other.Intent != intent.Intent)?.Score ?? 0;
        return Choice.Frame(clause, intent, subject, runnerUp);
    }

    /// <summary>Breath groups, joined while a group is no clear order of its own, or only goes on with the one before.</summary>
    private static List<(int From, int To)> Split(Clause whole)
    {
        var pieces = Pieces(whole);
        var parts = new List<(int From, int To, string? Intent)>();
        foreach (var (start, end) in pieces)
        {
            var clause = new Clause(whole.Message, start, end);
            var intent = ClearOrder(clause);
            if (parts.Count > 0 && (intent is null || parts[^1].Intent is not { } before || !Apart(before, intent, clause))) parts[^1] = (parts[^1].From, end, parts[^1].Intent ?? intent);
            else parts.Add((start, end, intent));
        }

        return [.. parts.Select(part => (part.From, part.To))];
    }

    /// <summary>Breath groups, and what begins with a word like "and" or "then" inside one.</summary>
    private static IEnumerable<(int Start, int End)> Pieces(Clause whole)
    {
        var connectors = whole.Words("connector");
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

    private static string? ClearOrder(Clause clause)
    {
        var ranked = IntentScorer.Score(clause);
        if (ranked.Count == 0 || ranked[0].Score < Clear || ranked[0].Intent is "small_talk" or "unknown" or "cancel" or "help") return null;
        return Stance.Of(clause, ranked[0]) == Attitude.Meant ? ranked[0].Intent : null;
    }

    /// <summary>
    /// Two orders: the same act with its own subject, or another act. An order that takes free words (a report, a task, a reason) swallows what
    /// follows, unless a word like "then" or a full stop opens a new one.
    /// </summary>
    private static bool Apart(string before, string intent, Clause clause)
    {
        if (before == intent) return clause.Has(Feature.Customer) || clause.Has(Feature.Deal);
        if (intent == "log_followup" || (intent == "set_next_step" && before == "log_followup")) return false;
        var opened = clause.Marks.Of(Feature.Key("[connector]")).Any(mark => clause.Marks.IsStart(mark.Start)) || (clause.From > 0 && clause.Message.Text[clause.From - 1] is '.' or ';' or '\n' or '\u3002');
        return opened || !(Greedy.Contains(before) || Greedy.Contains(intent) || PhraseBook.Standard.Reads.Contains(intent));
    }

    private static Focus After(Focus focus, Frame frame) =>
        focus with { Deal = frame.Ref("deal") ?? (frame.Ref("customer") is null ? focus.Deal : null), Customer = frame.Ref("customer") ?? focus.Customer };
}
