using SalesBot.Language.Filling;

namespace SalesBot.Language.Reading;

/// <summary>One message, one or several orders. It is split only where each part is a clear order of its own.</summary>
internal static class OrderSplit
{
    private const double Clear = 6;

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

    /// <summary>Breath groups, joined while a group is no clear order of its own, or the same order about the same thing.</summary>
    private static List<(int From, int To)> Split(Clause whole)
    {
        var pieces = Segments.Of(whole.Message.Text.Text, whole.From, whole.To);
        var parts = new List<(int From, int To, string? Intent)>();
        foreach (var (start, end) in pieces)
        {
            var clause = new Clause(whole.Message, start, end);
            var intent = ClearOrder(clause);
            if (parts.Count > 0 && (intent is null || parts[^1].Intent is null || !Apart(parts[^1].Intent!, intent, clause))) parts[^1] = (parts[^1].From, end, parts[^1].Intent ?? intent);
            else parts.Add((start, end, intent));
        }

        return [.. parts.Select(part => (part.From, part.To))];
    }

    private static string? ClearOrder(Clause clause)
    {
        var ranked = IntentScorer.Score(clause);
        if (ranked.Count == 0 || ranked[0].Score < Clear || ranked[0].Intent is "log_followup" or "small_talk" or "unknown" or "cancel" or "help") return null;
        return Stance.Of(clause, ranked[0]) == Attitude.Meant ? ranked[0].Intent : null;
    }

    /// <summary>Two orders: another act, or the same act with its own subject.</summary>
    private static bool Apart(string before, string intent, Clause clause) =>
        before != intent ? intent != "set_next_step" || before != "log_followup" : clause.Has(Feature.Customer) || clause.Has(Feature.Deal);

    private static Focus After(Focus focus, Frame frame) =>
        focus with { Deal = frame.Ref("deal") ?? (frame.Ref("customer") is null ? focus.Deal : null), Customer = frame.Ref("customer") ?? focus.Customer };
}
