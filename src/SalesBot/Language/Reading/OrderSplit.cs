using System.Collections.Frozen;
using SalesBot.Language.Filling;
using SalesBot.Language.Names;
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

    /// <summary>What is noted word for word may speak of other customers too.</summary>
    private static readonly FrozenSet<string> Noted = new[] { "log_followup", "add_task", "set_next_step", "feedback", "log_service_ticket" }.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<Frame> Of(Clause whole)
    {
        var parts = Split(whole);
        if (parts.Count < 2) return [One(whole)];
        var frames = new List<Frame>();
        var message = whole.Message;
        foreach (var (from, to) in parts)
        {
            var frame = One(new Clause(message, from, to));
            frames.Add(frame);
            message = message with { Focus = After(message.Focus, frame) };
        }

        return frames;
    }

    private static Frame One(Clause clause)
    {
        var subject = SubjectFinder.Find(clause);
        var intent = Choice.Of(clause, clause.Ranked, subject);
        var next = clause.Ranked.FirstOrDefault(other => other.Intent != intent.Intent) ?? Choice.Unknown;
        var frame = Choice.Frame(clause, intent, subject, next.Score);
        var other = frame.Confidence < Frame.Sure && next.Intent is not ("unknown" or "small_talk" or "cancel" or "undo") ? Choice.Frame(clause, next, subject) : null;
        return frame with { Instead = other };
    }

    /// <summary>Breath groups, joined while a group is no clear order of its own, or only goes on with the one before.</summary>
    private static List<(int From, int To)> Split(Clause whole)
    {
        var pieces = Pieces(whole).ToList();
        if (pieces.Count < 2) return [(whole.From, whole.To)];
        var parts = new List<(int From, int To, string? Intent)>();
        foreach (var (start, end) in pieces)
        {
            var clause = new Clause(whole.Message, start, end);
            var intent = ClearOrder(clause);
            if (parts.Count > 0 && (intent is null || !Apart(whole.Message, parts[^1], intent, clause))) parts[^1] = (parts[^1].From, end, parts[^1].Intent ?? intent);
            else parts.Add((start, end, intent));
        }

        return [.. parts.Select(part => (part.From, part.To))];
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

    private static string? ClearOrder(Clause clause)
    {
        // A name and nothing else belongs to what follows in the line.
        if ((clause.Has(Feature.BareCustomer) || clause.Has(Feature.BareDeal)) && clause.To < clause.Message.Text.Length && clause.Message.Text[clause.To] != '\n') return null;
        if (clause.ByRules is not [var best, ..] || best.Score < Clear || best.Intent is "small_talk" or "unknown" or "cancel" or "help") return null;
        return Stance.Of(clause, best) == Attitude.Meant ? best.Intent : null;
    }

    /// <summary>
    /// Two orders: the same act with its own subject, or another act. An order that takes free words (a report, a task, a reason) swallows what
    /// follows, unless a word like "then" or a full stop opens a new one.
    /// </summary>
    private static bool Apart(Message message, (int From, int To, string? Intent) part, string intent, Clause clause)
    {
        var opened = Opens(clause);
        var elsewhere = Elsewhere(new Clause(message, part.From, part.To), clause);
        if (part.Intent is not { } before) return opened && elsewhere;
        if (clause.Has(Feature.OrdinalWord) && clause.Focus.List.Count > 1 && intent != before) return true;
        if (before == "complete_task" && intent is "win_deal" or "lose_deal") return elsewhere;
        // “拿下了 最后做到158万” is one deal won, at that amount.
        if (before == "win_deal" && intent == "update_amount" && !elsewhere) return false;
        if (before == intent) return clause.Has(Feature.Customer) || clause.Has(Feature.Deal);
        if (intent == "log_followup" && opened && clause.Marks.Of(Feature.Key("[log_order]")).Any(word => clause.Marks.IsStart(word.Start))) return true;
        if (intent == "log_followup" || (intent == "set_next_step" && before == "log_followup")) return false;
        if (elsewhere && !Noted.Contains(before) && !Noted.Contains(intent) && !PhraseBook.Standard.Reads.Contains(intent)) return true;
        return opened || !(Greedy.Contains(before) || Greedy.Contains(intent) || PhraseBook.Standard.Reads.Contains(intent));
    }

    /// <summary>It begins with a word like "then", or after a full stop.</summary>
    private static bool Opens(Clause clause) =>
        clause.Marks.Of(Feature.Key("[connector]")).Any(mark => clause.Marks.IsStart(mark.Start)) || (clause.From > 0 && clause.Message.Text[clause.From - 1] is '.' or '!' or ';' or '\n' or '\u3002');

    /// <summary>Both name a customer or deal, and none that the other names too: one order may not write to the other's.</summary>
    private static bool Elsewhere(Clause before, Clause clause)
    {
        var (first, second) = (Subjects(before), Subjects(clause));
        return first.Count > 0 && second.Count > 0 && !first.Overlaps(second);
    }

    private static HashSet<string> Subjects(Clause clause) =>
        [.. clause.Mentions.Where(m => m.Kind is NamedKind.Customer or NamedKind.Deal).SelectMany(m => m.Records).Select(r => r.Kind == NamedKind.Deal ? r.Customer ?? r.Key : r.Key)];

    private static Focus After(Focus focus, Frame frame) =>
        focus with { Deal = frame.Ref("deal") ?? (frame.Ref("customer") is null ? focus.Deal : null), Customer = frame.Ref("customer") ?? focus.Customer };
}
