using SalesBot.Language.Filling;
using SalesBot.Language.Verbs;

namespace SalesBot.Language.Reading;

/// <summary>A message that is from beginning to end a saying of the <see cref="VerbBook"/>: it wins over what it might be besides.</summary>
internal static class Sayings
{
    /// <summary>Letters of a word that may be a whole Chinese sentence (“接了”, “不接了”).</summary>
    private const int AloneLetters = 3;

    /// <summary>The order; null for any other message, and where it is a case of an intent that writes. What only asks is sure of its intent too: one fact of a customer is asked for in the words of many other things.</summary>
    public static Frame? Read(Clause clause) => Find(clause) switch
    {
        ({ Of: null }, { } frame) => frame,
        ({ Of: { } intent, Shows: true }, { } special) => Choice.Frame(clause, new ScoredIntent(intent, 0, []), SubjectFinder.Find(clause)) with { Case = special },
        _ => null,
    };

    /// <summary>The frame with the command that carries out its case, if the message is a saying of one.</summary>
    public static Frame Cased(Clause clause, Frame frame) =>
        VerbBook.Standard.Verbs.Any(verb => verb.Of == frame.Intent) && Find(clause) is ({ Of: { } intent }, { } special) && intent == frame.Intent ? frame with { Case = special } : frame;

    /// <summary>Of several that the words fit, the first that the speaker may give: what would be refused is not meant while something else can be.</summary>
    private static (VerbBook.Verb? Verb, Frame? Frame) Find(Clause clause)
    {
        var masked = MaskedText.Of(clause);
        var fitting = VerbBook.Standard.Find(masked).Where(found => !Asks(clause, masked, found) && !IsAnswer(clause, found.Verb) && !IsHabit(clause, found.Verb) && (!found.Leans || (clause.Message.May(found.Verb.Id) && InView.Has(clause, found.Verb.Needs)))).ToList();
        if (fitting.Count == 0) return default;
        var said = fitting.Find(found => clause.Message.May(found.Verb.Id)) ?? fitting[0];
        var (text, leans) = (said.Text, said.Leans);
        var verb = said.Verb.Else is { } other && !clause.Message.May(said.Verb.Id) ? VerbBook.Standard.Get(other)! : said.Verb;
        var draft = Of(clause, verb, SubjectFinder.Find(clause));
        if (text is { } free && verb.Text is { } slot)
        {
            var (from, to) = masked.Back(free.From, free.To);
            if (clause.Message.AsTyped(from, to).Trim(' ', ',', '.', ';', ':', '\uFF0C', '\u3002', '\uFF1A', '\uFF1B') is { Length: > 0 } typed) draft.Slots[slot] = typed;
        }

        return (verb, draft.ToFrame(1) with { Leans = leans, Told = verb.Text });
    }

    /// <summary>"No nudges after 6pm": from that hour on each day, which is set, and no rest until then.</summary>
    private static bool IsHabit(Clause clause, VerbBook.Verb verb) => verb.Slots.Contains("rest_days") && QuietHours.Of(clause) is { } hours && hours[0] != '-';

    /// <summary>A question changes nothing; in free text, others may ask.</summary>
    private static bool Asks(Clause clause, MaskedText masked, VerbBook.Said found)
    {
        if (found.Verb.Tells) return Questions.Asks(clause) || Questions.AsksWhether(clause);
        if (found.Verb.Shows || found.Asks) return false;
        var (from, to) = found.Text is { } free ? masked.Back(free.From, free.To) : (clause.To, clause.To);
        return Questions.AskAround(clause, from, to);
    }

    /// <summary>At a yes/no, a word alone is its answer; where words were asked for, so is what only tells.</summary>
    private static bool IsAnswer(Clause clause, VerbBook.Verb verb)
    {
        if (verb.Shows || clause.Focus is not { Pending: not null, Asked: { } asked, Optional: false }) return false;
        if (asked == "confirm") return clause.Mentions.Count == 0 && clause.Values.Count == 0 && clause.Message.Text.Text[clause.From..clause.To].Count(char.IsLetterOrDigit) <= AloneLetters;
        return verb.Tells && Again.IsFree(asked) && !clause.Words("log_order").Concat(clause.Words("note_order")).Any(word => clause.Marks.IsStart(word.Start));
    }

    /// <summary>The order of a message that is known to mean it, whatever its words are.</summary>
    public static Frame Order(Clause clause, string command, Subject subject) => Of(clause, VerbBook.Standard.Get(command)!, subject).ToFrame(1);

    /// <summary>What answers the open question of such a command; null where nothing does, or the command is none of them.</summary>
    public static Frame? Answer(Clause clause, string command, Slots? known)
    {
        if (VerbBook.Standard.Get(command) is not { } verb) return null;
        var subject = SubjectFinder.Find(clause);
        var draft = Of(clause, verb, subject.Said ? subject : new Subject());
        if (draft.Slots.Count == 0) return null;
        if (!subject.Said) Again.Carry(draft, known);
        return draft.ToFrame(1);
    }

    private static Draft Of(Clause clause, VerbBook.Verb verb, Subject subject)
    {
        var draft = new Draft(clause, new ScoredIntent(verb.Id, 0, []), subject);
        if (verb.Needs.Length > 0) SubjectSlots.Fill(draft, verb.Needs);
        SlotReaders.Fill(draft, verb.Slots);
        return draft;
    }
}
